package org.kakehashi.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.ReviewSubject.FactKind;
import org.kakehashi.review.internal.BodyStore;
import org.springframework.stereotype.Component;

/// What must be put right before a process can be published.
@Component
class ProcessCheck {
    private final Subjects subjects;
    private final BodyStore bodies;

    ProcessCheck(Subjects subjects, BodyStore bodies) {
        this.subjects = subjects;
        this.bodies = bodies;
    }

    List<ProcessProblem> of(ReviewProcess process) {
        List<ProcessProblem> problems = new ArrayList<>();
        whole(process, problems);
        Map<UUID, Body> known =
                bodies.list().stream().collect(Collectors.toMap(Body::id, body -> body));
        List<FactKind> facts = subjects.commonFactKinds(process.kinds());
        condition(null, process.applies(), facts, problems);
        Condition fast = process.fast();
        if (fast != null) {
            condition(null, fast, facts, problems);
        }
        for (Step step : process.steps()) {
            condition(step.code(), step.condition(), facts, problems);
            unknown(step.code(), step.againOn(), facts, problems);
            times(step, problems);
            body(step, known.get(step.body()), problems);
            UUID escalate = step.escalateTo();
            if (escalate != null) {
                body(step, known.get(escalate), problems);
            }
        }
        return problems;
    }

    private static void whole(ReviewProcess process, List<ProcessProblem> problems) {
        if (process.kinds().isEmpty()) {
            problems.add(ProcessProblem.of(null, "review.process.noKind", Map.of()));
        }
        if (process.steps().stream().noneMatch(step -> step.kind() == Step.Kind.DECIDE)) {
            problems.add(ProcessProblem.of(null, "review.process.noDecision", Map.of()));
        }
        boolean fastDecision =
                process.steps().stream()
                        .anyMatch(step -> step.inFast() && step.kind() == Step.Kind.DECIDE);
        if (process.fast() != null && !fastDecision) {
            problems.add(ProcessProblem.of(null, "review.process.noFastDecision", Map.of()));
        }
    }

    private static void condition(
            @Nullable String step,
            Condition condition,
            List<FactKind> facts,
            List<ProcessProblem> problems) {
        unknown(step, condition.facts(), facts, problems);
        condition.anyOf().stream()
                .flatMap(List::stream)
                .forEach(test ->
                        facts.stream()
                                .filter(fact -> fact.name().equals(test.fact()))
                                .findFirst()
                                .ifPresent(fact -> test(step, test, fact, problems)));
    }

    private static void test(
            @Nullable String step,
            Condition.Test test,
            FactKind fact,
            List<ProcessProblem> problems) {
        boolean ordered =
                test.comparison() == Condition.Comparison.AT_LEAST
                        || test.comparison() == Condition.Comparison.AT_MOST;
        Set<String> codes =
                fact.values().stream()
                        .map(ReviewSubject.Value::code)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        if (ordered && !codes.isEmpty()) {
            problems.add(
                    ProcessProblem.of(
                            step, "review.process.notNumber", Map.of("fact", fact.name())));
            return;
        }
        List<String> strange =
                test.values().stream()
                        .filter(value -> !codes.isEmpty() && !codes.contains(value))
                        .toList();
        if (!strange.isEmpty()) {
            problems.add(
                    ProcessProblem.of(
                            step,
                            "review.process.unknownValue",
                            Map.of(
                                    "values", String.join(", ", strange),
                                    "fact", fact.name(),
                                    "known", String.join(", ", codes))));
        }
    }

    private static void unknown(
            @Nullable String step,
            Set<String> asked,
            List<FactKind> facts,
            List<ProcessProblem> problems) {
        Set<String> known =
                facts.stream()
                        .map(FactKind::name)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> strange = new LinkedHashSet<>(asked);
        strange.removeAll(known);
        if (!strange.isEmpty()) {
            problems.add(
                    ProcessProblem.of(
                            step,
                            "review.process.unknownFact",
                            Map.of(
                                    "facts", String.join(", ", strange),
                                    "known", String.join(", ", known))));
        }
    }

    private static void times(Step step, List<ProcessProblem> problems) {
        Integer days = step.days();
        Integer remind = step.remindDays();
        if (days == null && (remind != null || step.escalateTo() != null)) {
            problems.add(ProcessProblem.of(step.code(), "review.step.noLimit", Map.of()));
        } else if (days != null && remind != null && remind > days) {
            problems.add(ProcessProblem.of(step.code(), "review.step.remindLate", Map.of()));
        }
    }

    private static void body(Step step, @Nullable Body body, List<ProcessProblem> problems) {
        if (body == null || !body.active()) {
            problems.add(ProcessProblem.of(step.code(), "review.step.bodyRetired", Map.of()));
        }
    }
}
