package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.DateText.Precision;

/// Reads what titles above a table say about all its rows.
final class ContextReader {

    /// @param members whether the titles speak of members rather than agreements
    record Read(Context context, boolean members) {}

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern UNIVERSITY =
            Pattern.compile(
                    "大学間|全学|校际|대학간|inter-?\\s?university|university[- ](?:level|wide)|institutional level",
                    FLAGS);
    private static final Pattern DEPARTMENT =
            Pattern.compile(
                    "部局間|学部間|研究科間|院级|학부간|inter-?\\s?(?:department\\p{L}*|faculty)|between (?:the )?(?:departments|faculties|schools)"
                            + "|(?:department|faculty|school)[- ]level|departmental agreements",
                    FLAGS);
    private static final Pattern MEMBERS =
            Pattern.compile(
                    "会員|加盟|参加(?:大学|校|機関)|連絡会|コンソーシアム|協議会|회원|会员|(?<!\\p{L})(?:members?|consortium)(?!\\p{L})",
                    FLAGS);
    private static final Pattern EVERY_YEAR =
            Pattern.compile("(?:各年度?|毎年)\\s*(\\d{1,2})月\\s*(\\d{1,2})日");

    private static final Pattern EVERY_YEAR_ENGLISH =
            Pattern.compile(
                    "(?:as of|on|at)\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+(\\p{L}{3,9})|(\\p{L}{3,9})\\s+(\\d{1,2})(?:st|nd|rd|th)?),?\\s+(?:of\\s+)?(?:each|every)\\s+(?:\\p{L}+\\s+)?year",
                    FLAGS);

    private ContextReader() {}

    static Read read(Grid grid, List<Integer> titleRows, ListKind kind) {
        var texts = new ArrayList<String>();
        for (int row : titleRows) {
            for (int column : grid.filled(row)) {
                texts.add(grid.text(row, column));
            }
        }
        var all = String.join("\n", texts);
        var asOf = DateText.NONE;
        boolean fiscal = false;
        for (var text : texts) {
            var reading = DateReader.read(text);
            if (!reading.dates().isEmpty()
                    && !reading.isAmbiguous()
                    && isBetter(reading.dates().getFirst().date(), asOf)) {
                asOf = reading.dates().getFirst().date();
                fiscal = asOf.precision() == Precision.YEAR && Periods.isFiscal(text);
            }
        }
        var context =
                new Context(
                        level(all),
                        kind == ListKind.FIGURES ? List.of() : Kinds.in(all),
                        everyYear(all, asOf),
                        fiscal,
                        null,
                        "");
        return new Read(context, MEMBERS.matcher(all).find() && !Kinds.namesAgreement(all));
    }

    private static @Nullable Level level(String titles) {
        boolean university = UNIVERSITY.matcher(titles).find();
        boolean department = DEPARTMENT.matcher(titles).find();
        if (university == department) {
            return null;
        }
        return department ? Level.DEPARTMENT : Level.UNIVERSITY;
    }

    private static boolean isBetter(DateText date, DateText than) {
        return date.precision().ordinal() < than.precision().ordinal();
    }

    /// 各年5月1日現在: the day, of a year that the columns tell; kept as a date in year 1.
    private static DateText everyYear(String titles, DateText asOf) {
        if (asOf.isKnown()) {
            return asOf;
        }
        var day = EVERY_YEAR.matcher(titles);
        if (day.find()) {
            return inYearOne(Integer.parseInt(day.group(1)), day.group(2), day.group(), asOf);
        }
        var english = EVERY_YEAR_ENGLISH.matcher(titles);
        if (english.find()) {
            var month = english.group(2) == null ? english.group(3) : english.group(2);
            var number = english.group(1) == null ? english.group(4) : english.group(1);
            return inYearOne(month(month), number, english.group(), asOf);
        }
        return asOf;
    }

    /// 1 to 12, or 0 for no month.
    private static int month(String name) {
        for (var month : java.time.Month.values()) {
            var full = month.name().toLowerCase(java.util.Locale.ROOT);
            if (full.startsWith(name.toLowerCase(java.util.Locale.ROOT))) {
                return month.getValue();
            }
        }
        return 0;
    }

    private static DateText inYearOne(int month, String day, String written, DateText otherwise) {
        try {
            var date = java.time.LocalDate.of(1, month, Integer.parseInt(day));
            return DateText.day(date, written);
        } catch (java.time.DateTimeException _) {
            return otherwise;
        }
    }
}
