package org.kakehashi.review.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Condition;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject.FactKind;
import org.kakehashi.review.Step;
import org.kakehashi.review.StepPlace;

/// One step of a draft as the form shows and reads it.
///
/// @param code empty for a step that is new
/// @param place as [StepPlace] writes it
public record StepForm(
        String code,
        String nameJa,
        String nameEn,
        String kind,
        String body,
        String place,
        ConditionForm condition,
        String days,
        String remindDays,
        String escalateTo,
        boolean inFast,
        boolean inPerson,
        Set<String> againOn,
        List<CheckRow> checks,
        int version) {
    private static final UUID NEW = new UUID(0, 0);
    private static final int SPARE_CHECKS = 2;
    private static final int MOST_CHECKS = 30;
    private static final int MOST_DAYS = 1000;

    /// One line of the checklist; empty lines do not count.
    public record CheckRow(String ja, String en, boolean evidence) {
        static final CheckRow EMPTY = new CheckRow("", "", false);
    }

    public StepForm {
        againOn = Set.copyOf(againOn);
        checks = List.copyOf(checks);
    }

    static StepForm fresh(ReviewProcess process, List<FactKind> facts) {
        int last = process.stages().size();
        return new StepForm(
                "",
                "",
                "",
                "",
                "",
                new StepPlace(last, false).code(),
                ConditionForm.of("condition", Condition.ALWAYS, facts),
                "",
                "",
                "",
                false,
                false,
                Set.of(),
                spare(List.of()),
                process.version());
    }

    static StepForm of(ReviewProcess process, Step step, List<FactKind> facts) {
        return new StepForm(
                step.code(),
                text(step.name().ja()),
                text(step.name().en()),
                step.kind().code(),
                step.body().toString(),
                StepPlace.of(process.steps(), step).code(),
                ConditionForm.of("condition", step.condition(), facts),
                text(step.days()),
                text(step.remindDays()),
                text(step.escalateTo()),
                step.inFast(),
                step.inPerson(),
                step.againOn(),
                spare(
                        step.checks().stream()
                                .map(check ->
                                        new CheckRow(
                                                text(check.text().ja()),
                                                text(check.text().en()),
                                                check.evidence()))
                                .toList()),
                process.version());
    }

    static StepForm read(Map<String, String> typed, Set<String> againOn, List<FactKind> facts) {
        List<CheckRow> checks = new ArrayList<>();
        for (int i = 0; i < MOST_CHECKS; i++) {
            CheckRow row =
                    new CheckRow(
                            typed.getOrDefault("check-" + i + "-ja", "").strip(),
                            typed.getOrDefault("check-" + i + "-en", "").strip(),
                            typed.containsKey("check-" + i + "-evidence"));
            if (!row.ja().isEmpty() || !row.en().isEmpty()) {
                checks.add(row);
            }
        }
        return new StepForm(
                typed.getOrDefault("code", ""),
                typed.getOrDefault("nameJa", ""),
                typed.getOrDefault("nameEn", ""),
                typed.getOrDefault("kind", ""),
                typed.getOrDefault("body", ""),
                typed.getOrDefault("place", ""),
                ConditionForm.read("condition", typed, facts),
                typed.getOrDefault("days", "").strip(),
                typed.getOrDefault("remindDays", "").strip(),
                typed.getOrDefault("escalateTo", ""),
                typed.containsKey("inFast"),
                typed.containsKey("inPerson"),
                againOn,
                spare(checks),
                ProcessForm.version(typed));
    }

    /// The step that the form says; its stage follows from its place.
    ///
    /// @throws KakehashiException saying what is missing
    Step step(ReviewProcess process) {
        Step.Kind does =
                Coded.find(Step.Kind.class, kind)
                        .orElseThrow(() ->
                                KakehashiException.invalid("review.step.kindNeeded", Map.of()));
        UUID who =
                id(body).orElseThrow(() ->
                        KakehashiException.invalid("review.step.bodyNeeded", Map.of()));
        return new Step(
                NEW,
                code.isEmpty() ? freeCode(process) : code,
                1,
                does,
                new Bilingual(nameJa, nameEn),
                who,
                condition.condition(),
                number(days, 1),
                number(remindDays, 0),
                id(escalateTo).orElse(null),
                inFast,
                inPerson,
                againOn,
                checks.stream()
                        .filter(row -> !row.equals(CheckRow.EMPTY))
                        .map(row ->
                                new Step.Check(
                                        NEW, new Bilingual(row.ja(), row.en()), row.evidence()))
                        .toList());
    }

    StepPlace placed() {
        return StepPlace.parse(place)
                .orElseThrow(() -> KakehashiException.invalid("review.step.placeNeeded", Map.of()));
    }

    StepForm with(int newVersion) {
        return new StepForm(
                code,
                nameJa,
                nameEn,
                kind,
                body,
                place,
                condition,
                days,
                remindDays,
                escalateTo,
                inFast,
                inPerson,
                againOn,
                checks,
                newVersion);
    }

    private static String freeCode(ReviewProcess process) {
        for (int i = 1; ; i++) {
            String code = "step-" + i;
            if (process.steps().stream().noneMatch(step -> step.code().equals(code))) {
                return code;
            }
        }
    }

    private static @Nullable Integer number(String typed, int least) {
        if (typed.isEmpty()) {
            return null;
        }
        String tidy = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        if (!tidy.matches("\\d{1,4}")) {
            throw KakehashiException.invalid("review.step.daysForm", Map.of("most", MOST_DAYS));
        }
        int number = Integer.parseInt(tidy);
        if (number < least || number > MOST_DAYS) {
            throw KakehashiException.invalid("review.step.daysForm", Map.of("most", MOST_DAYS));
        }
        return number;
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static List<CheckRow> spare(List<CheckRow> rows) {
        List<CheckRow> all = new ArrayList<>(rows);
        for (int i = 0; i < SPARE_CHECKS && all.size() < MOST_CHECKS; i++) {
            all.add(CheckRow.EMPTY);
        }
        return all;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
