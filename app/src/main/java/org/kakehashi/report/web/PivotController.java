package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.report.Pivot;
import org.kakehashi.report.Pivots;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.chart.Bar;
import org.kakehashi.ui.chart.BarChart;
import org.kakehashi.ui.chart.Caption;
import org.kakehashi.ui.chart.Chart;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.map.CountryFigure;
import org.kakehashi.ui.map.WorldMap;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// An indicator told apart by one or two dimensions: table, chart, map, file.
@Controller
class PivotController {
    private static final int BARS = 30;

    private final Plans plans;
    private final Pivots pivots;
    private final Templates templates;
    private final Clock clock;

    PivotController(Plans plans, Pivots pivots, Templates templates, Clock clock) {
        this.plans = plans;
        this.pivots = pivots;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/figures/{code}")
    @Nullable JteModel show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String and,
            @RequestParam(defaultValue = "table") String as,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Indicator indicator = plans.indicator(code);
        LocalDate today = LocalDate.now(clock);
        LocalDate day = DashboardController.day(date, today);
        List<MeasureDimension> possible = pivots.dimensions(indicator, day);
        String down = chosen(possible, by).orElse(possible.isEmpty() ? null : first(possible));
        String across = chosen(possible, and).filter(one -> !one.equals(down)).orElse(null);
        Pivot pivot = down == null ? null : pivots.of(indicator, day, down, across);
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent() && pivot != null) {
            ExportFile.send(export(pivot, day), file.get(), response);
            return null;
        }
        Query query =
                Query.of("/figures/" + code)
                        .with("date", day.equals(today) ? null : day)
                        .with("by", down)
                        .with("and", across)
                        .with("as", as.equals("table") ? null : as);
        FigureWords words = new FigureWords(Text.locale());
        return templates.reportPivot(
                new PivotPage(
                        indicator,
                        day,
                        words.when(indicator, day),
                        words.unit(indicator, day),
                        query,
                        choices(indicator, day, possible, down),
                        choices(indicator, day, possible, across),
                        views(query, pivot, as),
                        pivot,
                        pivot == null ? null : chart(pivot, day, as),
                        pivot == null
                                ? List.of()
                                : pivot.rows().stream()
                                        .map(row -> records(pivot, day, row))
                                        .toList()));
    }

    private static String first(List<MeasureDimension> possible) {
        return possible.stream()
                .map(MeasureDimension::name)
                .filter("country"::equals)
                .findFirst()
                .orElse(possible.getFirst().name());
    }

    private static Optional<String> chosen(
            List<MeasureDimension> possible, @Nullable String asked) {
        return possible.stream()
                .map(MeasureDimension::name)
                .filter(one -> one.equals(asked))
                .findFirst();
    }

    private List<Choice> choices(
            Indicator indicator,
            LocalDate day,
            List<MeasureDimension> possible,
            @Nullable String chosen) {
        return pivots.measure(indicator, day)
                .map(measure ->
                        possible.stream()
                                .map(one ->
                                        new Choice(
                                                one.name(),
                                                t(measure.dimensionKey(one.name())),
                                                one.name().equals(chosen)))
                                .toList())
                .orElse(List.of());
    }

    private static List<Tab> views(Query query, @Nullable Pivot pivot, String as) {
        List<Tab> all = new ArrayList<>();
        all.add(new Tab(t("report.as.table"), query.without("as").href(), as.equals("table")));
        if (pivot != null && pivot.across() == null) {
            all.add(
                    new Tab(
                            t("report.as.chart"),
                            query.with("as", "chart").href(),
                            as.equals("chart")));
            if (pivot.down().what() == MeasureDimension.What.COUNTRY) {
                all.add(
                        new Tab(
                                t("report.as.map"),
                                query.with("as", "map").href(),
                                as.equals("map")));
            }
        }
        return all;
    }

    private static @Nullable Chart chart(Pivot pivot, LocalDate day, String as) {
        if (pivot.across() != null) {
            return null;
        }
        String name = t(pivot.indicator().name());
        String head = t(pivot.measure().dimensionKey(pivot.down().name()));
        String unit = new FigureWords(Text.locale()).unit(pivot.indicator(), day);
        if (as.equals("chart")) {
            return new BarChart(
                    Caption.of("chart", name, t("report.parts.text", "name", name)),
                    head,
                    unit,
                    pivot.rows().stream()
                            .limit(BARS)
                            .map(row ->
                                    new Bar(row.name(), pivot.value(row), records(pivot, day, row)))
                            .toList());
        }
        return as.equals("map") && pivot.down().what() == MeasureDimension.What.COUNTRY
                ? new WorldMap(
                        Caption.of("chart", name, t("report.map.text", "name", name)),
                        head,
                        unit,
                        pivot.rows().stream()
                                .filter(row -> row.code().length() == 2)
                                .map(row ->
                                        new CountryFigure(
                                                row.code(),
                                                row.name(),
                                                pivot.value(row),
                                                records(pivot, day, row)))
                                .toList(),
                        List.of())
                : null;
    }

    /// The records of a row: of figures of agreements on their own list.
    private static String records(Pivot pivot, LocalDate day, Pivot.Head row) {
        String page = "/strategy/indicators/" + pivot.indicator().code();
        return pivot.indicator().measured()
                ? Query.of(page).with("date", day).with("by", pivot.down().name()).href()
                : Query.of(page + "/records")
                        .with("date", day)
                        .with("by", pivot.down().name())
                        .with("part", row.code())
                        .href();
    }

    private static TableExport<Pivot.Head> export(Pivot pivot, LocalDate day) {
        List<ExportColumn<Pivot.Head>> columns = new ArrayList<>();
        String head = t(pivot.measure().dimensionKey(pivot.down().name()));
        columns.add(new ExportColumn<>("code", new Bilingual(head, head), 12, Pivot.Head::code));
        columns.add(new ExportColumn<>("name", new Bilingual(head, head), 30, Pivot.Head::name));
        if (pivot.across() == null) {
            String name = t(pivot.indicator().name());
            columns.add(
                    new ExportColumn<>(
                            "value",
                            new Bilingual(name, name),
                            16,
                            row -> (BigDecimal) pivot.value(row)));
        }
        for (Pivot.Head column : pivot.columns()) {
            columns.add(
                    new ExportColumn<>(
                            column.code(),
                            new Bilingual(column.name(), column.name()),
                            16,
                            row -> pivot.value(row, column)));
        }
        return new TableExport<>(
                pivot.indicator().code() + "_" + t(pivot.indicator().name()),
                columns,
                pivot.rows().stream(),
                note(pivot.indicator(), day),
                Text.locale());
    }

    private static ExportNote note(Indicator indicator, LocalDate day) {
        return new ExportNote(
                indicator.code() + " " + t(indicator.name()) + ": " + t(indicator.definition()),
                null,
                Dates.day(day),
                Objects.toString(t(CurrentUser.get().name()), ""),
                java.time.Instant.now(),
                Page.demonstration());
    }
}
