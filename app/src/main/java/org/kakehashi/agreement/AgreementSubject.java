package org.kakehashi.agreement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.review.Facts;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// An agreement under preparation as a subject of review. A decision stands in the case and in the
/// audit trail; the agreement itself comes into force by its signatures, never by an approval.
@Component
class AgreementSubject implements ReviewSubject {
    static final String KIND = "agreement";

    private final Agreements agreements;
    private final Organizations organizations;
    private final Kinds kinds;
    private final Audit audit;

    AgreementSubject(Agreements agreements, Organizations organizations, Kinds kinds, Audit audit) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.kinds = kinds;
        this.audit = audit;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return words("agreement.review.kind");
    }

    @Override
    public List<FactKind> facts() {
        return List.of(
                new FactKind("units", words("agreement.review.units"), List.of()),
                new FactKind(
                        "level",
                        words("agreement.level"),
                        Stream.of("university", "department")
                                .map(code -> new Value(code, words("agreement.level." + code)))
                                .toList()),
                new FactKind("country", words("agreement.country"), List.of()),
                new FactKind(
                        "kind",
                        words("agreement.kind"),
                        kinds.list().stream()
                                .map(kind -> new Value(kind.code(), kind.name()))
                                .toList()));
    }

    @Override
    public Subject get(UUID id) {
        Agreement agreement = agreements.get(id);
        AgreementContent content = agreement.content();
        Map<UUID, OrganizationRef> partners =
                organizations.find(
                        content.parties().stream()
                                .map(Party::organization)
                                .filter(Objects::nonNull)
                                .toList());
        Map<String, Set<String>> facts = new HashMap<>();
        facts.put("kind", Set.copyOf(content.kinds()));
        facts.put("country", countries(content, partners));
        facts.put(
                "level",
                content.level() == AgreementContent.Level.UNKNOWN
                        ? Set.of()
                        : Set.of(content.level().code()));
        int units = content.homeUnits().size();
        facts.put("units", units == 0 ? Set.of() : Set.of(Integer.toString(units)));
        return new Subject(
                title(agreement, partners),
                "/agreements/" + id,
                content.unitIds(),
                new Facts(facts));
    }

    @Override
    public boolean mayPropose(UUID id) {
        AgreementContent content = agreements.get(id).content();
        return content.proposed() && agreements.mayEdit(content);
    }

    @Override
    public void decided(UUID id, Decision decision) {
        audit.record(
                decision.approved() ? "agreement.approved" : "agreement.notApproved",
                KIND,
                id,
                Map.of("number", decision.number()));
    }

    private static Set<String> countries(
            AgreementContent content, Map<UUID, OrganizationRef> partners) {
        Set<String> codes = new HashSet<>();
        for (Party party : content.parties()) {
            OrganizationRef known =
                    party.organization() == null ? null : partners.get(party.organization());
            Country country = known == null ? null : known.country();
            if (party.country() != null) {
                codes.add(party.country());
            } else if (country != null) {
                codes.add(country.code());
            }
        }
        return codes;
    }

    /// Its title, or with whom it is.
    static Bilingual title(Agreement agreement, Map<UUID, OrganizationRef> partners) {
        if (agreement.content().title().parity() != Bilingual.Parity.NONE) {
            return agreement.content().title();
        }
        return new Bilingual(
                with(agreement, partners, Locale.JAPANESE),
                with(agreement, partners, Locale.ENGLISH));
    }

    private static String with(
            Agreement agreement, Map<UUID, OrganizationRef> partners, Locale locale) {
        String names =
                agreement.content().parties().stream()
                        .map(party -> name(party, partners, locale))
                        .collect(Collectors.joining(Messages.text(locale, "agreement.and")));
        return Messages.text(locale, "agreement.with", Map.of("partner", names));
    }

    static String name(Party party, Map<UUID, OrganizationRef> partners, Locale locale) {
        OrganizationRef known =
                party.organization() == null ? null : partners.get(party.organization());
        return known == null ? party.written() : known.label(locale);
    }

    private static Bilingual words(String key) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key));
    }
}
