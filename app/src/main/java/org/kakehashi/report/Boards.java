package org.kakehashi.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.report.Dashboard.Item;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Figures;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Names;
import org.kakehashi.strategy.PartNames;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Reading;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.Reckoning;
import org.kakehashi.strategy.Target;
import org.kakehashi.strategy.TargetPath;
import org.kakehashi.strategy.Targets;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Fills dashboards with figures: everything a page shows is asked for together.
@Service
@Transactional(readOnly = true)
public class Boards {
    /// The year and the five before it.
    static final int YEARS = 6;

    private final Plans plans;
    private final Figures figures;
    private final Readings readings;
    private final Targets targets;
    private final Names names;
    private final PartNames partNames;
    private final Access access;

    Boards(
            Plans plans,
            Figures figures,
            Readings readings,
            Targets targets,
            Names names,
            PartNames partNames,
            Access access) {
        this.plans = plans;
        this.figures = figures;
        this.readings = readings;
        this.targets = targets;
        this.names = names;
        this.partNames = partNames;
        this.access = access;
    }

    /// @param part what it is narrowed to, where the dashboard can be
    public Board of(Dashboard dashboard, LocalDate day, @Nullable String part) {
        access.require(Dashboards.READ);
        String narrowed = dashboard.narrow() == null ? null : part;
        Filling filling = new Filling(dashboard, day, narrowed);
        return new Board(
                dashboard, day, narrowed, dashboard.items().stream().map(filling::entry).toList());
    }

    /// The figures of one page, asked for together.
    private final class Filling {
        private final LocalDate day;
        private final @Nullable MeasureChoice narrow;
        private final List<LocalDate> days;
        private final Map<String, Indicator> indicators = new LinkedHashMap<>();
        private final Map<Indicator, List<Reading>> read;
        private final Reckoning reckoning = figures.reckon();
        private final Map<String, List<Target>> goals;

        Filling(Dashboard dashboard, LocalDate day, @Nullable String part) {
            this.day = day;
            narrow =
                    part == null
                            ? null
                            : MeasureChoice.of(String.valueOf(dashboard.narrow()), part);
            days = IntStream.rangeClosed(1 - YEARS, 0).mapToObj(day::plusYears).toList();
            Map<String, Indicator> all = new LinkedHashMap<>();
            plans.indicators().forEach(one -> all.put(one.code(), one));
            for (Item item : dashboard.items()) {
                Indicator one = all.get(item.indicator());
                if (one == null) {
                    throw KakehashiException.notFound();
                }
                indicators.put(item.indicator(), one);
            }
            List<Indicator> counted = indicators.values().stream().filter(this::reckoned).toList();
            reckoning.wantingValues(counted, days).wanting(counted, List.of(day));
            for (Item item : dashboard.items()) {
                Indicator one = indicator(item);
                dimension(item)
                        .filter(any -> reckoned(one))
                        .flatMap(Dimension::ofParameter)
                        .ifPresent(dimension -> reckoning.wantingNow(one, dimension, day));
            }
            reckoning.counted();
            read =
                    readings.board(
                            indicators.values().stream().filter(one -> !reckoned(one)).toList(),
                            days,
                            narrow == null ? List.of() : List.of(narrow));
            goals = narrow == null ? targets.ofTheWhole() : ofUnit(narrow);
        }

        /// Figures of agreements are counted together, unless they are narrowed.
        private boolean reckoned(Indicator one) {
            return one.measured() && narrow == null;
        }

        private Indicator indicator(Item item) {
            return java.util.Objects.requireNonNull(indicators.get(item.indicator()));
        }

        private Map<String, List<Target>> ofUnit(MeasureChoice choice) {
            Map<String, List<Target>> found = new LinkedHashMap<>();
            if (choice.dimension().equals("unit")) {
                UUID unit = UUID.fromString(choice.values().iterator().next());
                indicators
                        .keySet()
                        .forEach(code ->
                                found.put(
                                        code,
                                        targets.list(code).stream()
                                                .filter(one -> unit.equals(one.unit()))
                                                .toList()));
            }
            return found;
        }

        Board.Entry entry(Item item) {
            Indicator one = indicator(item);
            List<Board.Value> years =
                    reckoned(one)
                            ? days.stream().map(on -> value(reckoning.figure(one, on))).toList()
                            : read.getOrDefault(one, List.of()).stream().map(this::value).toList();
            Optional<TargetPath> path =
                    TargetPath.of(goals.getOrDefault(one.code(), List.of()), one.year(day));
            return new Board.Entry(
                    item,
                    one,
                    years,
                    parts(item, one),
                    path.map(way ->
                                    way.status(
                                            years.getLast().value(),
                                            one.year(day),
                                            one.direction() == Indicator.Direction.DOWN))
                            .orElse(null),
                    path.map(way -> way.goal().value()).orElse(null),
                    path.map(way -> way.goal().year()).orElse(null));
        }

        private Board.Value value(Figure figure) {
            Long doubtful = figure.doubtful();
            return new Board.Value(
                    figure.date(),
                    figure.value(),
                    figure.value() == null ? "no_records" : null,
                    figure.records(),
                    doubtful == null ? 0 : doubtful,
                    figure.ofAll(),
                    figure.recordsHref());
        }

        private Board.Value value(Reading reading) {
            List<Reading.Asked> asked = reading.asked();
            return new Board.Value(
                    reading.day(),
                    reading.value(),
                    reading.outcome().missing() == null
                            ? null
                            : Board.code(reading.outcome().missing()),
                    asked.isEmpty() ? 0 : asked.getFirst().counted().records() - reading.unknown(),
                    reading.unknown(),
                    asked.size() < 2 ? null : asked.get(1).counted().records(),
                    asked.isEmpty() ? null : records(reading));
        }

        private String records(Reading reading) {
            if (reading.indicator().measured() && narrow != null) {
                return filter(reading.indicator(), reading.day()).href();
            }
            Query query =
                    Query.of("/strategy/indicators/" + reading.indicator().code() + "/records")
                            .with("date", reading.day());
            return narrow == null
                    ? query.href()
                    : query.with("by", narrow.dimension())
                            .with("part", narrow.values().iterator().next())
                            .href();
        }

        private AgreementFilter filter(Indicator indicator, LocalDate on) {
            AgreementFilter all = reckoning.records(indicator, on);
            return narrow == null
                    ? all
                    : all.with(
                            Dimension.ofParameter(narrow.dimension()).orElseThrow(),
                            narrow.values().iterator().next());
        }

        private List<Board.Part> parts(Item item, Indicator one) {
            String by = dimension(item).orElse(null);
            if (by == null) {
                return List.of();
            }
            Optional<Dimension> ofAgreements = Dimension.ofParameter(by);
            if (reckoned(one) && ofAgreements.isPresent()) {
                Breakdown breakdown = reckoning.breakdown(one, ofAgreements.get(), day);
                return breakdown.items().stream()
                        .filter(part -> !names.whole(ofAgreements.get(), part.key()))
                        .map(part ->
                                new Board.Part(
                                        part.key(),
                                        names.of(ofAgreements.get(), part.key()),
                                        part.value(),
                                        part.recordsHref()))
                        .toList();
            }
            return told(one, by);
        }

        private List<Board.Part> told(Indicator one, String by) {
            Measure measure = readings.measure(one, day).orElse(null);
            if (measure == null || !readings.toldApartBy(one, day).contains(by)) {
                return List.of();
            }
            MeasureDimension dimension = measure.dimension(by).orElseThrow();
            List<Board.Part> all = new ArrayList<>();
            readings.by(one, List.of(by), day, narrow == null ? List.of() : List.of(narrow))
                    .forEach((key, outcome) -> {
                        BigDecimal value = outcome.value();
                        all.add(
                                new Board.Part(
                                        key.getFirst(),
                                        partNames.of(measure, dimension, key.getFirst()),
                                        value == null
                                                ? null
                                                : value.setScale(
                                                        one.edition(day).decimals(),
                                                        RoundingMode.HALF_UP),
                                        one.measured()
                                                ? filter(one, day)
                                                        .with(
                                                                Dimension.ofParameter(by)
                                                                        .orElseThrow(),
                                                                key.getFirst())
                                                        .href()
                                                : Query.of(
                                                                "/strategy/indicators/"
                                                                        + one.code()
                                                                        + "/records")
                                                        .with("date", day)
                                                        .with("by", by)
                                                        .with("part", key.getFirst())
                                                        .href()));
                    });
            all.sort(ORDER);
            return all;
        }
    }

    private static final Comparator<Board.Part> ORDER =
            Comparator.comparing((Board.Part part) -> !part.key().equals(Measure.UNKNOWN))
                    .thenComparing(part ->
                            part.value() == null
                                    ? BigDecimal.valueOf(Long.MIN_VALUE)
                                    : part.value())
                    .reversed()
                    .thenComparing(Board.Part::name);

    static Optional<String> dimension(Item item) {
        return switch (item.shown()) {
            case MAP -> Optional.of("country");
            case PARTS, TABLE -> Optional.ofNullable(item.dimension());
            case TILE, YEARS -> Optional.empty();
        };
    }
}
