package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateReading;

/// An institution's name taken apart.
///
/// @param countryText the country when it was part of the text
/// @param dates what brackets in the name said about dates
record ParsedName(
        String institution,
        List<String> alternatives,
        List<String> units,
        String countryText,
        @Nullable Country country,
        List<String> kinds,
        @Nullable DateReading dates,
        List<String> flags) {

    static ParsedName of(String institution) {
        return new ParsedName(
                institution, List.of(), List.of(), "", null, List.of(), null, List.of());
    }

    ParsedName named(String name) {
        return new ParsedName(name, alternatives, units, countryText, country, kinds, dates, flags);
    }

    ParsedName withAlternative(String name) {
        return name.isBlank() || name.equals(institution)
                ? this
                : new ParsedName(
                        institution,
                        plus(alternatives, name),
                        units,
                        countryText,
                        country,
                        kinds,
                        dates,
                        flags);
    }

    ParsedName withUnits(List<String> more) {
        var all = Stream.concat(units.stream(), more.stream()).distinct().toList();
        return new ParsedName(
                institution, alternatives, all, countryText, country, kinds, dates, flags);
    }

    ParsedName in(String text, Country found) {
        return new ParsedName(institution, alternatives, units, text, found, kinds, dates, flags);
    }

    ParsedName withKinds(List<String> more) {
        var all = Stream.concat(kinds.stream(), more.stream()).distinct().toList();
        return new ParsedName(
                institution, alternatives, units, countryText, country, all, dates, flags);
    }

    ParsedName dated(DateReading reading) {
        return new ParsedName(
                institution, alternatives, units, countryText, country, kinds, reading, flags);
    }

    ParsedName flagged(String flag) {
        return flags.contains(flag)
                ? this
                : new ParsedName(
                        institution,
                        alternatives,
                        units,
                        countryText,
                        country,
                        kinds,
                        dates,
                        plus(flags, flag));
    }

    private static List<String> plus(List<String> list, String text) {
        var longer = new ArrayList<>(list);
        longer.add(text);
        return List.copyOf(longer);
    }
}
