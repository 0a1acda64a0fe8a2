package org.kakehashi.strategy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
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

    Partners(AgreementCounts counts, PlaceStore places) {
        this.counts = counts;
        this.places = places;
    }

    /// The recognised partners of a breakdown by partner, whose place is known.
    public List<PartnerPlace> of(Breakdown institutions, Locale reader) {
        Map<UUID, Long> agreements = new HashMap<>();
        institutions.items().stream()
                .filter(Breakdown.Item::known)
                .filter(item -> item.value() != null && item.value().signum() > 0)
                .forEach(item ->
                        agreements.put(
                                UUID.fromString(item.key()),
                                Objects.requireNonNull(item.value()).longValue()));
        return places.places(agreements, reader);
    }

    /// The recognised partners whose place is known.
    public List<PartnerPlace> of(AgreementFilter filter, Locale reader) {
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
