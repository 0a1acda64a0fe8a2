package org.kakehashi.proposal.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.document.Documents;
import org.kakehashi.organization.Organizations;
import org.kakehashi.proposal.Checks;
import org.kakehashi.proposal.Proposal;
import org.kakehashi.proposal.Proposals;
import org.kakehashi.review.Course;
import org.kakehashi.review.Facts;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.Subjects;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Component;

/// Puts the page of a proposal together.
@Component
class ProposalPages {
    private static final String KIND = "proposal";

    private final Proposals proposals;
    private final Checks checks;
    private final Organizations organizations;
    private final Agreements agreements;
    private final Documents documents;
    private final ReviewCases reviews;
    private final Processes processes;
    private final Subjects subjects;
    private final Units units;
    private final Users users;
    private final Kinds kinds;
    private final Clock clock;

    ProposalPages(
            Proposals proposals,
            Checks checks,
            Organizations organizations,
            Agreements agreements,
            Documents documents,
            ReviewCases reviews,
            Processes processes,
            Subjects subjects,
            Units units,
            Users users,
            Kinds kinds,
            Clock clock) {
        this.proposals = proposals;
        this.checks = checks;
        this.organizations = organizations;
        this.agreements = agreements;
        this.documents = documents;
        this.reviews = reviews;
        this.processes = processes;
        this.subjects = subjects;
        this.units = units;
        this.users = users;
        this.kinds = kinds;
        this.clock = clock;
    }

    ProposalPage of(Proposal proposal, Map<String, String> typed, @Nullable String problem) {
        boolean mayEdit = proposals.mayEdit(proposal);
        Facts facts =
                mayEdit && proposal.state() == Proposal.State.DRAFT
                        ? subjects.of(KIND).get(proposal.id()).facts()
                        : Facts.NONE;
        List<ReviewProcess> suiting =
                mayEdit && proposal.state() == Proposal.State.DRAFT
                        ? processes.suiting(KIND, facts)
                        : List.of();
        UUID partner = proposal.content().partner().organization();
        UUID agreement = proposal.agreement();
        UUID maker = proposal.createdBy();
        return new ProposalPage(
                proposal,
                checks.title(proposal),
                partner == null ? null : organizations.get(partner),
                units.list().stream().collect(Collectors.toMap(Unit::id, one -> t(one.name()))),
                proposal.content().aim().kinds().stream().map(one -> t(kinds.name(one))).toList(),
                checks.guideline(proposal).orElse(null),
                checks.of(proposal),
                reviews.about(KIND, proposal.id()).orElse(null),
                agreement == null ? null : agreements.find(agreement).orElse(null),
                documents.part(KIND, proposal.id()),
                maker == null ? null : users.name(maker).map(name -> t(name)).orElse(null),
                days(proposal),
                LocalDate.now(clock),
                choices(suiting, typed.getOrDefault("process", "")),
                suiting.stream().anyMatch(one -> Course.mayBeFast(one, facts)),
                mayEdit,
                checks.mayWaive(proposal),
                typed,
                problem);
    }

    private long days(Proposal proposal) {
        LocalDate from = proposal.createdAt().atZoneSameInstant(Dates.zone()).toLocalDate();
        LocalDate until = proposal.effectiveOn();
        return Math.max(
                0, ChronoUnit.DAYS.between(from, until == null ? LocalDate.now(clock) : until));
    }

    private static List<Choice> choices(List<ReviewProcess> suiting, String chosen) {
        return suiting.stream()
                .map(one ->
                        new Choice(
                                one.id().toString(),
                                t(one.name()),
                                one.id().toString().equals(chosen) || suiting.size() == 1))
                .toList();
    }
}
