package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.formula.Expression;
import org.kakehashi.strategy.formula.FormulaParser;
import org.kakehashi.strategy.formula.FormulaProblem;
import org.kakehashi.strategy.formula.Outcome;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Problem;
import org.springframework.stereotype.Component;

/// Puts the page of the indicator builder together.
@Component
class BuilderPages {
    static final List<String> LEVELS = List.of("input", "activity", "output", "outcome", "impact");
    static final List<String> UNITS =
            List.of(
                    "agreements",
                    "cases",
                    "persons",
                    "percent",
                    "index",
                    "days",
                    "countries",
                    "institutions",
                    "kinds",
                    "papers",
                    "programmes",
                    "bases",
                    "companies",
                    "points");
    private static final int YEARS = 5;
    private static final int MOST_VALUES = 30;

    private final Plans plans;
    private final Readings readings;
    private final ReadingText texts;
    private final Clock clock;

    BuilderPages(Plans plans, Readings readings, ReadingText texts, Clock clock) {
        this.plans = plans;
        this.readings = readings;
        this.texts = texts;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<String> actionCodes() {
        return actions().stream().map(Plan.Action::code).toList();
    }

    private List<Plan.Action> actions() {
        return plans.list().stream().flatMap(plan -> plan.actions().stream()).toList();
    }

    List<FormulaProblem> formulaProblems(@Nullable Indicator indicator, BuilderForm form) {
        String text = BuilderForm.text(form.expression());
        return text == null
                ? List.of()
                : readings.problems(
                        text,
                        indicator == null ? "" : indicator.code(),
                        String.valueOf(form.unit()));
    }

    BuilderPage page(
            @Nullable Indicator indicator,
            BuilderForm form,
            Map<String, String> problems,
            boolean previewed) {
        List<FormulaProblem> formula =
                previewed || !problems.isEmpty() ? formulaProblems(indicator, form) : List.of();
        return new BuilderPage(
                indicator,
                form,
                UNITS.stream()
                        .map(one ->
                                new Choice(one, t("strategy.unit." + one), one.equals(form.unit())))
                        .toList(),
                readings.measures().stream()
                        .map(one ->
                                new Choice(
                                        one.name(),
                                        t(one.nameKey()),
                                        one.name().equals(form.measure())))
                        .toList(),
                dimensions(),
                actions(),
                problems,
                formula.stream()
                        .map(one -> new Problem(ReadingText.problem(one), "#expression", null))
                        .toList(),
                previewed && formula.isEmpty() ? preview(form) : List.of(),
                previewed ? values(form) : List.of());
    }

    /// Of all measures; the formula is checked for those of its own.
    private List<Choice> dimensions() {
        Map<String, String> all = new TreeMap<>();
        for (Measure measure : readings.measures()) {
            measure.dimensions()
                    .forEach(one ->
                            all.putIfAbsent(one.name(), t(measure.dimensionKey(one.name()))));
        }
        return all.entrySet().stream()
                .map(one -> new Choice(one.getKey(), one.getValue()))
                .toList();
    }

    private List<BuilderPage.Preview> preview(BuilderForm form) {
        String text = BuilderForm.text(form.expression());
        Expression tree = text == null ? null : FormulaParser.parse(text).tree();
        if (tree == null) {
            return List.of();
        }
        int decimals =
                String.valueOf(form.decimals()).matches("[0-4]")
                        ? Integer.parseInt(String.valueOf(form.decimals()))
                        : 0;
        List<BuilderPage.Preview> all = new ArrayList<>();
        for (int back = YEARS - 1; back >= 0; back--) {
            LocalDate day = today().minusYears(back);
            Outcome outcome = readings.preview(tree, day);
            all.add(
                    new BuilderPage.Preview(
                            Dates.day(day),
                            outcome.value() == null
                                    ? null
                                    : outcome.value()
                                            .setScale(decimals, RoundingMode.HALF_UP)
                                            .toPlainString(),
                            ReadingText.missing(outcome)));
        }
        return all;
    }

    /// The codes one can write, of the dimensions that were chosen.
    private List<BuilderPage.Values> values(BuilderForm form) {
        List<BuilderPage.Values> all = new ArrayList<>();
        Measure measure =
                readings.measures().stream()
                        .filter(one -> one.name().equals(form.measure()))
                        .findFirst()
                        .orElse(null);
        if (measure == null) {
            return all;
        }
        for (MeasureDimension dimension : measure.dimensions()) {
            boolean asked =
                    dimension.name().equals(form.partDimension())
                            || form.dimension() != null
                                    && form.dimension().contains(dimension.name());
            if (asked && dimension.what() != MeasureDimension.What.PARTNER) {
                all.add(values(measure, dimension));
            }
        }
        return all;
    }

    private BuilderPage.Values values(Measure measure, MeasureDimension dimension) {
        return new BuilderPage.Values(
                t(measure.dimensionKey(dimension.name())),
                dimension.name(),
                readings.values(measure, dimension, today()).entrySet().stream()
                        .sorted(
                                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST_VALUES)
                        .map(one ->
                                new BuilderPage.Value(
                                        one.getKey(),
                                        texts.part(measure, dimension, one.getKey()),
                                        one.getValue()))
                        .toList());
    }
}
