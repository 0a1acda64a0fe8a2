package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Country;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Condition;
import org.kakehashi.review.Durations;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.review.ReviewSubject.FactKind;
import org.kakehashi.review.Step;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Tone;

/// The room's values in the reader's words.
public final class ReviewWords {
    private ReviewWords() {}

    public static String word(String group, Coded value) {
        return t("review." + group + "." + value.code());
    }

    public static Tone tone(CaseState.Status status) {
        return switch (status) {
            case RUNNING -> Tone.INFO;
            case RETURNED -> Tone.ATTENTION;
            case APPROVED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    public static Tone tone(CaseState.StepState state) {
        return switch (state.progress()) {
            case PENDING, SKIPPED -> Tone.NEUTRAL;
            case OPEN -> Tone.INFO;
            case DONE ->
                    state.outcome() == Step.Outcome.REJECTED
                            ? Tone.BAD
                            : state.outcome() == Step.Outcome.CONCERNS ? Tone.ATTENTION : Tone.GOOD;
        };
    }

    /// How a step stands: its outcome once it has one.
    public static String standing(CaseState.StepState state) {
        Step.Outcome outcome = state.outcome();
        return outcome == null ? word("progress", state.progress()) : word("outcome", outcome);
    }

    /// Whole days between two moments.
    public static long days(OffsetDateTime from, OffsetDateTime to) {
        return Math.max(0, java.time.Duration.between(from, to).toDays());
    }

    public static String median(Durations durations) {
        Double median = durations.median();
        return median == null
                ? t("review.duration.none")
                : t("review.duration", "days", median, "n", durations.count());
    }

    public static String joined(List<Bilingual> names) {
        return names.stream()
                .map(name -> name.in(Text.locale()))
                .distinct()
                .collect(Collectors.joining(t("review.and")));
    }

    /// A condition as a sentence, with the facts and values called what their room calls them.
    public static String condition(Condition condition, List<ReviewSubject> subjects) {
        return condition.anyOf().stream()
                .map(group ->
                        group.stream()
                                .map(test -> test(test, subjects))
                                .collect(Collectors.joining(t("review.condition.and"))))
                .collect(Collectors.joining(t("review.condition.or")));
    }

    private static String test(Condition.Test test, List<ReviewSubject> subjects) {
        FactKind fact =
                subjects.stream()
                        .flatMap(subject -> subject.facts().stream())
                        .filter(one -> one.name().equals(test.fact()))
                        .findFirst()
                        .orElse(null);
        String values =
                test.values().stream()
                        .map(code -> value(fact, code))
                        .collect(Collectors.joining(t("review.and")));
        String label = fact == null ? test.fact() : t(fact.label());
        return t(
                "review.condition." + test.comparison().name().toLowerCase(java.util.Locale.ROOT),
                "fact",
                label,
                "values",
                values);
    }

    /// The value of a fact in the reader's words.
    static String value(@Nullable FactKind fact, String code) {
        if (fact == null) {
            return code;
        }
        if (fact.name().equals("country") && code.matches("[A-Z]{2}")) {
            return new Country(code).name(Text.locale());
        }
        return fact.values().stream()
                .filter(value -> value.code().equals(code))
                .map(value -> t(value.label()))
                .findFirst()
                .orElse(code);
    }
}
