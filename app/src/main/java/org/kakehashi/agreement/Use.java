package org.kakehashi.agreement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Condition.Direction;

/// Places offered, used and owed under one agreement, year by year. Everything is counted in the
/// unit of its memorandum. What nobody knows makes a sum unknown, never smaller.
///
/// @param unit in what places are counted
/// @param years oldest first
public record Use(Annex.QuotaUnit unit, Memorandum.CarryOver carryOver, List<Year> years) {
    /// @param offeredIn places for those we receive; null: unknown
    /// @param usedIn what the stays count; null: unknown
    /// @param owed what we have received more than sent and may still send, carried over as the
    ///   memorandum says; negative: the partner may; null: unknown
    public record Year(
            int year,
            @Nullable BigDecimal offeredIn,
            @Nullable BigDecimal offeredOut,
            @Nullable BigDecimal usedIn,
            @Nullable BigDecimal usedOut,
            @Nullable BigDecimal owed) {
        /// Are more received or sent than there are places?
        public boolean exceeded() {
            return more(usedIn, offeredIn) || more(usedOut, offeredOut);
        }

        private static boolean more(@Nullable BigDecimal used, @Nullable BigDecimal offered) {
            return used != null && offered != null && used.compareTo(offered) > 0;
        }
    }

    public Use {
        years = List.copyOf(years);
    }

    /// The years from the first to the last, of what the agreement's memoranda on student exchange
    /// offer and these records state. A year without any record is unknown, not empty.
    public static Use of(
            List<Memorandum> memoranda, List<Activity> activities, int first, int last) {
        List<Memorandum> exchange =
                memoranda.stream()
                        .filter(one -> one.annex().kind().equals("student_exchange"))
                        .toList();
        Annex.QuotaUnit unit =
                exchange.stream()
                        .map(one -> one.annex().quotaUnit())
                        .filter(one -> one != Annex.QuotaUnit.UNKNOWN)
                        .findFirst()
                        .orElse(Annex.QuotaUnit.UNKNOWN);
        Memorandum.Counting counting =
                exchange.isEmpty() ? Memorandum.Counting.USUAL : exchange.getFirst().counting();
        TreeMap<Integer, Balance> balances = new TreeMap<>();
        List<Year> years = new ArrayList<>();
        for (int year = first; year <= last; year++) {
            BigDecimal in = used(activities, Direction.INBOUND, year, counting, unit);
            BigDecimal out = used(activities, Direction.OUTBOUND, year, counting, unit);
            balances.put(year, new Balance(in, out));
            years.add(
                    new Year(
                            year,
                            offered(exchange, Direction.INBOUND, year),
                            offered(exchange, Direction.OUTBOUND, year),
                            in,
                            out,
                            owed(balances, year, counting)));
        }
        return new Use(unit, counting.carryOver(), years);
    }

    private record Balance(@Nullable BigDecimal in, @Nullable BigDecimal out) {
        @Nullable BigDecimal difference() {
            return in == null || out == null ? null : in.subtract(out);
        }
    }

    /// What the places of the memoranda in force in the year add up to, a year's worth.
    private static @Nullable BigDecimal offered(
            List<Memorandum> exchange, Direction direction, int year) {
        BigDecimal sum = null;
        for (Memorandum one : exchange) {
            if (!running(one.annex(), year)) {
                continue;
            }
            Integer places = one.places(direction);
            if (places == null || one.annex().quotaUnit() == Annex.QuotaUnit.PERSONS_IN_TERM) {
                return null;
            }
            int yearly =
                    one.annex().quotaUnit() == Annex.QuotaUnit.PERSONS_PER_SEMESTER
                            ? 2 * places
                            : places;
            sum = (sum == null ? BigDecimal.ZERO : sum).add(BigDecimal.valueOf(yearly));
        }
        return sum;
    }

    private static boolean running(Annex annex, int year) {
        var start = annex.start().date();
        var end = annex.end().lastDay();
        var fiscal = new org.kakehashi.kernel.FiscalYear(year);
        return (start == null || !start.isAfter(fiscal.end()))
                && (end == null || !end.isBefore(fiscal.start()));
    }

    private static @Nullable BigDecimal used(
            List<Activity> activities,
            Direction direction,
            int year,
            Memorandum.Counting counting,
            Annex.QuotaUnit unit) {
        BigDecimal sum = null;
        for (Activity one : activities) {
            if (one.kind() != Activity.Kind.STUDENT
                    || one.year() != year
                    || one.direction() != direction) {
                continue;
            }
            BigDecimal weight = counting.weight(one.period(), unit);
            Integer number = one.number();
            if (number == null || weight == null && number != 0) {
                return null;
            }
            BigDecimal counts =
                    Objects.requireNonNullElse(weight, BigDecimal.ZERO)
                            .multiply(BigDecimal.valueOf(number));
            sum = (sum == null ? BigDecimal.ZERO : sum).add(counts);
        }
        return sum;
    }

    /// Received less sent over the years that are carried over; unknown if one of them is.
    private static @Nullable BigDecimal owed(
            TreeMap<Integer, Balance> balances, int year, Memorandum.Counting counting) {
        int from =
                switch (counting.carryOver()) {
                    case NONE -> year;
                    case YEARS ->
                            counting.carryYears() == null ? year : year - counting.carryYears();
                    case TERM, UNKNOWN -> balances.firstKey();
                };
        BigDecimal sum = BigDecimal.ZERO;
        boolean any = false;
        for (Balance one : balances.tailMap(from).values()) {
            if (one.in() == null && one.out() == null && !any) {
                continue; // before the first record nobody counted
            }
            BigDecimal difference = one.difference();
            if (difference == null) {
                return null;
            }
            any = true;
            sum = sum.add(difference);
        }
        return any ? sum : null;
    }

    /// The last year.
    public Year latest() {
        return years.getLast();
    }

    /// The smaller of received and sent over the larger, in the last three years; null where nobody
    /// knows or nobody went.
    public @Nullable BigDecimal balance() {
        BigDecimal in = BigDecimal.ZERO;
        BigDecimal out = BigDecimal.ZERO;
        for (Year one : years.subList(Math.max(0, years.size() - 3), years.size())) {
            if (one.usedIn() == null || one.usedOut() == null) {
                return null;
            }
            in = in.add(one.usedIn());
            out = out.add(one.usedOut());
        }
        BigDecimal most = in.max(out);
        return most.signum() == 0
                ? null
                : in.min(out).divide(most, 2, java.math.RoundingMode.HALF_UP);
    }
}
