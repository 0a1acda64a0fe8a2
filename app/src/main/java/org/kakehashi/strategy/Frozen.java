package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.strategy.internal.FrozenStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Official figures: frozen on a reference day with the records they are made of. What changes
/// afterwards shows as a difference and can be reported as a revision with its reason; what was
/// reported stays.
@Service
@Transactional
public class Frozen {
    static final String FREEZE = "strategy.freeze";

    private final FrozenStore store;
    private final Plans plans;
    private final Readings readings;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Frozen(
            FrozenStore store,
            Plans plans,
            Readings readings,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.plans = plans;
        this.readings = readings;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayFreeze() {
        return access.may(FREEZE);
    }

    /// The days on which figures were frozen, latest first.
    @Transactional(readOnly = true)
    public List<LocalDate> days() {
        access.require(Plans.READ);
        return store.days();
    }

    /// What was reported for a day, each indicator's first figure and its revisions in order.
    @Transactional(readOnly = true)
    public List<FrozenFigure> on(LocalDate day) {
        access.require(Plans.READ);
        return store.on(day);
    }

    @Transactional(readOnly = true)
    public FrozenFigure get(UUID id) {
        access.require(Plans.READ);
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Freezes the figure as it is now; a further time it is a revision of the last.
    public UUID freeze(String code, LocalDate day, String reason) {
        access.require(FREEZE);
        if (reason.isBlank()) {
            throw KakehashiException.invalid("strategy.freeze.problem.reason", Map.of());
        }
        if (day.isAfter(LocalDate.now(clock))) {
            throw KakehashiException.invalid("strategy.freeze.problem.day", Map.of());
        }
        Indicator indicator = plans.indicator(code);
        Reading reading = readings.of(indicator, day);
        List<FrozenRecord> records = readings.behind(reading);
        FrozenFigure last = store.last(code, day).orElse(null);
        String fingerprint = fingerprint(reading, records);
        if (last != null && last.fingerprint().equals(fingerprint)) {
            throw KakehashiException.invalid("strategy.freeze.problem.same", Map.of());
        }
        UUID id =
                store.insert(
                        reading, records, fingerprint, reason, last == null ? null : last.id());
        audit.record(
                last == null ? "strategy.figure.frozen" : "strategy.figure.revised",
                "frozenFigure",
                id,
                Map.of("code", code, "day", day.toString()));
        return id;
    }

    /// Freezes every indicator that has a value on the day; those frozen as they are stay.
    public int freezeAll(LocalDate day, String reason) {
        access.require(FREEZE);
        int count = 0;
        for (Indicator indicator : plans.indicators()) {
            Reading reading = readings.of(indicator, day);
            FrozenFigure last = store.last(indicator.code(), day).orElse(null);
            boolean stays =
                    last != null
                            && last.fingerprint()
                                    .equals(fingerprint(reading, readings.behind(reading)));
            if (reading.outcome().known() && !stays) {
                freeze(indicator.code(), day, reason);
                count++;
            }
        }
        return count;
    }

    /// What became of a frozen figure: its value now, and the records that make the difference.
    @Transactional(readOnly = true)
    public Difference difference(FrozenFigure figure) {
        access.require(Plans.READ);
        Indicator indicator = plans.indicator(figure.indicator());
        Reading now = readings.of(indicator, figure.day());
        Map<String, FrozenRecord> then = new LinkedHashMap<>();
        List<FrozenRecord> kept = store.records(figure.id());
        kept.forEach(one -> then.put(key(one), one));
        List<FrozenRecord> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (FrozenRecord one : readings.behind(now)) {
            FrozenRecord before = then.remove(key(one));
            if (before == null) {
                added.add(one);
            } else if (!same(before.value(), one.value())) {
                changed.add(new Changed(before, one));
            }
        }
        Edition edition = now.edition();
        boolean redefined =
                !Objects.equals(edition.expression(), figure.expression())
                        || !edition.unit().equals(figure.unit())
                        || !edition.definition().equals(figure.definition());
        return new Difference(
                now,
                same(now.outcome().value(), figure.value()),
                added,
                List.copyOf(then.values()),
                changed,
                redefined);
    }

    /// Do the kept records still give the kept fingerprint?
    @Transactional(readOnly = true)
    public boolean intact(FrozenFigure figure) {
        return figure.fingerprint()
                .equals(
                        fingerprint(
                                figure.indicator(),
                                figure.day(),
                                figure.value(),
                                figure.unit(),
                                figure.expression(),
                                store.records(figure.id())));
    }

    /// A record whose number changed.
    public record Changed(FrozenRecord before, FrozenRecord now) {}

    /// @param gone records that were behind the figure, and are deleted, changed or not readable
    ///   now
    /// @param redefined was the definition changed?
    public record Difference(
            Reading now,
            boolean same,
            List<FrozenRecord> added,
            List<FrozenRecord> gone,
            List<Changed> changed,
            boolean redefined) {
        public Difference {
            added = List.copyOf(added);
            gone = List.copyOf(gone);
            changed = List.copyOf(changed);
        }
    }

    private static String key(FrozenRecord one) {
        return one.question() + " " + one.id();
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return FrozenStore.kept(one).compareTo(FrozenStore.kept(other)) == 0;
    }

    private static String fingerprint(Reading reading, List<FrozenRecord> records) {
        return fingerprint(
                reading.indicator().code(),
                reading.day(),
                Optional.ofNullable(reading.outcome().value()).map(FrozenStore::kept).orElse(null),
                reading.edition().unit(),
                reading.edition().expression(),
                records);
    }

    private static String fingerprint(
            String indicator,
            LocalDate day,
            @Nullable BigDecimal value,
            String unit,
            @Nullable String expression,
            List<FrozenRecord> records) {
        StringBuilder text = new StringBuilder();
        text.append(indicator).append('\n').append(day).append('\n');
        text.append(plain(value)).append('\n').append(unit).append('\n').append(expression);
        records.stream()
                .sorted(
                        Comparator.comparingInt(FrozenRecord::question)
                                .thenComparing(one -> one.id().toString()))
                .forEach(one ->
                        text.append('\n')
                                .append(one.question())
                                .append(' ')
                                .append(one.id())
                                .append(' ')
                                .append(plain(one.value())));
        return Digests.hex(Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String plain(@Nullable BigDecimal value) {
        return value == null ? "-" : FrozenStore.kept(value).stripTrailingZeros().toPlainString();
    }
}
