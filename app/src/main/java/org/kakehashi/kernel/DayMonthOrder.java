package org.kakehashi.kernel;

import java.util.Collection;
import java.util.regex.Pattern;

/// Which of the first two numbers in `5/1/1998` is the day. Only other dates of the same list can
/// tell.
public enum DayMonthOrder {
    DAY_FIRST,
    MONTH_FIRST,
    UNKNOWN;

    private static final int MONTHS = 12;
    private static final Pattern NUMBERS =
            Pattern.compile(
                    "(?<!\\d)(\\d{1,2})\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(?:\\d{4}|\\d{2})(?!\\d)");

    /// The order that the texts prove: one of them has a number above 12 in the place of the day,
    /// and none contradicts it.
    public static DayMonthOrder settledBy(Collection<String> texts) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (var text : texts) {
            var numbers = NUMBERS.matcher(text);
            while (numbers.find()) {
                dayFirst |= Integer.parseInt(numbers.group(1)) > MONTHS;
                monthFirst |= Integer.parseInt(numbers.group(2)) > MONTHS;
            }
        }
        if (dayFirst == monthFirst) {
            return UNKNOWN;
        }
        return dayFirst ? DAY_FIRST : MONTH_FIRST;
    }
}
