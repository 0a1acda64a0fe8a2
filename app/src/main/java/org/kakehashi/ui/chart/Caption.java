package org.kakehashi.ui.chart;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;

/// What a chart says about itself: id on its page, title, one sentence on what is to be seen, and
/// the language.
public record Caption(String id, String title, String description, Locale locale) {
    /// In the language of the present request.
    public static Caption of(String id, String title, String description) {
        return new Caption(id, title, description, Text.locale());
    }

    String unknown() {
        return Messages.text(locale, "ui.unknown");
    }

    /// The number as people write it, or the word for unknown.
    public String show(@Nullable Number value) {
        String text = format(value);
        return text == null ? unknown() : text;
    }

    /// The number as people write it, or null if it is unknown.
    public @Nullable String format(@Nullable Number value) {
        if (value == null) {
            return null;
        }
        double number = value.doubleValue();
        if (Math.abs(number) < 1000 && number == Math.rint(number)) {
            return Long.toString((long) number); // no separators; a map shows thousands of them
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(value instanceof BigDecimal ? 2 : 1);
        return format.format(value);
    }
}
