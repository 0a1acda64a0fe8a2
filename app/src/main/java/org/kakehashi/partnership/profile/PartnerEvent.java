package org.kakehashi.partnership.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// Something that happened with a partner, or will.
///
/// @param on as precisely as it is known
/// @param day by which it is put in order
/// @param about which agreement, what for
public record PartnerEvent(
        DateText on, LocalDate day, Kind kind, Bilingual about, @Nullable String href) {
    public enum Kind implements Coded {
        AGREEMENT_BEGAN,
        AGREEMENT_ENDED,
        AGREEMENT_ENDS,
        MEMORANDUM_BEGAN,
        VISIT_IN,
        VISIT_OUT,
        NEWS,
        EXAMINED
    }
}
