package org.kakehashi.partnership.designation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// What people say about a criterion of a candidacy, and what was counted when it was put to
/// review.
///
/// @param result MET, NOT_MET or, while nobody has judged, UNKNOWN
/// @param counted what the measure said then; null: it was never put to review
public record Judgement(
        UUID criterion,
        Finding result,
        Bilingual statement,
        @Nullable UUID by,
        @Nullable LocalDate on,
        @Nullable Counted counted) {

    /// @param value null: nobody knows
    /// @param records behind the value
    /// @param on the day it was counted
    public record Counted(@Nullable BigDecimal value, int records, LocalDate on) {}
}
