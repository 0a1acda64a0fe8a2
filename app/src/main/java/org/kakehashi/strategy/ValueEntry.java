package org.kakehashi.strategy;

import com.ibm.icu.text.Normalizer2;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A value to be recorded.
///
/// @param version of the value it replaces, null where there is none yet
public record ValueEntry(
        int year,
        @Nullable UUID unit,
        BigDecimal value,
        String evidence,
        RecordedValue.@Nullable FileRow file,
        @Nullable Integer version) {
    private static final int FIRST_YEAR = 1950;
    private static final BigDecimal LARGEST = new BigDecimal("10000000000000");

    /// A number as people type it: ＦＵＬＬ width, thousands separated, with or without a per cent
    /// sign. Null if it is none.
    public static @Nullable BigDecimal number(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String text =
                Normalizer2.getNFKCInstance()
                        .normalize(typed)
                        .replaceAll("[,\\s]", "")
                        .replace('−', '-')
                        .replaceAll("%$", "");
        return text.matches("-?\\d{1,15}(\\.\\d{1,15})?") ? new BigDecimal(text) : null;
    }

    /// Message keys by field of what is wrong with a value of this indicator.
    public static Map<String, String> problems(
            Indicator indicator,
            @Nullable String year,
            @Nullable String value,
            @Nullable String evidence,
            LocalDate today) {
        Map<String, String> found = new LinkedHashMap<>();
        String years = year == null ? "" : Normalizer2.getNFKCInstance().normalize(year.strip());
        if (!years.matches("\\d{4}")
                || Integer.parseInt(years) < FIRST_YEAR
                || Integer.parseInt(years) > today.getYear()) {
            found.put("year", "strategy.record.year.problem");
        }
        String wrong = problem(indicator, number(value));
        if (wrong != null) {
            found.put("value", wrong);
        }
        if (evidence == null || evidence.isBlank()) {
            found.put("evidence", "strategy.record.evidence.problem");
        }
        return found;
    }

    private static @Nullable String problem(Indicator indicator, @Nullable BigDecimal number) {
        if (number == null) {
            return "strategy.record.value.number";
        }
        if (number.signum() < 0 || number.compareTo(LARGEST) > 0) {
            return "strategy.record.value.range";
        }
        BigDecimal most =
                switch (indicator.unit()) {
                    case "percent" -> BigDecimal.valueOf(100);
                    case "index" -> BigDecimal.ONE;
                    default -> LARGEST;
                };
        if (number.compareTo(most) > 0) {
            return "strategy.record.value." + indicator.unit();
        }
        return number.stripTrailingZeros().scale() > Math.max(indicator.decimals(), 0)
                ? "strategy.record.value.decimals"
                : null;
    }
}
