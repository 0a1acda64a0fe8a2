package org.kakehashi.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.agreement.facts.Kept;
import org.kakehashi.strategy.internal.PlaceStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where the partners of agreements are. Names and places of organizations are public facts; which
/// agreements count is what the person acting may read.
@Service
@Transactional(readOnly = true)
public class Partners {
    private final AgreementCounts counts;
    private final PlaceStore places;
    private final Kept kept;

    Partners(AgreementCounts counts, PlaceStore places, Kept kept) {
        this.counts = counts;
        this.places = places;
        this.kept = kept;
    }

    /// A changed name or place of a partner changes the register too.
    private record Places(AgreementFilter filter, String language) {}

    /// The recognised partners whose place is known.
    public List<PartnerPlace> of(AgreementFilter filter, Locale reader) {
        return kept.answer(
                new Places(filter, reader.getLanguage()), () -> List.copyOf(read(filter, reader)));
    }

    private List<PartnerPlace> read(AgreementFilter filter, Locale reader) {
        Map<UUID, Long> agreements = new HashMap<>();
        counts.by(Dimension.PARTNER, List.of(filter))
                .forEach((id, numbers) -> {
                    if (!id.equals(Dimension.UNKNOWN)) {
                        agreements.put(UUID.fromString(id), numbers[0]);
                    }
                });
        return places.places(agreements, reader);
    }
}
