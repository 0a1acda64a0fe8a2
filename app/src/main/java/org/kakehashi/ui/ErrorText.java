package org.kakehashi.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The words of the error page: a heading for each status, and the same explanation in the other
/// language, since whoever meets an error may have followed a colleague's link.
public record ErrorText(String language, String title, String message, String home) {
    public static String title(int status) {
        return title(Text.locale(), status);
    }

    public static ErrorText inOtherLanguage(int status) {
        return in(Text.japanese() ? Locale.ENGLISH : Locale.JAPANESE, status);
    }

    /// In both languages, the reader's first.
    public static List<ErrorText> inBoth(Locale reader, int status) {
        ErrorText ja = in(Locale.JAPANESE, status);
        ErrorText en = in(Locale.ENGLISH, status);
        return reader.getLanguage().equals("ja") ? List.of(ja, en) : List.of(en, ja);
    }

    private static ErrorText in(Locale locale, int status) {
        String key = "ui.error." + status;
        return new ErrorText(
                locale.getLanguage(),
                title(locale, status),
                Messages.text(locale, Messages.has(key) ? key : general(status), Map.of()),
                Messages.text(locale, "ui.error.home", Map.of()));
    }

    private static String title(Locale locale, int status) {
        String key = "ui.error.title." + status;
        return Messages.text(locale, Messages.has(key) ? key : "ui.error.title", Map.of());
    }

    private static String general(int status) {
        return status >= 500 ? "ui.error.500" : "ui.error.400";
    }
}
