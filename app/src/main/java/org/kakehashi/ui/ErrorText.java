package org.kakehashi.ui;

import java.util.Locale;
import java.util.Map;

/// The words of the error page: a heading for each status, and the same explanation in the other
/// language, since whoever meets an error may have followed a colleague's link.
public record ErrorText(String language, String title, String message) {
    public static String title(int status) {
        return title(Text.locale(), status);
    }

    public static ErrorText inOtherLanguage(int status) {
        Locale other = Text.japanese() ? Locale.ENGLISH : Locale.JAPANESE;
        String key = "ui.error." + status;
        String message = Messages.text(other, Messages.has(key) ? key : general(status), Map.of());
        return new ErrorText(other.getLanguage(), title(other, status), message);
    }

    private static String title(Locale locale, int status) {
        String key = "ui.error.title." + status;
        return Messages.text(locale, Messages.has(key) ? key : "ui.error.title", Map.of());
    }

    private static String general(int status) {
        return status >= 500 ? "ui.error.500" : "ui.error.400";
    }
}
