package org.kakehashi.kernel;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One text in Japanese and English (P2.3). A missing language is null, never an empty string or a
/// copy of the other.
public record Bilingual(@Nullable String ja, @Nullable String en) {
    /// Which languages are there.
    public enum Parity {
        BOTH,
        JAPANESE_ONLY,
        ENGLISH_ONLY,
        NONE
    }

    public Bilingual {
        ja = blankToNull(ja);
        en = blankToNull(en);
    }

    /// The text in the reader's language, or in the other one where it is missing, or an empty
    /// string.
    public String in(Locale locale) {
        String first = isJapanese(locale) ? ja : en;
        String second = isJapanese(locale) ? en : ja;
        if (first != null) {
            return first;
        }
        return second == null ? "" : second;
    }

    /// The language tag of what [#in] answers, for the `lang` attribute.
    public String languageIn(Locale locale) {
        boolean japanese = isJapanese(locale) ? ja != null : en == null && ja != null;
        return japanese ? "ja" : "en";
    }

    public Parity parity() {
        if (ja != null) {
            return en != null ? Parity.BOTH : Parity.JAPANESE_ONLY;
        }
        return en != null ? Parity.ENGLISH_ONLY : Parity.NONE;
    }

    private static boolean isJapanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
