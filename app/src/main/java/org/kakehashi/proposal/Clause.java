package org.kakehashi.proposal;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.kakehashi.kernel.Bilingual;

/// One edition of a clause (条項) that drafts are put together from. It may ask for fields of the
/// proposal: `{{years}}`. An edition is never changed; a proposal keeps the one it chose.
///
/// @param inUse may it be chosen for new drafts?
public record Clause(
        UUID id,
        String code,
        int edition,
        boolean newest,
        boolean inUse,
        int position,
        Bilingual title,
        Bilingual text,
        OffsetDateTime madeAt) {}
