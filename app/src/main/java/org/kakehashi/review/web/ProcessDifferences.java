package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.Condition;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.review.Step;

/// How two states of a process differ, in words. Steps are the same where their codes are.
public final class ProcessDifferences {
    /// @param where the step, or the process as a whole
    public record Difference(
            String where, String what, @Nullable String before, @Nullable String after) {}

    private final Map<UUID, String> bodies;
    private final List<ReviewSubject> kinds;

    ProcessDifferences(Map<UUID, String> bodies, List<ReviewSubject> kinds) {
        this.bodies = bodies;
        this.kinds = kinds;
    }

    List<Difference> between(ReviewProcess before, ReviewProcess after) {
        List<Difference> all =
                new ArrayList<>(compared(t("review.process.whole"), whole(before), whole(after)));
        Set<String> codes = new LinkedHashSet<>();
        after.steps().forEach(step -> codes.add(step.code()));
        before.steps().forEach(step -> codes.add(step.code()));
        for (String code : codes) {
            all.addAll(between(find(before, code), find(after, code)));
        }
        return all;
    }

    /// Of one step; null where it is not there.
    List<Difference> between(@Nullable Step before, @Nullable Step after) {
        if (before == null || after == null) {
            Step only = before == null ? after : before;
            return only == null
                    ? List.of()
                    : List.of(
                            new Difference(
                                    t(only.name()),
                                    t("review.step"),
                                    before == null ? null : summary(before),
                                    after == null ? null : summary(after)));
        }
        return compared(t(after.name()), words(before), words(after));
    }

    private static @Nullable Step find(ReviewProcess process, String code) {
        return process.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static List<Difference> compared(
            String where, Map<String, String> before, Map<String, String> after) {
        List<Difference> all = new ArrayList<>();
        before.forEach((what, text) -> {
            String now = after.getOrDefault(what, "");
            if (!text.equals(now)) {
                all.add(new Difference(where, what, shown(text), shown(now)));
            }
        });
        return all;
    }

    private static @Nullable String shown(String text) {
        return text.isEmpty() ? null : text;
    }

    private Map<String, String> whole(ReviewProcess process) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(t("review.process.nameJa"), text(process.name().ja()));
        words.put(t("review.process.nameEn"), text(process.name().en()));
        words.put(t("review.process.kinds"), kinds(process));
        words.put(t("review.process.applies"), condition(process.applies()));
        words.put(t("review.fast"), fast(process));
        words.put(t("review.process.noteJa"), text(process.note().ja()));
        words.put(t("review.process.noteEn"), text(process.note().en()));
        return words;
    }

    private String kinds(ReviewProcess process) {
        return ReviewWords.joined(
                kinds.stream()
                        .filter(kind -> process.kinds().contains(kind.kind()))
                        .map(ReviewSubject::name)
                        .toList());
    }

    private String fast(ReviewProcess process) {
        Condition fast = process.fast();
        if (fast == null) {
            return "";
        }
        return fast.anyOf().isEmpty() ? t("review.process.applies.always") : condition(fast);
    }

    private Map<String, String> words(Step step) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(t("review.step.order"), Integer.toString(step.stage()));
        words.put(t("review.process.nameJa"), text(step.name().ja()));
        words.put(t("review.process.nameEn"), text(step.name().en()));
        words.put(t("review.step.kind"), ReviewWords.word("step", step.kind()));
        words.put(t("review.step.body"), bodies.getOrDefault(step.body(), ""));
        words.put(t("review.step.condition"), condition(step.condition()));
        words.put(t("review.step.limit"), text(step.days()));
        words.put(t("review.step.remindDays"), text(step.remindDays()));
        UUID escalate = step.escalateTo();
        words.put(
                t("review.step.escalate"),
                escalate == null ? "" : bodies.getOrDefault(escalate, ""));
        words.put(t("review.step.inFast"), yes(step.inFast()));
        words.put(t("review.step.inPerson"), yes(step.inPerson()));
        words.put(
                t("review.step.againOn"),
                step.againOn().stream()
                        .map(this::fact)
                        .sorted()
                        .collect(Collectors.joining(t("review.and"))));
        words.put(
                t("review.checklist"),
                step.checks().stream()
                        .map(check ->
                                t(check.text())
                                        + (check.evidence()
                                                ? " " + t("review.check.evidence.mark")
                                                : ""))
                        .collect(Collectors.joining(" / ")));
        return words;
    }

    private String summary(Step step) {
        return step.stage()
                + ". "
                + t(step.name())
                + " · "
                + ReviewWords.word("step", step.kind())
                + " · "
                + bodies.getOrDefault(step.body(), "");
    }

    private String fact(String name) {
        return kinds.stream()
                .flatMap(kind -> kind.facts().stream())
                .filter(fact -> fact.name().equals(name))
                .map(fact -> t(fact.label()))
                .findFirst()
                .orElse(name);
    }

    private String condition(Condition condition) {
        return ReviewWords.condition(condition, kinds);
    }

    private static String yes(boolean value) {
        return t(value ? "review.yes" : "review.no");
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
