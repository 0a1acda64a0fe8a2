package org.kakehashi.resolver.text;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Recognises names of countries and regions in the languages partner lists are written in.
public final class CountryNames {

    private static final List<String> LANGUAGES =
            List.of("en", "ja", "zh", "zh_Hant", "ko", "fr", "de", "es", "pt", "it", "nl", "ru");
    private static final int LONGEST = 16;
    private static final Map<Long, Set<String>> CODES = load();
    private static final Map<String, Set<String>> GROUPS = groups();

    private CountryNames() {}

    /// ISO 3166-1 alpha-2 codes the units from `from` up to `to` name; empty when none.
    public static Set<String> named(Units units, int from, int to) {
        int start = from < to && units.get(from).equals("the") ? from + 1 : from;
        if (start >= to || to - start > LONGEST) {
            return Set.of();
        }
        return CODES.getOrDefault(Keys.exact(units, start, to), Set.of());
    }

    /// Whether two codes belong to one state.
    public static boolean related(String one, String other) {
        return GROUPS.getOrDefault(one, Set.of()).contains(other);
    }

    /// English names of a country as loose words run together.
    public static List<String> english(String code) {
        return Stream.concat(
                        Stream.of(ULocale.getDisplayCountry("und_" + code, "en")),
                        Tables.rows("countries.tsv").stream()
                                .filter(row -> row[0].equals(code))
                                .map(row -> row[1]))
                .filter(name -> name.chars().allMatch(c -> c < 0x250))
                .map(Units::of)
                .map(units -> String.join("", Keys.looseWords(units, 0, units.size())))
                .distinct()
                .toList();
    }

    private static Map<Long, Set<String>> load() {
        Map<Long, Set<String>> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            for (String language : LANGUAGES) {
                String name = ULocale.getDisplayCountry("und_" + code, language);
                if (!name.equals(code)) {
                    put(codes, name, code);
                }
            }
        }
        for (String[] row : Tables.rows("countries.tsv")) {
            put(codes, row[1], row[0]);
        }
        codes.replaceAll((hash, set) -> Set.copyOf(set));
        return Map.copyOf(codes);
    }

    private static void put(Map<Long, Set<String>> codes, String name, String code) {
        Units units = Units.of(name);
        int start = units.size() > 1 && units.get(0).equals("the") ? 1 : 0;
        codes.computeIfAbsent(Keys.exact(units, start, units.size()), hash -> new TreeSet<>())
                .add(code);
    }

    private static Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new HashMap<>();
        for (String[] row : Tables.rows("country-groups.tsv")) {
            for (String code : row) {
                groups.put(code, Set.of(row));
            }
        }
        return Map.copyOf(groups);
    }
}
