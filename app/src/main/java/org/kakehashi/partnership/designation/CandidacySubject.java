package org.kakehashi.partnership.designation;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.designation.Candidacy.State;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Facts;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// A candidacy as a subject of review. Approved, the partner is designated.
@Component
class CandidacySubject implements ReviewSubject {
    static final String KIND = "strategic_partner";

    private final Candidacies candidacies;
    private final Organizations organizations;

    CandidacySubject(Candidacies candidacies, Organizations organizations) {
        this.candidacies = candidacies;
        this.organizations = organizations;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return words("partnership.candidacy.kind", Map.of());
    }

    @Override
    public List<FactKind> facts() {
        return List.of(
                new FactKind(
                        "topic",
                        words("review.fact.topic", Map.of()),
                        List.of(new Value(KIND, words("review.topic." + KIND, Map.of())))),
                new FactKind("country", words("review.fact.country", Map.of()), List.of()),
                new FactKind(
                        "rule",
                        words("partnership.candidacy.rule", Map.of()),
                        Stream.of(Finding.MET, Finding.NOT_MET)
                                .map(one ->
                                        new Value(
                                                one.code(),
                                                words(
                                                        "partnership.finding." + one.code(),
                                                        Map.of())))
                                .toList()));
    }

    @Override
    public Subject get(UUID id) {
        Candidacy one = candidacies.get(id);
        OrganizationRef partner = organizations.get(one.organization());
        Map<String, Set<String>> facts = new HashMap<>();
        facts.put("topic", Set.of(KIND));
        if (partner.country() != null) {
            facts.put("country", Set.of(partner.country().code()));
        }
        Finding rule = Candidacies.rule(one.scheme(), candidacies.evidence(one, Locale.JAPANESE));
        if (rule != Finding.UNKNOWN) {
            facts.put("rule", Set.of(rule.code()));
        }
        return new Subject(
                new Bilingual(
                        title(one, partner, Locale.JAPANESE), title(one, partner, Locale.ENGLISH)),
                "/strategic-partners/" + id,
                one.unit() == null ? Set.of() : Set.of(one.unit()),
                new Facts(facts));
    }

    @Override
    public boolean mayPropose(UUID id) {
        Candidacy one = candidacies.get(id);
        return one.state().open()
                && candidacies.mayEdit(one)
                && candidacies.obstacle(one, candidacies.evidence(one, Locale.JAPANESE)) == null;
    }

    @Override
    public void moved(UUID id, Move move) {
        if (move.status() == CaseState.Status.RUNNING) {
            candidacies.proposed(id);
        } else if (move.status() == CaseState.Status.WITHDRAWN
                || move.status() == CaseState.Status.RETURNED) {
            candidacies.back(id, State.DRAFT);
        }
    }

    @Override
    public void decided(UUID id, Decision decision) {
        if (decision.approved()) {
            candidacies.designated(id, decision.number());
        } else {
            candidacies.back(id, State.REJECTED);
        }
    }

    static String title(Candidacy one, OrganizationRef partner, Locale locale) {
        return Messages.text(
                locale,
                "partnership.candidacy.title",
                Map.of("partner", partner.label(locale), "scheme", one.scheme().name().in(locale)));
    }

    private static Bilingual words(String key, Map<String, Object> arguments) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key, arguments),
                Messages.text(Locale.ENGLISH, key, arguments));
    }
}
