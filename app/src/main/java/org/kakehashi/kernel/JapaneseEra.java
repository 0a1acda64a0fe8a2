package org.kakehashi.kernel;

import java.time.DateTimeException;
import java.util.Map;

/// Years of the Japanese eras since Meiji, by name or initial.
final class JapaneseEra {

    private static final Map<Character, Integer> YEAR_BEFORE_FIRST =
            Map.of('M', 1867, 'T', 1911, 'S', 1925, 'H', 1988, 'R', 2018);
    private static final Map<String, Character> INITIALS =
            Map.of("明治", 'M', "大正", 'T', "昭和", 'S', "平成", 'H', "令和", 'R');

    private JapaneseEra() {}

    static int toGregorian(String era, String year) {
        char initial = INITIALS.getOrDefault(era, Character.toUpperCase(era.charAt(0)));
        int number = year.equals("元") ? 1 : Integer.parseInt(year);
        var before = YEAR_BEFORE_FIRST.get(initial);
        if (before == null || number < 1 || number > 64) {
            throw new DateTimeException("No such year: " + era + year);
        }
        return before + number;
    }
}
