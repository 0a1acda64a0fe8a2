package org.kakehashi.resolver.text;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Everyday words that tell what part a run of units plays in an affiliation.
public final class Vocabulary {

    private static final Set<String> UNIT_WORDS = words("unit-words.tsv");
    private static final Set<String> PLACE_WORDS = words("place-words.tsv");
    private static final Set<String> STREET_WORDS = words("street-words.tsv");
    private static final Set<String> JOINING_WORDS = words("joining-words.tsv");
    private static final Set<String> STEMS = words("institution-stems.tsv");
    private static final List<String> MARKS = runs("institution-marks.tsv");
    private static final List<String> UNIT_ENDINGS = runs("unit-endings.tsv");
    private static final List<String> OWN_ENDINGS = runs("institution-endings.tsv");
    private static final String GRADUATE = "大学院";
    private static final String ACADEMY = folded("科学院");
    private static final List<String> INSTITUTES =
            List.of(folded("研究所"), folded("研究院"), folded("研究中心"));
    private static final int SHORTEST_STEM = 4;

    private Vocabulary() {}

    /// Faculty, Department, Institute: opens the name of a part of an institution.
    public static boolean isUnitWord(String word) {
        return UNIT_WORDS.contains(word);
    }

    /// Campus, Prefecture, Box: surrounds addresses.
    public static boolean isPlaceWord(String word) {
        return PLACE_WORDS.contains(word);
    }

    /// Road, Building: the name before it is the name of that.
    public static boolean isStreetWord(String word) {
        return STREET_WORDS.contains(word);
    }

    public static boolean isJoiningWord(String word) {
        return JOINING_WORDS.contains(word);
    }

    /// Whether the units say that an institution of its own is named: university, hospital, 大学.
    public static boolean namesInstitution(Units units, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!units.isEastAsian(i) && hasStem(units.get(i))) {
                return true;
            }
        }
        String run = units.text(from, to);
        return MARKS.stream().anyMatch(run::contains);
    }

    /// Whether an unspaced run names a part of an institution: 大学院歯学研究科, ASEAN拠点.
    public static boolean isUnspacedUnit(String run) {
        boolean own = OWN_ENDINGS.stream().anyMatch(run::endsWith);
        boolean unit = UNIT_ENDINGS.stream().anyMatch(run::endsWith) || run.startsWith(GRADUATE);
        return unit && !own;
    }

    /// 科学院 in any form of the characters.
    public static boolean isAcademy(String run) {
        return run.equals(ACADEMY);
    }

    /// Whether an unspaced run is the name of a research institute.
    public static boolean isInstitute(String run) {
        return INSTITUTES.stream().anyMatch(run::endsWith);
    }

    private static String folded(String text) {
        Units units = Units.of(text);
        return units.text(0, units.size());
    }

    private static boolean hasStem(String word) {
        for (int length = SHORTEST_STEM; length <= word.length(); length++) {
            if (STEMS.contains(word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String table) {
        return Tables.rows(table).stream()
                .map(row -> row[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> runs(String table) {
        return Tables.rows(table).stream()
                .map(row -> Units.of(row[0]))
                .map(units -> units.text(0, units.size()))
                .toList();
    }
}
