package org.kakehashi.strategy.web;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.IndicatorDraft;

/// The form of an indicator, as typed. The upper part helps to write the formula; what is kept is
/// the formula.
public record BuilderForm(
        @Nullable String nameJa,
        @Nullable String nameEn,
        @Nullable String definitionJa,
        @Nullable String definitionEn,
        @Nullable String unit,
        @Nullable String decimals,
        @Nullable String period,
        @Nullable String referenceDay,
        @Nullable String direction,
        @Nullable String level,
        @Nullable List<String> actions,
        @Nullable String how,
        @Nullable String measure,
        @Nullable String of,
        @Nullable List<String> dimension,
        @Nullable List<String> values,
        @Nullable String partDimension,
        @Nullable String partValues,
        @Nullable String expression,
        @Nullable String fromYear,
        @Nullable String breaks,
        @Nullable String reason,
        @Nullable Integer editions) {
    static final int FILTERS = 3;

    static BuilderForm blank() {
        return new BuilderForm(
                null,
                null,
                null,
                null,
                "agreements",
                "0",
                "stock",
                "10-01",
                "up",
                "output",
                List.of(),
                "count",
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static BuilderForm of(Indicator indicator, int year) {
        Edition now = indicator.editions().getLast();
        return new BuilderForm(
                indicator.name().ja(),
                indicator.name().en(),
                now.definition().ja(),
                now.definition().en(),
                now.unit(),
                Integer.toString(now.decimals()),
                indicator.period().name().toLowerCase(Locale.ROOT),
                null,
                indicator.direction().name().toLowerCase(Locale.ROOT),
                indicator.level(),
                indicator.actions(),
                "count",
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                now.expression(),
                Integer.toString(year),
                null,
                null,
                indicator.editions().size());
    }

    /// The same form with the formula its upper part describes.
    BuilderForm written() {
        return new BuilderForm(
                nameJa,
                nameEn,
                definitionJa,
                definitionEn,
                unit,
                decimals,
                period,
                referenceDay,
                direction,
                level,
                actions,
                how,
                measure,
                of,
                dimension,
                values,
                partDimension,
                partValues,
                formula(),
                fromYear,
                breaks,
                reason,
                editions);
    }

    /// What the upper part says, as a formula.
    String formula() {
        String counted = text(measure) == null ? "" : String.valueOf(text(measure));
        String aggregate = text(how) == null ? "count" : String.valueOf(text(how));
        List<String> choices = choices();
        if (aggregate.equals("share")) {
            List<String> some = new ArrayList<>(choices);
            add(some, partDimension, partValues);
            return "share("
                    + call("count", counted, some)
                    + ", "
                    + call("count", counted, choices)
                    + ")";
        }
        boolean ofDimension = aggregate.equals("distinct") || aggregate.equals("concentration");
        return call(
                aggregate,
                ofDimension ? counted + " by " + (text(of) == null ? "" : text(of)) : counted,
                choices);
    }

    private static String call(String aggregate, String of, List<String> choices) {
        return aggregate
                + "("
                + of
                + (choices.isEmpty() ? "" : " where " + String.join(" and ", choices))
                + ")";
    }

    private List<String> choices() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < FILTERS; i++) {
            add(all, at(dimension, i), at(values, i));
        }
        return all;
    }

    private static void add(List<String> all, @Nullable String dimension, @Nullable String typed) {
        if (text(dimension) == null || text(typed) == null) {
            return;
        }
        List<String> quoted = new ArrayList<>();
        for (String one : String.valueOf(text(typed)).split("[,、，\\s\u3000]+")) {
            if (!one.isBlank()) {
                quoted.add(one.matches("[A-Za-z0-9_]+") ? one : "'" + one.replace("'", "''") + "'");
            }
        }
        all.add(dimension + " in (" + String.join(", ", quoted) + ")");
    }

    static @Nullable String at(@Nullable List<String> list, int index) {
        return list == null || index >= list.size() ? null : list.get(index);
    }

    public @Nullable String dimensionAt(int index) {
        return at(dimension, index);
    }

    public @Nullable String valuesAt(int index) {
        return at(values, index);
    }

    static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /// Message keys by field, of what both an indicator and an edition need.
    Map<String, String> problems(boolean anew, LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        if (anew) {
            need(found, "nameJa", nameJa);
            need(found, "nameEn", nameEn);
        }
        need(found, "definitionJa", definitionJa);
        need(found, "definitionEn", definitionEn);
        if (text(decimals) == null || !String.valueOf(text(decimals)).matches("[0-4]")) {
            found.put("decimals", "strategy.build.decimals.problem");
        }
        if (anew && "stock".equals(period) && day() == null) {
            found.put("referenceDay", "strategy.build.referenceDay.problem");
        }
        if (!anew) {
            String year = text(fromYear);
            if (year == null
                    || !year.matches("\\d{4}")
                    || Integer.parseInt(year) < 1950
                    || Integer.parseInt(year) > today.getYear() + 5) {
                found.put("fromYear", "strategy.build.fromYear.problem");
            }
            need(found, "reason", reason);
        }
        return found;
    }

    private static void need(Map<String, String> found, String field, @Nullable String value) {
        if (text(value) == null) {
            found.put(field, "strategy.build.needed");
        }
    }

    private @Nullable MonthDay day() {
        String typed = text(referenceDay);
        try {
            return typed == null ? null : MonthDay.parse("--" + typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    IndicatorDraft draft(List<String> knownUnits, List<String> knownActions) {
        Indicator.Period when =
                switch (String.valueOf(period)) {
                    case "flow" -> Indicator.Period.FLOW;
                    case "calendar_year" -> Indicator.Period.CALENDAR_YEAR;
                    default -> Indicator.Period.STOCK;
                };
        return new IndicatorDraft(
                new Bilingual(text(nameJa), text(nameEn)),
                new Bilingual(text(definitionJa), text(definitionEn)),
                unit != null && knownUnits.contains(unit) ? unit : knownUnits.getFirst(),
                Integer.parseInt(String.valueOf(text(decimals))),
                when,
                when == Indicator.Period.STOCK ? day() : null,
                switch (String.valueOf(direction)) {
                    case "down" -> Indicator.Direction.DOWN;
                    case "neither" -> Indicator.Direction.NEITHER;
                    default -> Indicator.Direction.UP;
                },
                BuilderPages.LEVELS.contains(level) ? String.valueOf(level) : "output",
                text(expression) == null ? "assessment" : "agreement",
                text(expression),
                actions == null
                        ? List.of()
                        : actions.stream().distinct().filter(knownActions::contains).toList());
    }

    Edition edition(List<String> knownUnits) {
        return new Edition(
                Integer.parseInt(String.valueOf(text(fromYear))),
                new Bilingual(text(definitionJa), text(definitionEn)),
                unit != null && knownUnits.contains(unit) ? unit : knownUnits.getFirst(),
                Integer.parseInt(String.valueOf(text(decimals))),
                text(expression),
                breaks != null,
                text(reason));
    }
}
