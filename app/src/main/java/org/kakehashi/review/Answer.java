package org.kakehashi.review;

import org.jspecify.annotations.Nullable;

/// One line of a checklist as answered in a case.
public record Answer(boolean done, @Nullable String evidence) {}
