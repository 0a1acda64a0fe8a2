package org.kakehashi.resolver;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.stream.Stream;
import org.kakehashi.resolver.text.Loose;
import org.kakehashi.resolver.text.Scripts;
import org.kakehashi.resolver.text.Units;

/// Search keys of names. A key of a typed text is a substring of the same key of a name whenever a
/// reader would say that the text is part of the name, whatever its width, case, accents, character
/// forms (國 国), kana or romanisation. Fit for trigram and bigram indexes.
public final class NameKeys {

    private static final Transliterator ROMAN = Transliterator.getInstance("Katakana-Latin");

    private NameKeys() {}

    /// Width, case, accents, character forms and kana folded; words separated by one space, East
    /// Asian characters not separated.
    public static String folded(String text) {
        return join(Units.of(text), false);
    }

    /// As [#folded(String)], and long vowels, umlauts written as two letters, abbreviations and
    /// small words folded too: "Univ. of Tōkyō" and "University Tokyo" give the same key.
    public static String loose(String text) {
        return join(Units.of(text), true);
    }

    /// The reading of a text in kana as a loose key in Latin letters; empty without kana or with
    /// characters whose reading is unknown.
    public static String romanised(String text) {
        Units units = Units.of(text);
        StringBuilder kana = new StringBuilder();
        for (int i = 0; i < units.size(); i++) {
            if (units.isEastAsian(i) && !Scripts.isKana(units.first(i))) {
                return "";
            }
            kana.append(units.get(i));
        }
        String roman = kana.isEmpty() ? "" : ROMAN.transliterate(kana.toString());
        return roman.contentEquals(kana) ? "" : loose(roman).replace(" ", "");
    }

    /// The distinct keys a name should be found by.
    public static List<String> of(String name) {
        return Stream.of(folded(name), loose(name), romanised(name))
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
    }

    private static String join(Units units, boolean loose) {
        StringBuilder key = new StringBuilder();
        boolean joined = true;
        for (int i = 0; i < units.size(); i++) {
            String part = loose ? Loose.unit(units.get(i)) : units.get(i);
            if (!part.isEmpty()) {
                boolean eastAsian = Scripts.isEastAsian(part.charAt(0));
                if (!joined && !eastAsian) {
                    key.append(' ');
                }
                key.append(part);
                joined = eastAsian;
            }
        }
        return key.toString();
    }
}
