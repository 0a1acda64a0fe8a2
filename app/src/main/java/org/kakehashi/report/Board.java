package org.kakehashi.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kakehashi.report.Dashboard.Item;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.TargetPath;

/// A dashboard with its figures as of a day, as the person acting may count them.
///
/// @param part the unit, country or region it is narrowed to
public record Board(
        Dashboard dashboard, LocalDate day, @Nullable String part, List<Entry> entries) {
    public Board {
        entries = List.copyOf(entries);
    }

    /// One figure.
    ///
    /// @param years the last value is the one of the day
    /// @param parts where it is told apart, the largest first
    /// @param status against the target; null without one
    /// @param goal the target and its year
    public record Entry(
            Item item,
            Indicator indicator,
            List<Value> years,
            List<Part> parts,
            TargetPath.@Nullable Status status,
            @Nullable BigDecimal goal,
            @Nullable Integer goalYear) {
        public Entry {
            years = List.copyOf(years);
            parts = List.copyOf(parts);
        }

        public Value now() {
            return years.getLast();
        }

        public Value before() {
            return years.get(years.size() - 2);
        }

        /// How much it is above the year before; null unless both are known.
        public @Nullable BigDecimal change() {
            BigDecimal now = now().value();
            BigDecimal before = before().value();
            return now == null || before == null ? null : now.subtract(before);
        }
    }

    /// A value, or the code of why there is none.
    ///
    /// @param records of how many records
    /// @param unknown how many records lack what was asked for, or may belong and nobody knows
    /// @param ofAll of how many a share is
    public record Value(
            LocalDate day,
            @Nullable BigDecimal value,
            @Nullable String missing,
            long records,
            long unknown,
            @Nullable Long ofAll,
            @Nullable String recordsHref) {
        /// What per cent of the records say what was asked for; null where nothing was asked.
        public @Nullable Integer complete() {
            if (recordsHref == null || records == 0) {
                return null;
            }
            long all = Math.max(records, records + unknown);
            return Math.toIntExact(Math.round(100.0 * records / all));
        }
    }

    /// One country, unit or kind of a figure.
    public record Part(String key, String name, @Nullable BigDecimal value, String href) {}

    static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
