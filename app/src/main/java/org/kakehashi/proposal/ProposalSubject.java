package org.kakehashi.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Country;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.internal.GuidelineStore;
import org.kakehashi.proposal.internal.ProposalStore;
import org.kakehashi.review.Facts;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.review.Step;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// A proposal as a subject of review. Approved, it waits for signatures; a step that signs is the
/// signature of our side.
@Component
class ProposalSubject implements ReviewSubject {
    static final String KIND = "proposal";

    private final ObjectProvider<Proposals> proposals;
    private final ObjectProvider<Signings> signings;
    private final Checks checks;
    private final ProposalStore store;
    private final GuidelineStore guidelines;
    private final Organizations organizations;
    private final Kinds kinds;
    private final Clock clock;

    ProposalSubject(
            ObjectProvider<Proposals> proposals,
            ObjectProvider<Signings> signings,
            Checks checks,
            ProposalStore store,
            GuidelineStore guidelines,
            Organizations organizations,
            Kinds kinds,
            Clock clock) {
        this.proposals = proposals;
        this.signings = signings;
        this.checks = checks;
        this.store = store;
        this.guidelines = guidelines;
        this.organizations = organizations;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return words("proposal.review.kind");
    }

    @Override
    public List<FactKind> facts() {
        return List.of(
                new FactKind("units", words("proposal.review.units"), List.of()),
                new FactKind(
                        "level",
                        words("proposal.level"),
                        values("level", "university", "department")),
                new FactKind("country", words("proposal.review.country"), List.of()),
                new FactKind(
                        "kind",
                        words("proposal.kinds"),
                        kinds.list().stream()
                                .map(one -> new Value(one.code(), one.name()))
                                .toList()),
                new FactKind("burden", words("proposal.burden"), values("answer", "yes", "no")),
                new FactKind(
                        "students",
                        words("proposal.studentsTravel"),
                        values("answer", "yes", "no")),
                new FactKind(
                        "partner_level",
                        words("proposal.degrees"),
                        values("degrees", "doctoral", "master", "bachelor", "no_degree")));
    }

    private static List<Value> values(String what, String... codes) {
        return Arrays.stream(codes)
                .map(code -> new Value(code, words("proposal." + what + "." + code)))
                .toList();
    }

    @Override
    public Subject get(UUID id) {
        Proposal proposal = proposals.getObject().get(id);
        ProposalContent content = proposal.content();
        Map<String, Set<String>> facts = new HashMap<>();
        put(facts, "level", content.aim().level());
        put(facts, "burden", content.conditions().burden());
        put(facts, "students", content.conditions().studentsTravel());
        put(facts, "partner_level", content.partner().degrees());
        facts.put("kind", Set.copyOf(content.aim().kinds()));
        int units = content.aim().units().size();
        facts.put("units", units == 0 ? Set.of() : Set.of(Integer.toString(units)));
        OrganizationRef partner = partner(proposal);
        Country country = partner == null ? null : partner.country();
        facts.put("country", country == null ? Set.of() : Set.of(country.code()));
        return new Subject(
                title(proposal, partner),
                proposal.href(),
                Set.copyOf(content.aim().units()),
                new Facts(facts));
    }

    private static void put(Map<String, Set<String>> facts, String name, Coded value) {
        facts.put(name, value.code().equals("unknown") ? Set.of() : Set.of(value.code()));
    }

    private @org.jspecify.annotations.Nullable OrganizationRef partner(Proposal proposal) {
        UUID id = proposal.content().partner().organization();
        return id == null ? null : organizations.get(id);
    }

    /// Its title, or with whom it is.
    static Bilingual title(
            Proposal proposal, @org.jspecify.annotations.Nullable OrganizationRef partner) {
        Bilingual stated = proposal.content().aim().title();
        if (stated.parity() != Bilingual.Parity.NONE) {
            return stated;
        }
        return new Bilingual(
                named(partner, proposal, Locale.JAPANESE),
                named(partner, proposal, Locale.ENGLISH));
    }

    private static String named(
            @org.jspecify.annotations.Nullable OrganizationRef partner,
            Proposal proposal,
            Locale locale) {
        return partner == null
                ? Messages.text(locale, "proposal.untitled", Map.of("number", proposal.number()))
                : Messages.text(locale, "proposal.with", Map.of("partner", partner.label(locale)));
    }

    @Override
    public boolean mayPropose(UUID id) {
        Proposal proposal = proposals.getObject().get(id);
        return proposal.state().open() && proposals.getObject().mayEdit(proposal);
    }

    @Override
    public void moved(UUID id, Move move) {
        Proposal proposal = proposals.getObject().get(id);
        OffsetDateTime now = OffsetDateTime.now(clock);
        switch (move.status()) {
            case RUNNING -> {
                checks.requireSubmittable(proposal);
                store.submitted(id, guidelines.published().map(Guideline::id).orElse(null), now);
            }
            case RETURNED -> store.move(id, Proposal.State.RETURNED, now);
            case APPROVED -> store.approved(id, now);
            case REJECTED -> store.move(id, Proposal.State.REFUSED, now);
            case WITHDRAWN -> {
                if (!proposal.state().over()) {
                    store.move(id, Proposal.State.DRAFT, now);
                }
            }
        }
    }

    @Override
    public void stepEnded(UUID id, StepEnd end) {
        if (end.step().kind() == Step.Kind.SIGN) {
            LocalDate day = end.at().atZoneSameInstant(Dates.zone()).toLocalDate();
            signings.getObject().homeSigned(id, end.step().name(), end.actor(), day);
        }
    }

    @Override
    public void decided(UUID id, Decision decision) {
        if (decision.approved()) {
            signings.getObject().comeIntoForce(id);
        }
    }

    private static Bilingual words(String key) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key));
    }
}
