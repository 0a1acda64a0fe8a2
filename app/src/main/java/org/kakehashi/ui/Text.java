package org.kakehashi.ui;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.springframework.context.i18n.LocaleContextHolder;

/// Texts in the language of the present request; made for `@import static` in templates.
public final class Text {
    private Text() {}

    public static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    public static boolean japanese() {
        return locale().getLanguage().equals("ja");
    }

    /// The message, with named arguments given as name, value, name, value…
    public static String t(String key, @Nullable Object... namesAndValues) {
        if (namesAndValues.length == 0) {
            return Messages.text(locale(), key, Map.of());
        }
        Map<String, @Nullable Object> arguments = new HashMap<>();
        for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
            arguments.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Messages.text(locale(), key, arguments);
    }

    /// The bilingual text in the reader's language.
    public static String t(Bilingual text) {
        return text.in(locale());
    }
}
