package org.kakehashi.partnership.web;

import static org.kakehashi.ui.Text.t;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.web.VisitController.Line;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;

/// Which visits the list shows; empty texts restrict nothing. What it does not understand does not
/// restrict either.
public record VisitFilter(
        boolean coming, String text, String direction, String unit, String country, String year) {

    static VisitFilter of(Map<String, String> asked) {
        return new VisitFilter(
                !asked.getOrDefault("show", "coming").equals("past"),
                asked.getOrDefault("q", "").strip(),
                asked.getOrDefault("direction", ""),
                asked.getOrDefault("unit", ""),
                asked.getOrDefault("country", ""),
                asked.getOrDefault("year", ""));
    }

    boolean holds(Line line) {
        Visit visit = line.visit();
        return (direction.isEmpty() || visit.direction().code().equals(direction))
                && (unit.isEmpty() || unit.equals(String.valueOf(visit.unit())))
                && (country.isEmpty() || country.equals(line.country()))
                && (year.isEmpty()
                        || year.equals(String.valueOf(FiscalYear.of(visit.from()).year())))
                && words(line).contains(text.toLowerCase(Locale.ROOT));
    }

    private static String words(Line line) {
        Visit visit = line.visit();
        return String.join(
                        " ",
                        line.partner(),
                        String.valueOf(visit.purpose().ja()),
                        String.valueOf(visit.purpose().en()),
                        String.valueOf(visit.guests()),
                        String.valueOf(visit.hosts()))
                .toLowerCase(Locale.ROOT);
    }

    /// The same, of those to come or of those that are over.
    public String href(boolean shown) {
        return "/visits?show=" + (shown ? "coming" : "past") + parameters();
    }

    private String parameters() {
        StringBuilder all = new StringBuilder();
        Map.of("q", text, "direction", direction, "unit", unit, "country", country, "year", year)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        all.append('&')
                                .append(name)
                                .append('=')
                                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                    }
                });
        return all.toString();
    }

    public boolean restricts() {
        return !parameters().isEmpty();
    }

    public List<Choice> directions() {
        return Arrays.stream(Visit.Direction.values())
                .map(one ->
                        new Choice(one.code(), t("partnership.direction." + one.code()))
                                .chosenIf(direction))
                .toList();
    }

    /// The countries and regions, and the fiscal years, that occur.
    List<Choice> countries(List<Line> lines) {
        return lines.stream()
                .map(Line::country)
                .filter(code -> !code.isEmpty())
                .distinct()
                .map(code ->
                        new Choice(code, new Country(code).name(Text.locale())).chosenIf(country))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    List<Choice> years(List<Line> lines) {
        return lines.stream()
                .map(line -> FiscalYear.of(line.visit().from()))
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .map(one ->
                        new Choice(String.valueOf(one.year()), one.label(Text.locale()))
                                .chosenIf(year))
                .toList();
    }
}
