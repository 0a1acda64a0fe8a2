package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;

/// Tells an indicator's records apart by a dimension, on a day and a year before.
final class Telling {
    private Telling() {}

    static void want(Tally tally, Indicator indicator, Dimension dimension, List<LocalDate> days) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        for (LocalDate one : days) {
            tally.want(Filters.on(formula.filter(), one), dimension);
            if (formula.ofAll() != null) {
                tally.want(Filters.on(formula.ofAll(), one), dimension);
            }
        }
    }

    static Breakdown breakdown(
            Tally tally, Indicator indicator, Dimension dimension, LocalDate day) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        AgreementFilter base =
                Filters.on(formula.ofAll() == null ? formula.filter() : formula.ofAll(), day);
        Set<String> keys = new LinkedHashSet<>(tally.of(base, dimension).keySet());
        keys.addAll(tally.of(Filters.on(formula.filter(), day.minusYears(1)), dimension).keySet());
        return new Breakdown(
                indicator,
                dimension,
                day,
                keys.stream()
                        .map(key -> item(tally, indicator, dimension, day, key))
                        .sorted(ORDER)
                        .toList());
    }

    private static final Comparator<Breakdown.Item> ORDER =
            Comparator.comparing(Breakdown.Item::known)
                    .thenComparing(item -> item.value() == null ? BigDecimal.ZERO : item.value())
                    .reversed()
                    .thenComparing(Breakdown.Item::key);

    private static Breakdown.Item item(
            Tally tally, Indicator indicator, Dimension dimension, LocalDate day, String key) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        return new Breakdown.Item(
                key,
                value(tally, formula, dimension, day, key, indicator.decimals()),
                value(tally, formula, dimension, day.minusYears(1), key, indicator.decimals()),
                Filters.on(formula.filter(), day).with(dimension, key).href());
    }

    private static @Nullable BigDecimal value(
            Tally tally,
            Formula formula,
            Dimension dimension,
            LocalDate day,
            String key,
            int decimals) {
        if (!tally.asked(Filters.on(formula.filter(), day), dimension)) {
            return null;
        }
        long some = tally.of(Filters.on(formula.filter(), day), dimension).getOrDefault(key, 0L);
        if (formula.ofAll() == null) {
            return BigDecimal.valueOf(some);
        }
        long all = tally.of(Filters.on(formula.ofAll(), day), dimension).getOrDefault(key, 0L);
        return Computing.share(some, all, decimals);
    }
}
