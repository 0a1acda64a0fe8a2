package org.kakehashi.partnership.portfolio;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;

/// What passed between one partner and us in a period, counted by the same definitions for all.
///
/// @param registered the name it is registered under
/// @param country ISO 3166-1 alpha-2; null: unknown
/// @param agreements in force on the last day, university-level ones among them
/// @param kinds of cooperation that agreements in force name: the breadth
/// @param exchange by kind of activity and direction, `student.inbound`, `joint_paper`
/// @param before people exchanged in as many years before
/// @param visits in both directions; where nobody recorded any, unknown
public record PartnerFigures(
        UUID organization,
        String registered,
        Bilingual name,
        @Nullable String country,
        @Nullable String region,
        int agreements,
        int universityLevel,
        List<String> kinds,
        Map<String, Amount> exchange,
        Amount before,
        Amount visits) {

    /// How received and sent stand to each other.
    public enum Balance implements Coded {
        EVEN,
        /// more received
        INBOUND,
        /// more sent
        OUTBOUND,
        UNKNOWN
    }

    public enum Trend implements Coded {
        UP,
        STEADY,
        DOWN,
        UNKNOWN
    }

    private static final double EVEN_FROM = 0.5;
    private static final double STEADY_WITHIN = 0.1;

    public PartnerFigures {
        kinds = List.copyOf(kinds);
        exchange = Map.copyOf(exchange);
    }

    public String label(Locale locale) {
        String known = name.in(locale);
        return known.isEmpty() ? registered : known;
    }

    public int breadth() {
        return kinds.size();
    }

    public Amount of(String what) {
        return exchange.getOrDefault(what, Amount.NONE);
    }

    /// Students and staff in both directions: the depth.
    public Amount people() {
        long sum = 0;
        long records = 0;
        long missing = 0;
        for (String what :
                List.of("student.inbound", "student.outbound", "staff.inbound", "staff.outbound")) {
            Amount one = of(what);
            sum += one.value() == null ? 0 : one.value();
            records += one.records();
            missing += one.missing();
        }
        return new Amount(records == missing ? null : (Long) sum, records, missing);
    }

    /// The smaller of students received and sent over the larger; null where one is unknown, or
    /// nobody went.
    public @Nullable Double ratio() {
        Amount in = of("student.inbound");
        Amount out = of("student.outbound");
        if (in.value() == null || out.value() == null || in.atLeast() || out.atLeast()) {
            return null;
        }
        long most = Math.max(in.value(), out.value());
        return most == 0 ? null : (double) Math.min(in.value(), out.value()) / most;
    }

    public Balance balance() {
        Double ratio = ratio();
        if (ratio == null) {
            return Balance.UNKNOWN;
        }
        if (ratio >= EVEN_FROM) {
            return Balance.EVEN;
        }
        Long in = of("student.inbound").value();
        Long out = of("student.outbound").value();
        return in != null && out != null && in > out ? Balance.INBOUND : Balance.OUTBOUND;
    }

    public Trend trend() {
        Long now = people().value();
        Long then = before.value();
        if (now == null || then == null || people().atLeast() || before.atLeast()) {
            return Trend.UNKNOWN;
        }
        double change = now - then;
        double steady = then * STEADY_WITHIN;
        return change > steady ? Trend.UP : change < -steady ? Trend.DOWN : Trend.STEADY;
    }
}
