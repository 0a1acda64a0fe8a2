package org.kakehashi.kernel;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names of months, long and short, in the languages lists come in (CLDR).
final class MonthNames {

    private static final List<String> LANGUAGES =
            List.of(
                    "en", "de", "fr", "es", "it", "pt", "pl", "nl", "cs", "tr", "id", "vi", "th",
                    "ru", "sv", "fi", "hu", "ro");
    private static final Map<String, Integer> NUMBERS = numbers();

    /// Matches any month name; longer names first.
    static final String PATTERN =
            NUMBERS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"));

    private MonthNames() {}

    static int number(String name) {
        return NUMBERS.getOrDefault(name.toLowerCase(Locale.ROOT), 0);
    }

    private static Map<String, Integer> numbers() {
        var numbers = new HashMap<String, Integer>();
        numbers.put("sept", 9);
        for (var language : LANGUAGES) {
            var symbols = DateFormatSymbols.getInstance(new ULocale(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                addAll(numbers, symbols.getMonths(context, DateFormatSymbols.WIDE));
                addAll(numbers, symbols.getMonths(context, DateFormatSymbols.ABBREVIATED));
            }
        }
        return numbers;
    }

    private static void addAll(Map<String, Integer> numbers, String[] months) {
        for (int i = 0; i < 12; i++) {
            var name = months[i].toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            if (name.length() >= 3 && name.chars().noneMatch(Character::isDigit)) {
                numbers.putIfAbsent(name, i + 1);
            }
        }
    }
}
