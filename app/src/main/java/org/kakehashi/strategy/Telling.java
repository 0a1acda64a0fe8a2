package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        Parts now = Parts.of(tally, indicator, dimension, day);
        Parts before = Parts.of(tally, indicator, dimension, day.minusYears(1));
        Set<String> keys = new LinkedHashSet<>(now.base().keySet());
        keys.addAll(before.some().keySet());
        AgreementFilter records = Filters.on(formula.filter(), day);
        return new Breakdown(
                indicator,
                dimension,
                day,
                keys.stream()
                        .map(key ->
                                new Breakdown.Item(
                                        key, now.value(key), before.value(key), records, dimension))
                        .sorted(ORDER)
                        .toList());
    }

    private static final Comparator<Breakdown.Item> ORDER =
            Comparator.comparing(Breakdown.Item::known)
                    .thenComparing(item -> item.value() == null ? BigDecimal.ZERO : item.value())
                    .reversed()
                    .thenComparing(Breakdown.Item::key);

    /// The parts on one day.
    ///
    /// @param ofAll of how many, where the value is a share
    private record Parts(
            boolean asked,
            Map<String, Long> some,
            @Nullable Map<String, Long> ofAll,
            int decimals) {
        static Parts of(Tally tally, Indicator indicator, Dimension dimension, LocalDate day) {
            Formula formula = Objects.requireNonNull(indicator.formula());
            AgreementFilter filter = Filters.on(formula.filter(), day);
            return new Parts(
                    tally.asked(filter, dimension),
                    tally.of(filter, dimension),
                    formula.ofAll() == null
                            ? null
                            : tally.of(Filters.on(formula.ofAll(), day), dimension),
                    indicator.decimals());
        }

        Map<String, Long> base() {
            return ofAll == null ? some : ofAll;
        }

        @Nullable BigDecimal value(String key) {
            if (!asked) {
                return null;
            }
            long part = some.getOrDefault(key, 0L);
            return ofAll == null
                    ? BigDecimal.valueOf(part)
                    : Computing.share(part, ofAll.getOrDefault(key, 0L), decimals);
        }
    }
}
