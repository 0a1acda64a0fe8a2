package org.kakehashi.review;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// A person who may end a step today.
///
/// @param insteadOf whom they stand in for; null: nobody
public record Actor(UUID user, Bilingual name, @Nullable UUID insteadOf) {}
