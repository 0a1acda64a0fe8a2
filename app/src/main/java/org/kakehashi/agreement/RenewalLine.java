package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// An agreement, or one of its memoranda, whose period ends soon or has ended, with what stands
/// about it.
///
/// @param noticeBy the last day to give notice; null: none recorded
/// @param automatic it renews itself unless notice is given
/// @param decision null: nobody has decided yet
/// @param toldOn when people were last told; null: not yet
public record RenewalLine(
        UUID agreement,
        @Nullable UUID annex,
        String number,
        Bilingual title,
        Bilingual partner,
        List<UUID> units,
        LocalDate periodEnd,
        @Nullable LocalDate noticeBy,
        boolean automatic,
        Renewal.@Nullable Decision decision,
        boolean decided,
        @Nullable LocalDate toldOn,
        int version) {
    public boolean over(LocalDate today) {
        return periodEnd.isBefore(today);
    }
}
