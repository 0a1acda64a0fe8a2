package org.kakehashi.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kakehashi.kernel.Bilingual;

/// Where steps stand: in sequence or in parallel.
class StepPlaceTests {
    @Test
    void aStepGoesFirstBesideOthersOrAfterThem() {
        List<Step> steps = List.of(step("a", 1), step("b", 2), step("c", 2));
        assertThat(order(place("after-0").put(steps, step("x", 9)))).isEqualTo("x1 a2 b3 c3");
        assertThat(order(place("beside-2").put(steps, step("x", 9)))).isEqualTo("a1 b2 c2 x2");
        assertThat(order(place("after-1").put(steps, step("x", 9)))).isEqualTo("a1 x2 b3 c3");
        assertThat(order(place("after-2").put(steps, step("x", 9)))).isEqualTo("a1 b2 c2 x3");
    }

    @Test
    void aStepThatMovesLeavesNoGap() {
        List<Step> steps = List.of(step("a", 1), step("b", 2), step("c", 3));
        assertThat(order(place("after-2").put(steps, step("a", 1)))).isEqualTo("b1 c2 a3");
        assertThat(order(place("beside-1").put(steps, step("c", 3)))).isEqualTo("a1 c1 b2");
    }

    @Test
    void whatIsNoPlaceIsNotRead() {
        for (String bad : List.of("", "after", "after--1", "beside-999", "before-1", "after-1 ")) {
            assertThat(StepPlace.parse(bad)).as(bad).isEmpty();
        }
    }

    @Test
    void savingAStepWhereItStandsChangesNothing() {
        long seed = 20261121;
        Random dice = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Step> steps = new ArrayList<>();
            for (int i = 0; i < 1 + dice.nextInt(6); i++) {
                steps.add(step("s" + i, 1 + dice.nextInt(4)));
            }
            List<Step> tidy = StepPlace.numbered(steps);
            Step one = tidy.get(dice.nextInt(tidy.size()));
            List<Step> again = StepPlace.of(tidy, one).put(tidy, one);
            assertThat(stages(again)).as("seed %d, round %d", seed, round).isEqualTo(stages(tidy));
        }
    }

    private static StepPlace place(String code) {
        return StepPlace.parse(code).orElseThrow();
    }

    private static Set<String> stages(List<Step> steps) {
        return Set.copyOf(steps.stream().map(step -> step.code() + step.stage()).toList());
    }

    private static String order(List<Step> steps) {
        return String.join(" ", steps.stream().map(step -> step.code() + step.stage()).toList());
    }

    private static Step step(String code, int stage) {
        return new Step(
                new UUID(0, 0),
                code,
                stage,
                Step.Kind.CONSULT,
                new Bilingual("名", "Name"),
                new UUID(0, 0),
                Condition.ALWAYS,
                null,
                null,
                null,
                false,
                Set.of(),
                List.of());
    }
}
