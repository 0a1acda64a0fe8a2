package org.kakehashi.agreement;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.kernel.TextFolding;

/// By what a row of a list and an agreement in the register are taken to be the same: partners,
/// level, kinds, own units and start.
///
/// @param partners organization ids, or the folded name where nobody has recognised it
/// @param start ISO 8601 as far as known, else empty
public record ComparisonKey(
        Set<String> partners, String level, Set<String> kinds, Set<String> units, String start) {

    public static ComparisonKey of(AgreementContent content) {
        return new ComparisonKey(
                content.parties().stream()
                        .map(ComparisonKey::partner)
                        .collect(Collectors.toUnmodifiableSet()),
                content.level().code(),
                Set.copyOf(new TreeSet<>(content.kinds())),
                content.homeUnits().stream()
                        .map(ComparisonKey::unit)
                        .collect(Collectors.toUnmodifiableSet()),
                content.term().start().iso());
    }

    /// The organizations among the partners.
    public List<UUID> organizations() {
        return partners.stream()
                .filter(partner -> partner.startsWith("id:"))
                .map(partner -> UUID.fromString(partner.substring(3)))
                .toList();
    }

    private static String partner(Party party) {
        return party.organization() != null
                ? "id:" + party.organization()
                : TextFolding.key(party.written())
                        + '/'
                        + Objects.requireNonNullElse(party.country(), "");
    }

    private static String unit(HomeUnit unit) {
        return unit.unit() != null ? "id:" + unit.unit() : TextFolding.key(unit.written());
    }
}
