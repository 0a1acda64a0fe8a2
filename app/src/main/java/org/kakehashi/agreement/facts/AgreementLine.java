package org.kakehashi.agreement.facts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DateText;

/// An agreement as a line of the list.
///
/// @param partners names of the partners in each language, joined
/// @param countries ISO codes
/// @param quotaIn places of its annexes together; null where no annex says
public record AgreementLine(
        UUID id,
        String number,
        Bilingual title,
        Bilingual partners,
        List<UUID> organizations,
        boolean recognised,
        List<String> countries,
        Level level,
        List<String> kinds,
        List<UUID> units,
        Status status,
        DateText start,
        DateText end,
        Term.Kind term,
        Term.RenewalMode renewal,
        boolean pending,
        Visibility visibility,
        @Nullable Integer quotaIn,
        @Nullable Integer quotaOut) {}
