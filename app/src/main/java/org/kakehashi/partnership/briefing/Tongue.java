package org.kakehashi.partnership.briefing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;
import org.kakehashi.ui.Messages;

/// In which language or languages a paper is written.
public enum Tongue implements Coded {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH),
    /// Japanese first, English after it
    BOTH(Locale.JAPANESE, Locale.ENGLISH);

    private final List<Locale> locales;

    Tongue(Locale... locales) {
        this.locales = List.of(locales);
    }

    /// A message in the language, or in both.
    String say(String key) {
        return say(key, Map.of());
    }

    String say(String key, Map<String, ?> arguments) {
        return each(locale -> Messages.text(locale, key, arguments), " / ");
    }

    /// A text of people: where one language is missing, the other stands in for it, once.
    String say(Bilingual text) {
        return each(text::in, "\n");
    }

    String name(Function<Locale, String> label) {
        return each(label, " / ");
    }

    String day(@Nullable LocalDate day) {
        return day == null
                ? ""
                : each(
                        locale ->
                                locale.equals(Locale.JAPANESE)
                                        ? day.getYear()
                                                + "年"
                                                + day.getMonthValue()
                                                + "月"
                                                + day.getDayOfMonth()
                                                + "日"
                                        : day.format(
                                                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                                                        .withLocale(Locale.UK)),
                        " / ");
    }

    /// As far as it is known.
    String day(DateText date) {
        return date.precision() == DateText.Precision.DAY ? day(date.date()) : date.iso();
    }

    private String each(Function<Locale, String> text, String between) {
        Stream<String> all = locales.stream().map(text).distinct();
        return all.filter(one -> !one.isBlank()).collect(Collectors.joining(between));
    }
}
