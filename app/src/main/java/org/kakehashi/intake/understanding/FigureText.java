package org.kakehashi.intake.understanding;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.TextFolding;

/// Numbers in tables of figures: `1,024`, `416人`, `10(4)` with women in brackets.
///
/// @param women null when the cell does not say
record FigureText(long value, @Nullable Long women) {

    private static final Pattern COUNT =
            Pattern.compile(
                    "[*※†]?\\s*(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.0+)?\\s*"
                            + "(?:人|名|校|件|大学|機関|[カケヶか]国|か国|명|개교|개|개국|교|건|persons?|students?|universities|institutions)?"
                            + "\\s*(?:[(\\[〔](?:うち女性?|女|内)?\\s*(\\d{1,9})\\s*(?:人|名|명)?[)\\]〕])?\\s*[*※†]?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    static boolean isCount(String text) {
        return COUNT.matcher(text).matches();
    }

    static @Nullable FigureText read(String text) {
        var count = COUNT.matcher(TextFolding.tidy(text));
        if (!count.matches()) {
            return null;
        }
        var women = count.group(2);
        return new FigureText(
                Long.parseLong(count.group(1).replace(",", "")),
                women == null ? null : Long.valueOf(women));
    }

    /// The first number of a text such as `2 (from autumn)` or `各2名`.
    static @Nullable Integer firstNumber(String text) {
        var number = NUMBER.matcher(TextFolding.tidy(text));
        return number.find() ? Integer.valueOf(number.group()) : null;
    }
}
