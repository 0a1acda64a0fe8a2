package org.kakehashi.proposal;

import static org.kakehashi.schema.organization.Tables.NAMES;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.agreement.AgreementContent;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.proposal.ProposalContent.Aim;
import org.kakehashi.proposal.ProposalContent.Beside;
import org.kakehashi.proposal.ProposalContent.Conditions;
import org.kakehashi.proposal.ProposalContent.Degrees;
import org.kakehashi.proposal.ProposalContent.Partner;
import org.kakehashi.proposal.ProposalContent.Purpose;
import org.kakehashi.proposal.ProposalContent.TermKind;
import org.kakehashi.review.Answer;
import org.kakehashi.review.Processes;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.Step;

/// What tests of proposals need: institutions, a guideline in force, a process, people who agree.
record ProposalWorld(
        DSLContext jooq,
        Guidelines guidelines,
        Processes processes,
        ReviewCases cases,
        Users users,
        Units units) {

    UUID institution(String name) {
        UUID id =
                jooq.insertInto(ORGANIZATIONS)
                        .set(ORGANIZATIONS.ORIGIN, "local")
                        .set(ORGANIZATIONS.STATUS, "active")
                        .set(ORGANIZATIONS.NAME, name)
                        .returningResult(ORGANIZATIONS.ID)
                        .fetchSingle()
                        .value1();
        jooq.insertInto(NAMES)
                .set(NAMES.ORGANIZATION_ID, id)
                .set(NAMES.VALUE, name)
                .set(NAMES.KIND, "display")
                .set(NAMES.SOURCE, "office")
                .execute();
        return id;
    }

    /// Copies the shipped example and puts it in force.
    Guideline guideline() {
        return CurrentUser.SYSTEM.call(() -> {
            UUID example =
                    guidelines.list().stream()
                            .filter(Guideline::example)
                            .findFirst()
                            .orElseThrow()
                            .id();
            UUID copy = guidelines.copy(example);
            guidelines.publish(copy, guidelines.get(copy).version());
            return guidelines.inForce().orElseThrow();
        });
    }

    /// Copies a shipped example of a process and publishes it.
    UUID process(String example) {
        return CurrentUser.SYSTEM.call(() -> {
            UUID shipped =
                    processes.list().stream()
                            .filter(one -> one.example() != null && one.code().equals(example))
                            .findFirst()
                            .orElseThrow()
                            .id();
            UUID copy =
                    processes.copy(
                            shipped,
                            "own-" + example,
                            new Bilingual("手続 " + example, "Process " + example));
            processes.publish(copy, processes.get(copy).version());
            return copy;
        });
    }

    UUID unit(String code) {
        return units.findByNameOrCode(code).orElseThrow().id();
    }

    CurrentUser person(String login) {
        User user = users.findByLogin(login).orElseThrow();
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }

    /// Complete, and in line with the example guideline.
    ProposalContent complete(UUID partner, String... unitCodes) {
        return new ProposalContent(
                new Partner(partner, null, Degrees.DOCTORAL, "International office"),
                new Aim(
                        AgreementContent.Level.UNIVERSITY,
                        List.of("student_exchange"),
                        Set.of(Purpose.EXCHANGE),
                        new Bilingual("学術交流協定", "Agreement on exchange"),
                        new Bilingual("学生を毎年交換する。", "Students are exchanged every year."),
                        java.util.Arrays.stream(unitCodes).map(this::unit).toList(),
                        "教授 見本",
                        null),
                new Conditions(
                        TermKind.YEARS,
                        5,
                        null,
                        null,
                        Term.RenewalMode.BY_EVALUATION,
                        6,
                        List.of("en"),
                        null,
                        3,
                        3,
                        2,
                        2,
                        null,
                        ProposalContent.Answer.NO,
                        null,
                        ProposalContent.Answer.NO,
                        null,
                        null),
                new Beside(null, null, null));
    }

    /// Everybody who is asked agrees, until nothing is open.
    void agree(UUID caseId) {
        for (int i = 0; i < 20; i++) {
            ReviewCase one = CurrentUser.SYSTEM.call(() -> cases.get(caseId));
            if (one.openSteps().isEmpty()) {
                return;
            }
            Step step = one.openSteps().getFirst();
            CurrentUser actor =
                    List.of("office", "executive", "member").stream()
                            .map(this::person)
                            .filter(who -> who.call(() -> cases.actor(one, step)).isPresent())
                            .findFirst()
                            .orElseThrow();
            var answers =
                    step.checks().stream()
                            .collect(
                                    Collectors.toMap(
                                            Step.Check::id, check -> new Answer(true, "paper 1")));
            actor.run(() ->
                    cases.act(
                            caseId,
                            one.version(),
                            step.id(),
                            step.kind().outcomes().getFirst(),
                            "",
                            answers));
        }
        throw new IllegalStateException("The case does not end");
    }
}
