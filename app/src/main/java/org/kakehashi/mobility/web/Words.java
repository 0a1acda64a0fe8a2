package org.kakehashi.mobility.web;

import static org.kakehashi.ui.Text.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Country;
import org.kakehashi.mobility.Stay;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// Codes of stays in the reader's words.
public final class Words {
    private Words() {}

    public static String word(String group, Coded value) {
        return t("mobility." + group + "." + value.code());
    }

    public static String country(@Nullable String code) {
        return code == null ? t("ui.unknown") : new Country(code).name(Text.locale());
    }

    public static String day(@Nullable LocalDate day) {
        return day == null ? t("ui.unknown") : Dates.day(day);
    }

    public static Tone tone(Stay.Status status) {
        return switch (status) {
            case UNDER_WAY -> Tone.GOOD;
            case PLANNED, NOMINATED, ACCEPTED -> Tone.INFO;
            case RETURNED_EARLY -> Tone.ATTENTION;
            case COMPLETED, CANCELLED -> Tone.UNKNOWN;
        };
    }

    static List<Choice> choices(String group, Coded[] all, @Nullable String current) {
        return Arrays.stream(all)
                .map(one -> new Choice(one.code(), word(group, one), one.code().equals(current)))
                .toList();
    }

    static List<Choice> countries(@Nullable String current) {
        return Country.all(Text.locale()).stream()
                .map(one ->
                        new Choice(one.code(), one.name(Text.locale()), one.code().equals(current)))
                .toList();
    }

    static Bilingual both(String key) {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key));
    }

    static <R> ExportColumn<R> column(
            String key, java.util.function.Function<R, @Nullable Object> value) {
        return new ExportColumn<>(key, both("mobility." + key), 20, value);
    }
}
