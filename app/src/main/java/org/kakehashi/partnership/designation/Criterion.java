package org.kakehashi.partnership.designation;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// One criterion (基準) of a scheme and where its evidence comes from.
///
/// @param id null until it is recorded
/// @param code as the rule names it
/// @param source null: people state it
public record Criterion(@Nullable UUID id, String code, Bilingual name, @Nullable Source source) {

    /// A measure of a room, looked at for one partner.
    ///
    /// @param choices conditions as in `direction=inbound&kind=student`
    /// @param years fiscal years up to today, for what happens; what stands is counted today
    /// @param atLeast from which value on it is met; null: the figure is shown, people judge
    public record Source(
            String measure, String choices, int years, Of of, @Nullable BigDecimal atLeast) {}

    public enum Of implements Coded {
        /// records
        COUNT,
        /// the numbers they carry
        SUM
    }
}
