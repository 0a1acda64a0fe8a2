package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Measure;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/// What a room hears of its subjects, each door by itself; and the five examples from their first
/// step to their last.
@Import(ReviewSubjectStoreTests.Plan.class)
class ReviewSubjectStoreTests extends ApplicationTest {
    /// A subject of a room that only listens.
    static class Plan implements ReviewSubject {
        final List<String> heard = new ArrayList<>();
        final Map<UUID, Set<UUID>> units = new HashMap<>();
        boolean refuse;

        @Override
        public String kind() {
            return "plan";
        }

        @Override
        public Bilingual name() {
            return new Bilingual("計画", "Plan");
        }

        @Override
        public List<FactKind> facts() {
            return Stream.of("units", "level", "country", "topic", "burden")
                    .map(name -> new FactKind(name, new Bilingual(name, name), List.of()))
                    .toList();
        }

        @Override
        public Subject get(UUID id) {
            Set<UUID> of = units.get(id);
            return new Subject(
                    new Bilingual("見本の計画", "Sample plan"),
                    "/",
                    of,
                    new Facts(Map.of("units", Set.of(Integer.toString(of.size())))));
        }

        @Override
        public boolean mayPropose(UUID id) {
            return true;
        }

        @Override
        public void decided(UUID id, Decision decision) {
            heard.add("decided " + decision.approved());
        }

        @Override
        public void moved(UUID id, Move move) {
            if (refuse) {
                throw KakehashiException.invalid("review.problem", Map.of());
            }
            assertThat(CurrentUser.get()).isEqualTo(CurrentUser.SYSTEM);
            heard.add("moved " + move.status());
        }

        @Override
        public void stepEnded(UUID id, StepEnd end) {
            heard.add("ended " + end.step().code() + " " + end.outcome());
        }
    }

    @Autowired Plan plans;
    @Autowired Processes processes;
    @Autowired ReviewCases cases;
    @Autowired Bodies bodies;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired List<Measure> measures;

    private UUID process;

    @BeforeAll
    void publish() {
        process = CurrentUser.SYSTEM.call(() -> published("tokyo-university", "of-plans"));
    }

    @BeforeEach
    void forget() {
        plans.heard.clear();
        plans.refuse = false;
    }

    @Test
    void aRoomHearsEachMoveOnceAndEachEndOfAStep() {
        UUID plan = plan(1);
        UUID id = propose(plan, process);
        assertThat(plans.heard).contains("moved RUNNING").doesNotContain("moved RETURNED");
        plans.heard.clear();
        ReviewCase one = CurrentUser.SYSTEM.call(() -> cases.get(id));
        Step first = one.openSteps().getFirst();
        CurrentUser actor = actor(one, first);
        actor.run(() -> cases.act(id, one.version(), first.id(), null, "Why?", Map.of()));
        assertThat(plans.heard).containsExactly("moved RETURNED");
        plans.heard.clear();
        as("office").run(() -> cases.resubmit(id, version(id), "Because."));
        assertThat(plans.heard).containsExactly("moved RUNNING");
        plans.heard.clear();
        walk(id);
        assertThat(plans.heard.stream().filter(one2 -> one2.startsWith("ended")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(plans.heard).endsWith("moved APPROVED", "decided true");
    }

    @Test
    void aRoomThatWithdrawsItsSubjectEndsTheCaseAndOnlyAnOpenOne() {
        UUID plan = plan(1);
        UUID id = propose(plan, process);
        plans.heard.clear();
        as("office").run(() -> cases.subjectWithdrawn("plan", plan, "計画を取りやめた"));
        ReviewCase after = CurrentUser.SYSTEM.call(() -> cases.get(id));
        assertThat(after.state().status()).isEqualTo(CaseState.Status.WITHDRAWN);
        assertThat(after.events().getLast().event().comment()).isEqualTo("計画を取りやめた");
        assertThat(plans.heard).containsExactly("moved WITHDRAWN");
        int version = after.version();
        as("office").run(() -> cases.subjectWithdrawn("plan", plan, "once more"));
        as("office").run(() -> cases.subjectWithdrawn("plan", UUID.randomUUID(), "nothing"));
        assertThat(version(id)).isEqualTo(version);
    }

    @Test
    void whatARoomRefusesToHearNeverHappened() {
        UUID plan = plan(1);
        plans.refuse = true;
        assertThatThrownBy(() -> propose(plan, process)).isInstanceOf(KakehashiException.class);
        assertThat(as("office").call(() -> cases.about("plan", plan))).isEmpty();
    }

    /// As read in the sources named on each; they may have changed since.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tohoku-strategic-partner",
                "tohoku-engineering",
                "tokyo-university",
                "tokyo-department",
                "saga-university",
                "saga-department",
                "tottori",
                "hokkaido"
            })
    void eachExampleIsWalkedFromItsProposalToItsEnd(String example) {
        ReviewProcess shipped =
                CurrentUser.SYSTEM.call(() ->
                        processes.list().stream()
                                .filter(one -> one.example() != null && one.code().equals(example))
                                .findFirst()
                                .orElseThrow());
        UUID mine = CurrentUser.SYSTEM.call(() -> published(example, "walked-" + example));
        for (int of : List.of(1, 3)) {
            UUID id = propose(plan(of), mine);
            walk(id);
            ReviewCase after = CurrentUser.SYSTEM.call(() -> cases.get(id));
            assertThat(after.state().status()).isEqualTo(CaseState.Status.APPROVED);
            assertThat(after.openSteps()).isEmpty();
            assertThat(plans.heard.stream().filter("decided true"::equals))
                    .hasSize(of == 1 ? 1 : 2);
        }
        for (String language : List.of("ja", "en")) {
            String page =
                    signedInAs("office").reads(language).get("/processes/" + shipped.id()).text();
            assertThat(page)
                    .contains(shipped.example().source())
                    .contains(
                            shipped.example().year() != null
                                    ? shipped.example().year().toString()
                                    : language.equals("ja") ? "年の" : "without a year")
                    .contains(
                            String.valueOf(shipped.example().university().in(Locale.of(language))));
        }
    }

    @Test
    void figuresCallThingsByTheirNames() {
        UUID id = propose(plan(1), process);
        walk(id);
        Measure proposals = measure("review.proposals");
        assertThat(proposals.valueName("process", "of-plans", Locale.ENGLISH)).isEqualTo("Copied");
        assertThat(proposals.valueName("process", "of-plans", Locale.JAPANESE)).isEqualTo("写し");
        assertThat(proposals.valueName("kind", "plan", Locale.JAPANESE)).isEqualTo("計画");
        assertThat(proposals.valueName("kind", "gone", Locale.JAPANESE)).isEqualTo("gone");
        assertThat(measure("review.steps").valueName("body", "board", Locale.ENGLISH))
                .isNotEqualTo("board")
                .isNotBlank();
    }

    private Measure measure(String name) {
        return measures.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    }

    /// Everybody agrees, checklists answered with evidence, until nothing is open.
    private void walk(UUID id) {
        for (int i = 0; i < 40; i++) {
            ReviewCase one = CurrentUser.SYSTEM.call(() -> cases.get(id));
            if (one.openSteps().isEmpty()) {
                return;
            }
            Step step = one.openSteps().getFirst();
            Map<UUID, Answer> answers = new HashMap<>();
            step.checks().forEach(check -> answers.put(check.id(), new Answer(true, "資料1")));
            actor(one, step)
                    .run(() ->
                            cases.act(
                                    id,
                                    one.version(),
                                    step.id(),
                                    step.kind().outcomes().getFirst(),
                                    "",
                                    answers));
        }
    }

    /// Who may end this step; where nobody sits in its body, the executive is called into it.
    private CurrentUser actor(ReviewCase one, Step step) {
        if (CurrentUser.SYSTEM.call(() -> cases.holders(one, step)).isEmpty()) {
            CurrentUser executive = as("executive");
            CurrentUser.SYSTEM.run(() ->
                    bodies.addHolder(
                            new Holder(
                                    step.body(),
                                    step.body(),
                                    executive.id(),
                                    executive.name(),
                                    one.units().iterator().next(),
                                    Holder.Duty.CHAIR,
                                    true,
                                    java.time.LocalDate.now().minusDays(2),
                                    null)));
        }
        UUID user = CurrentUser.SYSTEM.call(() -> cases.holders(one, step)).getFirst().user();
        var found = CurrentUser.SYSTEM.call(() -> users.get(user));
        return new CurrentUser(found.id(), found.login(), found.name(), found.grants());
    }

    private int version(UUID id) {
        return CurrentUser.SYSTEM.call(() -> cases.get(id)).version();
    }

    private UUID plan(int count) {
        UUID id = UUID.randomUUID();
        List<String> codes = List.of("ENG", "SCI", "LET");
        plans.units.put(
                id,
                Set.copyOf(
                        codes.subList(0, count).stream()
                                .map(code -> units.findByNameOrCode(code).orElseThrow().id())
                                .toList()));
        return id;
    }

    private UUID propose(UUID plan, UUID by) {
        return as("office").call(() -> cases.propose("plan", plan, by, false, null));
    }

    /// A copy of an example for plans, its conditions left out where plans know no such fact.
    private UUID published(String example, String code) {
        ReviewProcess original =
                processes.list().stream()
                        .filter(one -> one.example() != null && one.code().equals(example))
                        .findFirst()
                        .orElseThrow();
        UUID copy = processes.copy(original.id(), code, new Bilingual("写し", "Copied"));
        ReviewProcess draft = processes.get(copy);
        processes.change(
                new ReviewProcess(
                        copy,
                        draft.code(),
                        draft.edition(),
                        draft.state(),
                        draft.name(),
                        List.of("plan"),
                        Condition.ALWAYS,
                        null,
                        null,
                        draft.note(),
                        draft.steps(),
                        draft.version()));
        processes.publish(copy, processes.get(copy).version());
        return copy;
    }

    private CurrentUser as(String login) {
        var user = CurrentUser.SYSTEM.call(() -> users.findByLogin(login).orElseThrow());
        return new CurrentUser(user.id(), user.login(), user.name(), user.grants());
    }
}
