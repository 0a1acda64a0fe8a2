package org.kakehashi.agreement.web;

import static org.kakehashi.ui.Text.t;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Kinds;
import org.kakehashi.agreement.Term;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;

/// What the filter bar offers. A select shows the first of several values chosen by an address; the
/// chips above the list show them all.
public record ListFields(
        List<Choice> kinds,
        List<Choice> levels,
        List<Choice> countries,
        List<Choice> regions,
        List<Choice> units,
        List<Choice> renewals,
        List<Choice> visibilities,
        List<Choice> yearsStarted,
        List<Choice> yearsEnded,
        List<Choice> endKnown,
        List<Choice> recognised,
        List<Choice> pending) {

    static final List<String> REGIONS =
            List.of(
                    "asia",
                    "oceania",
                    "north_america",
                    "latin_america",
                    "europe",
                    "middle_east",
                    "africa",
                    "other");
    private static final int YEARS_BACK = 50;
    private static final int YEARS_AHEAD = 10;

    static ListFields of(AgreementFilter filter, Kinds kinds, Units units) {
        return new ListFields(
                chosen(
                        filter,
                        Dimension.KIND,
                        kinds.list().stream().map(kind -> new Choice(kind.code(), t(kind.name())))),
                chosen(filter, Dimension.LEVEL, coded("level", Level.values())),
                chosen(filter, Dimension.COUNTRY, withUnknown(Words.countries().stream())),
                chosen(
                        filter,
                        Dimension.REGION,
                        withUnknown(
                                REGIONS.stream()
                                        .map(code ->
                                                new Choice(code, t("agreement.region." + code))))),
                chosen(filter, Dimension.UNIT, withUnknown(units(units))),
                chosen(filter, Dimension.RENEWAL, coded("renewal", Term.RenewalMode.values())),
                chosen(filter, Dimension.VISIBILITY, coded("visibility", Visibility.values())),
                years(filter, Dimension.STARTED),
                years(filter, Dimension.ENDED),
                truth(filter, Dimension.END_KNOWN),
                truth(filter, Dimension.RECOGNISED),
                truth(filter, Dimension.PENDING));
    }

    static Stream<Choice> units(Units units) {
        return units.list().stream()
                .map(unit -> new Choice(unit.id().toString(), indented(units, unit)));
    }

    private static String indented(Units units, Unit unit) {
        return "\u3000".repeat(units.depth(unit)) + t(unit.name());
    }

    private static Stream<Choice> coded(String group, Coded[] values) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.code(), Words.word(group, value)));
    }

    private static Stream<Choice> withUnknown(Stream<Choice> choices) {
        return Stream.concat(choices, Stream.of(new Choice(Dimension.UNKNOWN, t("ui.unknown"))));
    }

    private static List<Choice> truth(AgreementFilter filter, Dimension dimension) {
        String key = "agreement.filter." + dimension.parameter() + ".";
        return chosen(
                filter,
                dimension,
                Stream.of("true", "false").map(value -> new Choice(value, t(key + value))));
    }

    private static List<Choice> years(AgreementFilter filter, Dimension dimension) {
        int now = FiscalYear.of(filter.asOf()).year();
        List<Choice> years = new ArrayList<>();
        for (int year = now + YEARS_AHEAD; year > now - YEARS_BACK; year--) {
            years.add(
                    new Choice(Integer.toString(year), new FiscalYear(year).label(Text.locale())));
        }
        return chosen(filter, dimension, withUnknown(years.stream()));
    }

    private static List<Choice> chosen(
            AgreementFilter filter, Dimension dimension, Stream<Choice> choices) {
        Set<String> values = filter.values(dimension);
        String first = values.isEmpty() ? "" : values.iterator().next();
        return choices.map(choice -> choice.chosenIf(first)).toList();
    }
}
