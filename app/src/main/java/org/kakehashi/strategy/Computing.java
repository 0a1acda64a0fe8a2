package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;

/// Turns counts into figures, formula by formula.
final class Computing {
    private Computing() {}

    /// Tells the tally which counts the indicator needs on the day, and, if asked for, those of
    /// what is in doubt.
    static void want(Tally tally, Indicator indicator, LocalDate day, boolean doubts) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        AgreementFilter filter = Filters.on(formula.filter(), day);
        tally.want(filter);
        if (formula.ofAll() != null) {
            tally.want(Filters.on(formula.ofAll(), day));
        }
        if (doubts && formula.doubt() != null) {
            tally.want(Filters.on(formula.doubt(), day));
        }
        if (formula.dimension() != null) {
            tally.want(filter, Filters.dimension(formula.dimension()));
        }
    }

    static Figure figure(Tally tally, Indicator indicator, LocalDate day) {
        Formula formula = Objects.requireNonNull(indicator.formula());
        AgreementFilter filter = Filters.on(formula.filter(), day);
        AgreementFilter doubt = doubt(formula, filter, day);
        return new Figure(
                indicator,
                day,
                value(tally, formula, filter, day, indicator.decimals()),
                tally.of(filter),
                formula.ofAll() == null ? null : tally.of(Filters.on(formula.ofAll(), day)),
                doubt == null ? null : doubtful(tally, formula, filter, doubt),
                filter.href(),
                doubt == null ? null : doubt.href());
    }

    private static @Nullable AgreementFilter doubt(
            Formula formula, AgreementFilter filter, LocalDate day) {
        if (formula.doubt() != null) {
            return Filters.on(formula.doubt(), day);
        }
        return formula.dimension() == null
                ? null
                : filter.with(Filters.dimension(formula.dimension()), Dimension.UNKNOWN);
    }

    /// Where a formula tells values apart and names no doubt of its own, the records without a
    /// value are in doubt.
    private static @Nullable Long doubtful(
            Tally tally, Formula formula, AgreementFilter filter, AgreementFilter doubt) {
        return formula.doubt() != null || formula.dimension() == null
                ? tally.ifAsked(doubt)
                : tally.of(filter, Filters.dimension(formula.dimension()))
                        .getOrDefault(Dimension.UNKNOWN, 0L);
    }

    private static @Nullable BigDecimal value(
            Tally tally, Formula formula, AgreementFilter filter, LocalDate day, int decimals) {
        return switch (formula.kind()) {
            case COUNT -> BigDecimal.valueOf(tally.of(filter));
            case DISTINCT -> BigDecimal.valueOf(parts(tally, formula, filter).count());
            case SHARE ->
                    share(
                            tally.of(filter),
                            tally.of(Filters.on(Objects.requireNonNull(formula.ofAll()), day)),
                            decimals);
            case CONCENTRATION -> concentration(tally, formula, filter, decimals);
        };
    }

    /// Per hundred; unknown where there is nothing to be a share of.
    static @Nullable BigDecimal share(long some, long all, int decimals) {
        return all == 0
                ? null
                : BigDecimal.valueOf(some)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(all), decimals, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal concentration(
            Tally tally, Formula formula, AgreementFilter filter, int decimals) {
        long all = parts(tally, formula, filter).mapToLong(Long::longValue).sum();
        if (all == 0) {
            return null;
        }
        long squares = parts(tally, formula, filter).mapToLong(part -> part * part).sum();
        return BigDecimal.valueOf(squares)
                .divide(BigDecimal.valueOf(all * all), decimals, RoundingMode.HALF_UP);
    }

    private static java.util.stream.Stream<Long> parts(
            Tally tally, Formula formula, AgreementFilter filter) {
        Dimension dimension = Filters.dimension(Objects.requireNonNull(formula.dimension()));
        return tally.of(filter, dimension).entrySet().stream()
                .filter(part -> !part.getKey().equals(Dimension.UNKNOWN))
                .map(Map.Entry::getValue);
    }
}
