package org.kakehashi.person;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A person's name in the scripts it is known in. A name nobody has divided stands in the family
/// name.
///
/// @param own kanji or whatever script the person writes
/// @param kana how it is read
/// @param latin as in the passport
public record PersonNames(Script own, Script kana, Script latin, NameOrder order) {
    /// @param family null: not known in this script
    public record Script(@Nullable String family, @Nullable String given) {
        public static final Script NONE = new Script(null, null);

        public Script {
            family = tidy(family);
            given = tidy(given);
        }

        public boolean known() {
            return family != null || given != null;
        }

        /// Family name before given name; empty if not known.
        public String familyFirst() {
            return joined(family, given);
        }

        private static @Nullable String tidy(@Nullable String text) {
            String tidy = text == null ? "" : org.kakehashi.kernel.TextFolding.tidySpaces(text);
            return tidy.isEmpty() ? null : tidy;
        }
    }

    public boolean known() {
        return own.known() || kana.known() || latin.known();
    }

    /// In Latin letters, in the order of the person; empty if not known.
    public String inLatin() {
        return order == NameOrder.FAMILY_FIRST
                ? latin.familyFirst()
                : joined(latin.given(), latin.family());
    }

    /// The name for a reader: in Japanese the own script first, in English Latin letters first.
    public String label(Locale reader) {
        Stream<String> all =
                reader.getLanguage().equals("ja")
                        ? Stream.of(own.familyFirst(), inLatin(), kana.familyFirst())
                        : Stream.of(inLatin(), own.familyFirst(), kana.familyFirst());
        return all.filter(name -> !name.isEmpty()).findFirst().orElse("");
    }

    /// Every form there is, the reader's first.
    public String all(Locale reader) {
        String first = label(reader);
        return Stream.of(first, own.familyFirst(), kana.familyFirst(), inLatin())
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private static String joined(@Nullable String first, @Nullable String second) {
        return Stream.of(first == null ? "" : first, second == null ? "" : second)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
