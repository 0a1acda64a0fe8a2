package org.kakehashi.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a step stands among the others: beside the steps of a stage (in parallel), or alone after
/// them. Stage 0 is before everything.
public record StepPlace(int stage, boolean beside) {
    private static final Pattern CODE = Pattern.compile("(beside|after)-(\\d{1,2})");

    /// As forms write it: `beside-2`, `after-0`.
    public static Optional<StepPlace> parse(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches()
                ? Optional.of(
                        new StepPlace(
                                Integer.parseInt(matcher.group(2)),
                                matcher.group(1).equals("beside")))
                : Optional.empty();
    }

    /// Where this step stands now, seen from the others as [#numbered] counts them.
    public static StepPlace of(List<Step> all, Step step) {
        List<Step> others = without(all, step);
        boolean parallel = others.stream().anyMatch(other -> other.stage() == step.stage());
        long before =
                others.stream()
                        .mapToInt(Step::stage)
                        .filter(stage -> stage < step.stage())
                        .distinct()
                        .count();
        return new StepPlace((int) before + (parallel ? 1 : 0), parallel);
    }

    public String code() {
        return (beside ? "beside-" : "after-") + stage;
    }

    /// The steps with this one at its place, stages counted from 1 without gaps.
    public List<Step> put(List<Step> all, Step step) {
        List<Step> others = numbered(without(all, step));
        List<Step> result = new ArrayList<>();
        for (Step other : others) {
            boolean later = !beside && other.stage() > stage;
            result.add(later ? other.at(other.stage() + 1) : other);
        }
        result.add(step.at(Math.max(1, beside ? stage : stage + 1)));
        return numbered(result);
    }

    /// All but this one, by its code.
    public static List<Step> without(List<Step> all, Step step) {
        return all.stream().filter(other -> !other.code().equals(step.code())).toList();
    }

    /// Stages counted from 1 without gaps, in order.
    public static List<Step> numbered(List<Step> steps) {
        TreeMap<Integer, Integer> numbers = new TreeMap<>();
        steps.stream()
                .map(Step::stage)
                .sorted()
                .forEach(stage -> numbers.putIfAbsent(stage, numbers.size() + 1));
        return steps.stream()
                .map(step -> step.at(numbers.getOrDefault(step.stage(), step.stage())))
                .sorted(Comparator.comparingInt(Step::stage))
                .toList();
    }
}
