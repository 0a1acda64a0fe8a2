package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.CaseState.Progress;
import org.kakehashi.review.CaseState.Status;

/// The course of cases, by examples and by random processes with random acts. A failing case prints
/// its seed.
class CourseTests {
    private static final Bilingual NAME = new Bilingual("段階", "Step");
    private static final List<String> CONDITIONS =
            List.of(
                    "",
                    "",
                    "",
                    "units >= 2",
                    "level = university",
                    "country in KR, TW or units <= 1");

    @Test
    void randomCasesNeverStandStillAndAlwaysReplay() {
        for (long seed = 1; seed <= 3_000; seed++) {
            Random dice = new Random(seed);
            ReviewProcess process = randomProcess(dice);
            List<CaseEvent> events = new ArrayList<>();
            Facts facts = randomFacts(dice);
            boolean fast = Course.mayBeFast(process, facts) && dice.nextBoolean();
            events.addAll(Course.propose(process, facts, fast));
            CaseState state = CaseState.replay(events);
            check(process, state, events, seed);
            for (int act = 0; act < 40 && !state.status().over(); act++) {
                List<CaseEvent> more = randomAct(dice, process, state);
                CaseState stepwise = state;
                for (CaseEvent event : more) {
                    stepwise = stepwise.after(event);
                }
                events.addAll(more);
                state = CaseState.replay(events);
                assertThat(stepwise).as("replay, seed %d", seed).isEqualTo(state);
                check(process, state, events, seed);
            }
        }
    }

    /// What must hold of every case at every moment.
    private static void check(
            ReviewProcess process, CaseState state, List<CaseEvent> events, long seed) {
        List<Step> open = process.steps().stream().filter(state::open).toList();
        assertThat(open.stream().map(Step::stage).distinct().toList())
                .as("open steps are of one stage, seed %d", seed)
                .hasSizeLessThanOrEqualTo(1);
        if (state.status() == Status.RUNNING) {
            assertThat(open).as("a running case waits for somebody, seed %d", seed).isNotEmpty();
        }
        for (Step step : open) {
            assertThat(step.kind()).isNotEqualTo(Step.Kind.INFORM);
            assertThat(process.steps())
                    .as("nothing before an open step is undone, seed %d", seed)
                    .filteredOn(other -> other.stage() < step.stage())
                    .allMatch(other ->
                            Set.of(Progress.DONE, Progress.SKIPPED)
                                    .contains(state.of(other).progress()));
        }
        if (state.status() == Status.APPROVED) {
            assertThat(process.steps())
                    .as("an approved case was decided, seed %d", seed)
                    .anyMatch(step ->
                            step.kind() == Step.Kind.DECIDE
                                    && state.of(step).outcome() == Step.Outcome.APPROVED)
                    .noneMatch(step -> state.of(step).outcome() == Step.Outcome.REJECTED);
        }
        long endings =
                events.stream()
                        .filter(event ->
                                Set.of(
                                                CaseEvent.Kind.APPROVED,
                                                CaseEvent.Kind.REJECTED,
                                                CaseEvent.Kind.WITHDRAWN)
                                        .contains(event.kind()))
                        .count();
        assertThat(endings).as("ends once, seed %d", seed).isEqualTo(state.status().over() ? 1 : 0);
        assertThat(state.events()).isEqualTo(events.size());
    }

    @Test
    void everyoneAgreeingBringsEveryCaseToApproval() {
        for (long seed = 1; seed <= 1_000; seed++) {
            Random dice = new Random(seed);
            ReviewProcess process = randomProcess(dice);
            List<CaseEvent> events =
                    new ArrayList<>(Course.propose(process, randomFacts(dice), false));
            CaseState state = CaseState.replay(events);
            for (int act = 0; act <= process.steps().size() && !state.status().over(); act++) {
                Step step = process.steps().stream().filter(state::open).findFirst().orElseThrow();
                events.addAll(
                        Course.end(process, state, step, step.kind().outcomes().getFirst(), null));
                state = CaseState.replay(events);
            }
            assertThat(state.status()).as("seed %d", seed).isEqualTo(Status.APPROVED);
        }
    }

    @Test
    void aChangedFactRestartsTheStepsThatRestOnItAndWhatFollows() {
        Step office = step("office", 1, Step.Kind.CONSULT, "", Set.of());
        Step deans = step("deans", 2, Step.Kind.CONSULT, "units >= 2", Set.of());
        Step board = step("board", 3, Step.Kind.DECIDE, "", Set.of());
        ReviewProcess process = process(List.of(office, deans, board), null);
        List<CaseEvent> events =
                new ArrayList<>(Course.propose(process, facts("units", "1"), false));
        events.addAll(
                Course.end(
                        process, CaseState.replay(events), office, Step.Outcome.FAVOURABLE, null));
        assertThat(CaseState.replay(events).of(deans).progress()).isEqualTo(Progress.SKIPPED);
        assertThat(CaseState.replay(events).open(board)).isTrue();
        events.addAll(Course.changeFacts(process, CaseState.replay(events), facts("units", "2")));
        CaseState state = CaseState.replay(events);
        assertThat(state.of(office).progress()).isEqualTo(Progress.DONE);
        assertThat(state.open(deans)).isTrue();
        assertThat(state.of(board).progress()).isEqualTo(Progress.PENDING);
    }

    @Test
    void aReturnedCaseGoesOnWhereItWas() {
        Step office = step("office", 1, Step.Kind.CONSULT, "", Set.of());
        Step board = step("board", 2, Step.Kind.DECIDE, "", Set.of());
        ReviewProcess process = process(List.of(office, board), null);
        Facts facts = facts("units", "1");
        List<CaseEvent> events = new ArrayList<>(Course.propose(process, facts, false));
        events.addAll(
                Course.end(
                        process, CaseState.replay(events), office, Step.Outcome.FAVOURABLE, null));
        events.addAll(Course.sendBack(process, CaseState.replay(events), board, "Which term?"));
        assertThat(CaseState.replay(events).status()).isEqualTo(Status.RETURNED);
        CaseState returned = CaseState.replay(events);
        assertThatThrownBy(() -> Course.end(process, returned, board, Step.Outcome.APPROVED, null))
                .isInstanceOf(KakehashiException.class);
        events.addAll(Course.resubmit(process, returned, facts, null));
        CaseState state = CaseState.replay(events);
        assertThat(state.open(board)).isTrue();
        assertThat(state.of(office).progress()).isEqualTo(Progress.DONE);
    }

    @Test
    void anUnknownFactNeverLeavesAStepOut() {
        Step deans = step("deans", 1, Step.Kind.CONSULT, "units >= 2", Set.of());
        Step board = step("board", 2, Step.Kind.DECIDE, "", Set.of());
        ReviewProcess process = process(List.of(deans, board), Condition.parse("units <= 1"));
        CaseState state = CaseState.replay(Course.propose(process, Facts.NONE, false));
        assertThat(state.open(deans)).isTrue();
        assertThat(Course.mayBeFast(process, Facts.NONE)).isFalse();
        assertThatThrownBy(() -> Course.propose(process, Facts.NONE, true))
                .isInstanceOf(KakehashiException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units >= 2|units >= 2",
                "units>=2 and level=university|units >= 2 and level = university",
                "country in KR,TW or units <= 1|country in KR, TW or units <= 1",
                "level != department|level != department"
            })
    void conditionsAreReadAndWrittenAlike(String written, String tidy) {
        assertThat(Condition.parse(written).toString()).isEqualTo(tidy);
        assertThat(Condition.parse(tidy)).isEqualTo(Condition.parse(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units >= two",
                "units",
                ">= 2",
                "units >= 2; drop table",
                "level = a, b",
                "T(java.lang.Runtime).exec(x) = 1",
                "units = ${x}"
            })
    void whatIsNoConditionIsRefused(String written) {
        assertThatThrownBy(() -> Condition.parse(written)).isInstanceOf(KakehashiException.class);
    }

    private static List<CaseEvent> randomAct(Random dice, ReviewProcess process, CaseState state) {
        if (state.status() == Status.RETURNED) {
            return dice.nextInt(10) == 0
                    ? Course.withdraw(state, "no longer wanted")
                    : Course.resubmit(process, state, randomFacts(dice), null);
        }
        List<Step> open = process.steps().stream().filter(state::open).toList();
        Step step = open.get(dice.nextInt(open.size()));
        return switch (dice.nextInt(12)) {
            case 0 -> Course.sendBack(process, state, step, "reason");
            case 1 -> Course.changeFacts(process, state, randomFacts(dice));
            case 2 ->
                    dice.nextInt(4) == 0
                            ? Course.withdraw(state, "reason")
                            : Course.changeFacts(process, state, randomFacts(dice));
            default -> {
                List<Step.Outcome> outcomes = step.kind().outcomes();
                yield Course.end(
                        process, state, step, outcomes.get(dice.nextInt(outcomes.size())), null);
            }
        };
    }

    private static ReviewProcess randomProcess(Random dice) {
        List<Step> steps = new ArrayList<>();
        int stages = 1 + dice.nextInt(5);
        for (int stage = 1; stage <= stages; stage++) {
            int parallel = 1 + dice.nextInt(3);
            for (int i = 0; i < parallel; i++) {
                Step.Kind kind = Step.Kind.values()[dice.nextInt(4)];
                steps.add(randomStep(dice, stage, i, kind));
            }
        }
        if (steps.stream().noneMatch(step -> step.kind() == Step.Kind.DECIDE)) {
            steps.add(randomStep(dice, 1 + dice.nextInt(stages), 9, Step.Kind.DECIDE));
        }
        return process(steps, dice.nextBoolean() ? Condition.parse("units <= 2") : null);
    }

    private static Step randomStep(Random dice, int stage, int index, Step.Kind kind) {
        Set<String> again =
                dice.nextInt(3) == 0 ? Set.of(dice.nextBoolean() ? "country" : "units") : Set.of();
        String condition = CONDITIONS.get(dice.nextInt(CONDITIONS.size()));
        Step plain = step("s" + stage + index, stage, kind, condition, again);
        return new Step(
                plain.id(),
                plain.code(),
                stage,
                kind,
                NAME,
                plain.body(),
                plain.condition(),
                null,
                null,
                null,
                dice.nextBoolean(),
                again,
                List.of());
    }

    private static Facts randomFacts(Random dice) {
        Map<String, Set<String>> values = new HashMap<>();
        if (dice.nextInt(4) != 0) {
            values.put("units", Set.of(Integer.toString(1 + dice.nextInt(3))));
        }
        if (dice.nextInt(4) != 0) {
            values.put("level", Set.of(dice.nextBoolean() ? "university" : "department"));
        }
        if (dice.nextInt(4) != 0) {
            values.put("country", Set.of(List.of("KR", "TW", "DE").get(dice.nextInt(3))));
        }
        return new Facts(values);
    }

    private static Facts facts(String name, String value) {
        return new Facts(Map.of(name, Set.of(value)));
    }

    private static Step step(
            String code, int stage, Step.Kind kind, String condition, Set<String> again) {
        return new Step(
                UUID.randomUUID(),
                code,
                stage,
                kind,
                NAME,
                UUID.randomUUID(),
                Condition.parse(condition),
                null,
                null,
                null,
                false,
                again,
                List.of());
    }

    private static ReviewProcess process(
            List<Step> steps, @org.jspecify.annotations.Nullable Condition fast) {
        return new ReviewProcess(
                UUID.randomUUID(),
                "test",
                1,
                ReviewProcess.State.PUBLISHED,
                NAME,
                List.of("matter"),
                Condition.ALWAYS,
                fast,
                null,
                NAME,
                steps,
                0);
    }
}
