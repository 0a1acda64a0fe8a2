package org.kakehashi.review;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// One decision in the list of all.
///
/// @param number of the decision
/// @param caseId the case it was about, null for anything else
public record DecisionLine(
        String number,
        Bilingual title,
        Bilingual decision,
        AgendaItem.Result result,
        UUID body,
        Bilingual bodyName,
        UUID meeting,
        String meetingNumber,
        LocalDate heldOn,
        @Nullable UUID caseId) {}
