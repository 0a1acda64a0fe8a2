package org.kakehashi.partnership.designation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is known about one criterion of a candidacy today.
///
/// @param finding what people judge; without a judgement, what the figure says; else unknown
/// @param measured null: the criterion has no measure
/// @param judgement null: nobody has said anything
public record Evidence(
        Criterion criterion,
        Finding finding,
        @Nullable Measured measured,
        @Nullable Judgement judgement) {

    /// The figure of a measure for the partner.
    ///
    /// @param known false: the room that kept these records is gone, or the condition is not one
    /// @param value null: nobody knows
    /// @param records behind it, in all
    /// @param unknown records without a number
    public record Measured(
            String name,
            boolean known,
            @Nullable BigDecimal value,
            int records,
            int unknown,
            LocalDate from,
            LocalDate until,
            List<Behind> behind) {
        public Measured {
            behind = List.copyOf(behind);
        }
    }

    /// A record behind a figure.
    public record Behind(UUID record, String title, @Nullable BigDecimal value, String href) {}

    static Evidence of(
            Criterion criterion, @Nullable Measured measured, @Nullable Judgement judgement) {
        Finding finding = Finding.UNKNOWN;
        Criterion.Source source = criterion.source();
        if (judgement != null && judgement.result() != Finding.UNKNOWN) {
            finding = judgement.result();
        } else if (source != null && source.atLeast() != null && measured != null) {
            finding = byFigure(measured, source.atLeast());
        }
        return new Evidence(criterion, finding, measured, judgement);
    }

    /// No record at all means that nobody knows. What is known may be enough though some numbers
    /// are missing; it is never too little for that reason.
    private static Finding byFigure(Measured measured, BigDecimal atLeast) {
        BigDecimal value = measured.value();
        if (!measured.known() || value == null || measured.records() == 0) {
            return Finding.UNKNOWN;
        }
        if (value.compareTo(atLeast) >= 0) {
            return Finding.MET;
        }
        return measured.unknown() > 0 ? Finding.UNKNOWN : Finding.NOT_MET;
    }
}
