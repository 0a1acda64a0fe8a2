package org.kakehashi.proposal;

import static org.kakehashi.proposal.RuleFinding.Verdict.FAIL;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.RuleFinding.Step;
import org.kakehashi.proposal.internal.GuidelineStore;
import org.kakehashi.proposal.internal.ProposalStore;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of checks: how a proposal stands to the guideline and to the system's own rules.
@Service
public class Checks {
    private static final String WAIVE = "proposal.waive";

    private final ProposalStore store;
    private final GuidelineStore guidelines;
    private final Surroundings surroundings;
    private final Organizations organizations;
    private final DueDiligence diligence;
    private final Documents documents;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Checks(
            ProposalStore store,
            GuidelineStore guidelines,
            Surroundings surroundings,
            Organizations organizations,
            DueDiligence diligence,
            Documents documents,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.guidelines = guidelines;
        this.surroundings = surroundings;
        this.organizations = organizations;
        this.diligence = diligence;
        this.documents = documents;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What it is called.
    public Bilingual title(Proposal proposal) {
        UUID partner = proposal.content().partner().organization();
        return ProposalSubject.title(proposal, partner == null ? null : organizations.get(partner));
    }

    /// The guideline that counts: the one it was submitted under, otherwise the one in force.
    public Optional<Guideline> guideline(Proposal proposal) {
        UUID kept = proposal.guideline();
        return kept == null || proposal.state().open()
                ? guidelines.published()
                : guidelines.find(kept);
    }

    /// Rules of the system that are broken first, then every paragraph in order.
    public List<RuleFinding> of(Proposal proposal) {
        List<RuleFinding> all = new ArrayList<>(broken(proposal));
        Situation known = situation(proposal);
        Map<UUID, Waiver> waived =
                store.waivers(proposal.id()).stream()
                        .collect(Collectors.toMap(Waiver::paragraph, one -> one));
        guideline(proposal)
                .map(Guideline::paragraphs)
                .orElse(List.of())
                .forEach(one -> all.add(judged(one, known, waived)));
        return all;
    }

    private static RuleFinding judged(
            Guideline.Paragraph one, Situation known, Map<UUID, Waiver> waived) {
        Rule rule = one.rule();
        if (rule == null) {
            return new RuleFinding(
                    one,
                    RuleFinding.Verdict.READ,
                    "proposal.rule.read",
                    Map.of(),
                    null,
                    null,
                    null);
        }
        RuleFinding found = rule.judge(one.parameter(), known).under(one);
        Waiver waiver = waived.get(one.id());
        return waiver == null || found.verdict() == RuleFinding.Verdict.PASS
                ? found
                : found.waivedBy(waiver);
    }

    private Situation situation(Proposal proposal) {
        UUID partner = proposal.content().partner().organization();
        LocalDate today = LocalDate.now(clock);
        List<Document> papers = documents.of(ProposalSubject.KIND, proposal.id());
        int drafts =
                (int) papers.stream().filter(one -> one.details().kind().equals("draft")).count();
        return new Situation(
                proposal.content(),
                partner == null ? null : diligence.gate(partner, today),
                partner == null ? 0 : surroundings.exchanges(partner),
                drafts,
                today);
    }

    /// The system's own rules that the proposal breaks. Nobody waives them.
    private List<RuleFinding> broken(Proposal proposal) {
        List<RuleFinding> all = new ArrayList<>();
        ProposalContent content = proposal.content();
        UUID partner = content.partner().organization();
        if (partner == null) {
            all.add(system("partner", Map.of(), Step.PARTNER));
        } else if (!proposal.state().over()) {
            gone(organizations.get(partner)).ifPresent(all::add);
        }
        if (content.aim().units().isEmpty()) {
            all.add(system("units", Map.of(), Step.AIM));
        }
        if (content.aim().kinds().isEmpty()) {
            all.add(system("kinds", Map.of(), Step.AIM));
        }
        var conditions = content.conditions();
        LocalDate start = conditions.start();
        LocalDate end =
                conditions.term() == ProposalContent.TermKind.UNTIL ? conditions.end() : null;
        if (end != null && end.isBefore(start == null ? LocalDate.now(clock) : start)) {
            all.add(
                    system(
                            start == null ? "over" : "endBeforeStart",
                            start == null ? Map.of("end", end) : Map.of("start", start, "end", end),
                            Step.CONDITIONS));
        }
        places(all, "placesIn", conditions.expectedIn(), conditions.placesIn());
        places(all, "placesOut", conditions.expectedOut(), conditions.placesOut());
        if (!proposal.state().over() && partner != null) {
            beside(proposal, partner, all);
        }
        return all;
    }

    private static void places(
            List<RuleFinding> all,
            String what,
            @org.jspecify.annotations.Nullable Integer expected,
            @org.jspecify.annotations.Nullable Integer places) {
        if (expected != null && places != null && expected > places) {
            all.add(system(what, Map.of("expected", expected, "places", places), Step.CONDITIONS));
        }
    }

    private Optional<RuleFinding> gone(OrganizationRef partner) {
        if (partner.status() == OrganizationRef.Status.ACTIVE) {
            return Optional.empty();
        }
        List<OrganizationRef> after = surroundings.successors(partner.id());
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("partner", partner.label(Text.locale()));
        arguments.put(
                "successors",
                after.stream()
                        .map(one -> one.label(Text.locale()))
                        .collect(Collectors.joining(Text.t("proposal.and"))));
        return Optional.of(
                system(
                        after.isEmpty() ? "partnerGone" : "partnerFollowed",
                        arguments,
                        Step.PARTNER));
    }

    private void beside(Proposal proposal, UUID partner, List<RuleFinding> all) {
        var said = proposal.content().beside();
        List<Agreement> overlapping = surroundings.overlapping(proposal, LocalDate.now(clock));
        boolean explained =
                said.reason() != null
                        || overlapping.stream().allMatch(one -> one.id().equals(said.replaces()));
        if (!explained) {
            all.add(
                    system(
                            "overlap",
                            Map.of(
                                    "numbers",
                                    overlapping.stream()
                                            .map(Agreement::number)
                                            .collect(Collectors.joining(Text.t("proposal.and")))),
                            Step.BESIDE));
        }
        List<Proposal> others =
                store.list(ProposalStore.open(List.of(partner)), 0, 20).stream()
                        .filter(one -> !one.id().equals(proposal.id()))
                        .filter(one -> one.state() != Proposal.State.DRAFT)
                        .filter(one ->
                                one.content().aim().level() == proposal.content().aim().level())
                        .filter(one -> !one.id().equals(said.related()))
                        .filter(one -> !proposal.id().equals(one.content().beside().related()))
                        .toList();
        if (!others.isEmpty() && said.reason() == null) {
            all.add(
                    system(
                            "twice",
                            Map.of(
                                    "numbers",
                                    others.stream()
                                            .map(Proposal::number)
                                            .collect(Collectors.joining(Text.t("proposal.and")))),
                            Step.BESIDE));
        }
    }

    private static RuleFinding system(String what, Map<String, Object> arguments, Step step) {
        return RuleFinding.of(FAIL, "proposal.rule.system." + what, arguments, step);
    }

    /// Refuses, naming the first rule that fails and what to do, unless it may be submitted.
    void requireSubmittable(Proposal proposal) {
        UUID partner = proposal.content().partner().organization();
        if (partner != null) {
            store.lockPartner(partner);
        }
        of(proposal).stream()
                .filter(RuleFinding::hindersSubmission)
                .findFirst()
                .ifPresent(one -> {
                    throw KakehashiException.invalid(
                            "proposal.refused.rule", Map.of("rule", name(one), "why", why(one)));
                });
    }

    /// What the rule of a finding is called, in the reader's language.
    public static String name(RuleFinding one) {
        Guideline.Paragraph paragraph = one.paragraph();
        return paragraph == null ? Text.t("proposal.rule.system") : Text.t(paragraph.label());
    }

    /// Why, and what to do, in the reader's language.
    public static String why(RuleFinding one) {
        Map<String, Object> arguments = new HashMap<>(one.arguments());
        arguments.replaceAll(
                (name, value) -> value instanceof LocalDate day ? Dates.day(day) : value);
        return Messages.text(Text.locale(), one.key(), arguments);
    }

    public boolean mayWaive(Proposal proposal) {
        return !proposal.state().over() && access.may(WAIVE, proposal.content().aim().units());
    }

    /// Says that a paragraph does not apply to a proposal, and why.
    @Transactional
    public void waive(Proposal proposal, UUID paragraph, String reason) {
        requireWaivable(proposal, paragraph);
        if (reason.isBlank() || reason.length() > 2_000) {
            throw KakehashiException.invalid("proposal.waiver.reasonNeeded", Map.of());
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        store.waive(
                proposal.id(), new Waiver(paragraph, reason.strip(), CurrentUser.get().id(), now));
        audit.record(
                "proposal.waived",
                ProposalSubject.KIND,
                proposal.id(),
                Map.of("paragraph", paragraph, "reason", reason.strip()));
    }

    /// Takes a waiver back.
    @Transactional
    public void unwaive(Proposal proposal, UUID paragraph) {
        requireWaivable(proposal, paragraph);
        if (store.unwaive(proposal.id(), paragraph) > 0) {
            audit.record(
                    "proposal.waiverTakenBack",
                    ProposalSubject.KIND,
                    proposal.id(),
                    Map.of("paragraph", paragraph));
        }
    }

    private void requireWaivable(Proposal proposal, UUID paragraph) {
        if (!mayWaive(proposal)) {
            throw KakehashiException.forbidden(WAIVE);
        }
        boolean known =
                guideline(proposal).stream()
                        .flatMap(one -> one.paragraphs().stream())
                        .anyMatch(one -> one.id().equals(paragraph) && one.rule() != null);
        if (!known) {
            throw KakehashiException.notFound();
        }
    }
}
