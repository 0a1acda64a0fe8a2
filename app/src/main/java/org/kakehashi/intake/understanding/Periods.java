package org.kakehashi.intake.understanding;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kakehashi.kernel.DateReader;
import org.kakehashi.kernel.DateText;
import org.kakehashi.kernel.TextFolding;

/// Years and fiscal years that date a figure: `H27`, `2013年度`, `FY2011`, `2016`.
///
/// @param fiscal whether it is a fiscal year (April to March)
record Periods(DateText date, boolean fiscal) {

    private static final Pattern FISCAL =
            Pattern.compile(
                    "年度|학년도|(?<!\\p{L})(?:FY|fiscal year|academic year|AY)(?!\\p{L})",
                    Pattern.CASE_INSENSITIVE);

    /// The period that the whole text names.
    static Optional<Periods> read(String text) {
        var tidy = TextFolding.tidy(text).replaceFirst("(?i)^(?:FY|AY)\\s*(?=\\d)", "");
        var reading = DateReader.read(tidy);
        boolean one =
                reading.dates().size() == 1
                        && !reading.isAmbiguous()
                        && reading.rest().length() <= 3;
        return one
                ? Optional.of(new Periods(reading.dates().getFirst().date(), isFiscal(text)))
                : Optional.empty();
    }

    static boolean isFiscal(String text) {
        return FISCAL.matcher(text).find();
    }
}
