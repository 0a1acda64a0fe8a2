package org.kakehashi.resolver.text;

import com.ibm.icu.text.Transliterator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// One form for every Han character: Japanese reformed forms are led back to the traditional one,
/// and that to the simplified one. 国 國 and 図 圖 图 become equal.
final class HanForms {

    private static final Transliterator SIMPLIFY =
            Transliterator.getInstance("Traditional-Simplified");
    private static final Map<Integer, Integer> TRADITIONAL = traditional();

    private static final Set<Integer> OLD = Set.copyOf(TRADITIONAL.values());

    private HanForms() {}

    static int fold(int han) {
        int traditional = TRADITIONAL.getOrDefault(han, han);
        String simple = SIMPLIFY.transliterate(Character.toString(traditional));
        return simple.codePointCount(0, simple.length()) == 1 ? simple.codePointAt(0) : traditional;
    }

    /// Whether Japan writes another form today.
    static boolean isOld(int han) {
        return OLD.contains(han);
    }

    private static Map<Integer, Integer> traditional() {
        Map<Integer, Integer> forms = new HashMap<>();
        for (String[] row : Tables.rows("han-forms.tsv")) {
            forms.put(row[0].codePointAt(0), row[1].codePointAt(0));
        }
        return Map.copyOf(forms);
    }
}
