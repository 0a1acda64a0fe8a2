package org.kakehashi.agreement.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.Country;
import org.kakehashi.kernel.DateText;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tone;

/// How the room's facts are said in the reader's language.
public final class Words {
    private static final Map<Locale, List<Choice>> COUNTRIES = new ConcurrentHashMap<>();
    private static final Map<Locale, Map<String, String>> COUNTRY_NAMES = new ConcurrentHashMap<>();

    private static final Map<String, DateFormat> DATES = new ConcurrentHashMap<>();

    private Words() {}

    /// The word for a coded value: message `agreement.<group>.<code>`.
    public static String word(String group, Coded value) {
        return Text.t("agreement." + group + "." + value.code());
    }

    public static Tone tone(Status status) {
        return switch (status) {
            case IN_FORCE -> Tone.GOOD;
            case EXPIRING -> Tone.ATTENTION;
            case LAPSED -> Tone.BAD;
            case PROPOSED -> Tone.INFO;
            case ENDED -> Tone.NEUTRAL;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    /// Every country or region with its name, in the order of the names; made once per language.
    public static List<Choice> countries() {
        return COUNTRIES.computeIfAbsent(
                Text.locale(),
                locale ->
                        Country.all(locale).stream()
                                .map(country -> new Choice(country.code(), country.name(locale)))
                                .toList());
    }

    public static String country(String code) {
        return COUNTRY_NAMES
                .computeIfAbsent(
                        Text.locale(),
                        locale ->
                                countries().stream()
                                        .collect(
                                                Collectors.toUnmodifiableMap(
                                                        Choice::value, Choice::label)))
                .getOrDefault(code, code);
    }

    public static String countries(List<String> codes) {
        return codes.stream()
                .map(Words::country)
                .collect(Collectors.joining(Text.t("agreement.and")));
    }

    /// As far as it is known, in the reader's way of writing; null if unknown.
    public static @Nullable String date(DateText date) {
        LocalDate day = date.date();
        if (day == null) {
            return null;
        }
        String skeleton =
                switch (date.precision()) {
                    case DAY -> "yMMMd";
                    case MONTH -> "yMMM";
                    default -> "y";
                };
        return format(day, skeleton);
    }

    public static String date(LocalDate day) {
        return format(day, "yMMMd");
    }

    private static String format(LocalDate day, String skeleton) {
        DateFormat format = DATES.computeIfAbsent(Text.locale() + skeleton, any -> dates(skeleton));
        return ((DateFormat) format.clone())
                .format(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    private static DateFormat dates(String skeleton) {
        DateFormat format =
                DateFormat.getInstanceForSkeleton(skeleton, ULocale.forLocale(Text.locale()));
        format.setTimeZone(com.ibm.icu.util.TimeZone.GMT_ZONE);
        return format;
    }

    /// What stands in place of an end that is no date; null if nobody knows.
    public static @Nullable String openEnd(Term.Kind kind, Term.RenewalMode renewal) {
        if (kind == Term.Kind.ENDLESS || kind == Term.Kind.UNTIL_REPLACED) {
            return word("term", kind);
        }
        return renewal == Term.RenewalMode.AUTOMATIC ? word("renewal", renewal) : null;
    }

    /// The name of a language by its ISO 639 code.
    public static String language(String code) {
        return LocaleDisplayNames.getInstance(
                        ULocale.forLocale(Text.locale()),
                        DisplayContext.CAPITALIZATION_FOR_UI_LIST_OR_MENU)
                .languageDisplayName(code);
    }
}
