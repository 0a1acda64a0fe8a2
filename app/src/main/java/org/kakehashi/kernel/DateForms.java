package org.kakehashi.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateReading.Found;

/// The written forms of dates, most telling first. What one form has read, the next do not see.
final class DateForms {

    private static final String SEPARATOR = "\\s*[-./]\\s*";
    private static final String ERA = "(明治|大正|昭和|平成|令和|(?<![A-Za-z])[MTSHR]\\.?)\\s*(\\d{1,2}|元)";
    private static final String YEAR = "(?<![\\d.,])((?:1[6-9]|2[0-6])\\d\\d)";
    private static final String NAMED_MONTH = "(" + MonthNames.PATTERN + ")\\.?";

    /// A form and the way to a date from what it matched.
    private record Form(Pattern pattern, Reader reader) {}

    private interface Reader {
        @Nullable Reading read(MatchResult match, DayMonthOrder order);
    }

    private record Reading(DateText date, @Nullable DateText other) {}

    private static final List<Form> FORMS =
            List.of(
                    form(ERA + "\\s*年\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*日?)?", DateForms::era),
                    form(
                            ERA
                                    + "(?:"
                                    + SEPARATOR
                                    + "(\\d{1,2})"
                                    + SEPARATOR
                                    + "(\\d{1,2})(?!\\d))",
                            DateForms::era),
                    form(ERA + "\\s*年(?:度)?()()", DateForms::era),
                    form(ERA + "(?![\\d\\p{IsLatin}])()()", DateForms::era),
                    form(
                            "(?:民國|民国|中華民國)\\s*(\\d{1,3})\\s*年(?:\\s*(\\d{1,2})\\s*月(?:\\s*(\\d{1,2})\\s*日)?)?",
                            DateForms::minguo),
                    form(
                            YEAR + "\\s*[年년]\\s*(\\d{1,2})\\s*[月월](?:\\s*(\\d{1,2})\\s*[日일号]?)?",
                            DateForms::yearFirst),
                    form(YEAR + "\\s*[年년]\\s*(?:度|학년도|도)?()()", DateForms::yearFirst),
                    form(
                            YEAR
                                    + "\\s*[-./]\\s*(\\d{1,2})"
                                    + SEPARATOR
                                    + "(\\d{1,2})(?!\\d)\\.?(?:T[\\d:.]+Z?|\\s+\\d\\d:\\d\\d(?::\\d\\d)?)?",
                            DateForms::yearFirst),
                    form(
                            "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|\\.|º|er|e)?\\s*(?:of|de|-|/|\\.)?\\s*"
                                    + NAMED_MONTH
                                    + "\\s*(?:de|del|-|/)?,?\\s*(\\d{4}|'?\\d{2})(?![\\d:])",
                            DateForms::dayNamed),
                    form(
                            "(?<!\\p{L})"
                                    + NAMED_MONTH
                                    + "\\s*(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s+(\\d{4})(?!\\d)",
                            DateForms::namedDay),
                    form(
                            "(?<!\\p{L})" + NAMED_MONTH + "\\s*(?:de|-|/)?,?\\s*'?(\\d{4})(?!\\d)",
                            DateForms::namedMonth),
                    form(
                            YEAR + ",?\\s+" + NAMED_MONTH + "(?:\\s+(\\d{1,2})(?!\\d))?",
                            DateForms::yearNamed),
                    form(
                            "(?<!\\d)(\\d{1,2})(\\s*[-./]\\s*)(\\d{1,2})"
                                    + SEPARATOR
                                    + "(\\d{4})(?!\\d)",
                            DateForms::twoNumbers),
                    form(
                            "'(\\d{2})\\s*[-./]\\s*(\\d{1,2})" + SEPARATOR + "(\\d{1,2})(?!\\d)",
                            DateForms::shortYearFirst),
                    form(
                            "(?<![\\d.])(\\d{1,2})(\\s*[-./]\\s*)(\\d{1,2})[-./](\\d{2})(?![\\d.])",
                            DateForms::twoNumbers),
                    form(
                            "(?<![\\d/.-])(1[89]\\d\\d|20\\d\\d)(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)",
                            DateForms::yearFirst),
                    form(
                            YEAR + "\\s?[-./]\\s?(0?[1-9]|1[0-2])(?![\\d/.-])()",
                            DateForms::yearFirst),
                    form(
                            "(?<![\\d/.-])(0?[1-9]|1[0-2])\\s?[-./]\\s?(\\d{4})(?!\\d)",
                            DateForms::monthYear),
                    form(YEAR + "(?!\\d)()()", DateForms::yearFirst));

    private DateForms() {}

    private static Form form(String regex, Reader reader) {
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        return new Form(Pattern.compile(regex, flags), reader);
    }

    /// All dates in the text; `remaining` is blanked where they stood.
    static List<Found> findAll(String text, StringBuilder remaining, DayMonthOrder order) {
        var found = new ArrayList<Found>();
        if (text.chars().noneMatch(c -> c >= '0' && c <= '9' || c == '元')) {
            return found;
        }
        for (var form : FORMS) {
            var matcher = form.pattern().matcher(remaining.toString());
            while (matcher.find()) {
                var reading = safely(form, matcher.toMatchResult(), order);
                if (reading != null) {
                    found.add(
                            new Found(
                                    reading.date(),
                                    reading.other(),
                                    matcher.start(),
                                    matcher.end()));
                    DateReader.blank(remaining, matcher.start(), matcher.end());
                }
            }
        }
        return found;
    }

    private static @Nullable Reading safely(Form form, MatchResult match, DayMonthOrder order) {
        try {
            return form.reader().read(match, order);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static Reading certain(int year, int month, int day, String written) {
        var gregorian = BuddhistEra.toGregorian(year);
        if (month == 0) {
            return new Reading(DateText.year(gregorian, written), null);
        }
        return new Reading(
                day == 0
                        ? DateText.month(YearMonth.of(gregorian, month), written)
                        : DateText.day(LocalDate.of(gregorian, month, day), written),
                null);
    }

    private static Reading era(MatchResult match, DayMonthOrder order) {
        int year = JapaneseEra.toGregorian(match.group(1), match.group(2));
        return certain(year, number(match, 3), number(match, 4), match.group());
    }

    private static Reading minguo(MatchResult match, DayMonthOrder order) {
        return certain(1911 + number(match, 1), number(match, 2), number(match, 3), match.group());
    }

    private static Reading yearFirst(MatchResult match, DayMonthOrder order) {
        return certain(number(match, 1), number(match, 2), number(match, 3), match.group());
    }

    private static Reading dayNamed(MatchResult match, DayMonthOrder order) {
        int month = MonthNames.number(match.group(2));
        return certain(fullYear(match.group(3)), month, number(match, 1), match.group());
    }

    private static Reading namedDay(MatchResult match, DayMonthOrder order) {
        return certain(
                number(match, 3),
                MonthNames.number(match.group(1)),
                number(match, 2),
                match.group());
    }

    private static Reading namedMonth(MatchResult match, DayMonthOrder order) {
        return certain(number(match, 2), MonthNames.number(match.group(1)), 0, match.group());
    }

    private static Reading yearNamed(MatchResult match, DayMonthOrder order) {
        return certain(
                number(match, 1),
                MonthNames.number(match.group(2)),
                number(match, 3),
                match.group());
    }

    private static Reading shortYearFirst(MatchResult match, DayMonthOrder order) {
        return certain(fullYear(match.group(1)), number(match, 2), number(match, 3), match.group());
    }

    private static Reading monthYear(MatchResult match, DayMonthOrder order) {
        return certain(number(match, 2), number(match, 1), 0, match.group());
    }

    /// `5/1/1998`: certain if one number is above 12, both are equal, the order is known, or dots
    /// divide the numbers (day first wherever dots are used).
    private static @Nullable Reading twoNumbers(MatchResult match, DayMonthOrder order) {
        int first = number(match, 1);
        int second = number(match, 3);
        int year = fullYear(match.group(4));
        var dayFirst = day(year, second, first, match.group());
        var monthFirst = day(year, first, second, match.group());
        if (dayFirst.isEmpty() || monthFirst.isEmpty() || first == second) {
            return dayFirst.or(() -> monthFirst).map(date -> new Reading(date, null)).orElse(null);
        }
        boolean dots = match.group(2).contains(".");
        return switch (dots && order == DayMonthOrder.UNKNOWN ? DayMonthOrder.DAY_FIRST : order) {
            case DAY_FIRST -> new Reading(dayFirst.get(), null);
            case MONTH_FIRST -> new Reading(monthFirst.get(), null);
            case UNKNOWN -> new Reading(dayFirst.get(), monthFirst.get());
        };
    }

    private static Optional<DateText> day(int year, int month, int day, String written) {
        try {
            var date = LocalDate.of(BuddhistEra.toGregorian(year), month, day);
            return Optional.of(DateText.day(date, written));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult match, int group) {
        var digits = group > match.groupCount() ? null : match.group(group);
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /// Two digits: agreements are made now or up to seventy years ago, and end in the near future.
    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits.replace("'", ""));
        if (year >= 100) {
            return year;
        }
        return year < 50 ? 2000 + year : 1900 + year;
    }
}
