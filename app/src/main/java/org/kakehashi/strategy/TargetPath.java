package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;

/// The way from a baseline over milestones to the target: between two of them a straight line. How
/// far a value is beside it decides the status, by one published rule.
///
/// The rule: *achieved* if the target is reached; *on track* down to 5, *at risk* down to 15 points
/// below the way, where the whole way from baseline to target is 100 points; *off track* below.
/// Without a value there is no data.
public final class TargetPath {
    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal WAY = BigDecimal.valueOf(100);
    private static final BigDecimal ON_TRACK = BigDecimal.valueOf(-5);
    private static final BigDecimal AT_RISK = BigDecimal.valueOf(-15);

    public enum Status implements Coded {
        ACHIEVED,
        ON_TRACK,
        AT_RISK,
        OFF_TRACK,
        NO_DATA
    }

    private final List<Target> stations;
    private final Target goal;

    private TargetPath(List<Target> stations, Target goal) {
        this.stations = stations;
        this.goal = goal;
    }

    /// The way as of a year, to the next target or, past all, to the last; empty without baseline
    /// or target.
    public static Optional<TargetPath> of(List<Target> targets, int year) {
        List<Target> stations =
                targets.stream()
                        .filter(one -> one.kind() != Target.Kind.STRETCH)
                        .sorted(Comparator.comparingInt(Target::year))
                        .toList();
        List<Target> goals =
                stations.stream().filter(one -> one.kind() == Target.Kind.TARGET).toList();
        if (goals.isEmpty() || stations.getFirst().kind() != Target.Kind.BASELINE) {
            return Optional.empty();
        }
        Target goal =
                goals.stream()
                        .filter(one -> one.year() >= year)
                        .findFirst()
                        .orElse(goals.getLast());
        return Optional.of(new TargetPath(stations, goal));
    }

    public Target goal() {
        return goal;
    }

    public Target baseline() {
        return stations.getFirst();
    }

    /// What is expected in a year: null before the baseline, the last target after it.
    public @Nullable BigDecimal expected(int year) {
        Target before = null;
        for (Target station : stations) {
            if (station.year() == year) {
                return station.value();
            }
            if (station.year() > year) {
                return before == null ? null : between(before, station, year);
            }
            before = station;
        }
        return before == null ? null : before.value();
    }

    private static BigDecimal between(Target before, Target after, int year) {
        BigDecimal passed = BigDecimal.valueOf(year - before.year());
        BigDecimal all = BigDecimal.valueOf(after.year() - before.year());
        return before.value()
                .add(after.value().subtract(before.value()).multiply(passed).divide(all, EXACT));
    }

    /// How many points a value is above the way (below: negative), where the way is 100 points.
    /// Where nothing is to change, points are per cent of the target.
    public @Nullable BigDecimal ahead(@Nullable BigDecimal actual, int year) {
        BigDecimal expected = expected(year);
        if (actual == null || expected == null) {
            return null;
        }
        BigDecimal way = goal.value().subtract(baseline().value());
        if (way.signum() == 0) {
            way = goal.value().abs();
        }
        return way.signum() == 0
                ? null
                : actual.subtract(expected).multiply(WAY).divide(way, EXACT);
    }

    /// @param lower is less better where baseline and target are the same?
    public Status status(@Nullable BigDecimal actual, int year, boolean lower) {
        if (actual == null) {
            return Status.NO_DATA;
        }
        if (reached(actual, lower)) {
            return Status.ACHIEVED;
        }
        BigDecimal ahead = ahead(actual, year);
        if (ahead == null) {
            return year < baseline().year() ? Status.NO_DATA : Status.OFF_TRACK;
        }
        BigDecimal points = keeps() && lower ? ahead.negate() : ahead;
        if (points.compareTo(ON_TRACK) >= 0) {
            return Status.ON_TRACK;
        }
        return points.compareTo(AT_RISK) >= 0 ? Status.AT_RISK : Status.OFF_TRACK;
    }

    private boolean keeps() {
        return goal.value().compareTo(baseline().value()) == 0;
    }

    private boolean reached(BigDecimal actual, boolean lower) {
        int way = goal.value().compareTo(baseline().value());
        boolean down = way < 0 || way == 0 && lower;
        int beside = actual.compareTo(goal.value());
        return down ? beside <= 0 : beside >= 0;
    }
}
