package org.kakehashi.report;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What people say of a dashboard: name, description, who sees it, what it can be narrowed to.
public record DashboardDraft(
        Bilingual name, Bilingual lead, Dashboard.Sharing sharing, @Nullable String narrow) {}
