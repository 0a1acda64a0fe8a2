package org.kakehashi.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;

/// A memorandum (覚書) of an agreement. Places and tuition waiver belong to it, not to the agreement.
///
/// This is what the register and lists know of it; [Memorandum] is the whole.
///
/// @param id null until it is recorded
/// @param kind a code of [Kinds]
/// @param quotaIn places for those we receive; null is unknown, not none
/// @param quotaOut places for those we send
public record Annex(
        @Nullable UUID id,
        String kind,
        Bilingual title,
        @Nullable Integer quotaIn,
        @Nullable Integer quotaOut,
        QuotaUnit quotaUnit,
        Waiver tuitionWaiver,
        DateText start,
        DateText end,
        Bilingual notes) {

    /// One that is not recorded yet.
    public Annex(
            String kind,
            Bilingual title,
            @Nullable Integer quotaIn,
            @Nullable Integer quotaOut,
            QuotaUnit quotaUnit,
            Waiver tuitionWaiver,
            DateText start,
            DateText end,
            Bilingual notes) {
        this(null, kind, title, quotaIn, quotaOut, quotaUnit, tuitionWaiver, start, end, notes);
    }

    /// What a place is.
    public enum QuotaUnit implements Coded {
        PERSONS_PER_YEAR,
        PERSONS_PER_SEMESTER,
        SEMESTERS_PER_YEAR,
        PERSONS_IN_TERM,
        UNKNOWN
    }

    /// 授業料不徴収
    public enum Waiver implements Coded {
        YES,
        NO,
        UNKNOWN
    }
}
