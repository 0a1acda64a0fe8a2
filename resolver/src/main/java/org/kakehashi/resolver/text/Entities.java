package org.kakehashi.resolver.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// References left over from web pages and exports: `&amp;`, `&#233;`, `&#x0026;`, `#TAB#`.
final class Entities {

    private static final int LONGEST = 10;
    private static final List<String> MARKS = List.of("#TAB#", "#N#", "#R#");
    private static final Map<String, Integer> NAMED = named();

    private Entities() {}

    /// A reference and its length in the source.
    record Reference(int codePoint, int length) {}

    static @Nullable Reference at(String text, int at) {
        if (text.charAt(at) == '#') {
            return mark(text, at);
        }
        if (text.charAt(at) != '&') {
            return null;
        }
        int end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST + 1));
        if (end < 0 || end - at > LONGEST || end - at < 3) {
            return null;
        }
        int codePoint = codePoint(text.substring(at + 1, end));
        return codePoint < 0 ? null : new Reference(codePoint, end + 1 - at);
    }

    /// Tabs and line ends as old bibliographic exports write them: `#TAB#`.
    private static @Nullable Reference mark(String text, int at) {
        for (String mark : MARKS) {
            if (text.startsWith(mark, at)) {
                return new Reference('\t', mark.length());
            }
        }
        return null;
    }

    private static int codePoint(String name) {
        if (name.charAt(0) != '#') {
            return NAMED.getOrDefault(name, -1);
        }
        boolean hex = name.length() > 2 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int value = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(value) ? value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Map<String, Integer> named() {
        Map<String, Integer> named = new HashMap<>();
        for (String[] row : Tables.rows("entities.tsv")) {
            named.put(row[0], Integer.parseInt(row[1], 16));
        }
        return Map.copyOf(named);
    }
}
