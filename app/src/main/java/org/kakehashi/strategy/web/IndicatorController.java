package org.kakehashi.strategy.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.Dimension;
import org.kakehashi.strategy.Breakdown;
import org.kakehashi.strategy.Figure;
import org.kakehashi.strategy.Figures;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plan;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.Reckoning;
import org.kakehashi.strategy.RecordedValues;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The indicators: all of them with their figures, and each with its definition, its years and its
/// parts.
@Controller
@RequestMapping("/strategy/indicators")
class IndicatorController {
    static final int YEARS = 10;

    private final Plans plans;
    private final Figures figures;
    private final Charts charts;
    private final FigureExports exports;
    private final Readings readings;
    private final ReadingPages pages;
    private final ReadingExports readingExports;
    private final RecordedValues values;
    private final RecordedPages recordedPages;
    private final Templates templates;
    private final Clock clock;

    IndicatorController(
            Plans plans,
            Figures figures,
            Charts charts,
            FigureExports exports,
            Readings readings,
            ReadingPages pages,
            ReadingExports readingExports,
            RecordedValues values,
            RecordedPages recordedPages,
            Templates templates,
            Clock clock) {
        this.plans = plans;
        this.figures = figures;
        this.charts = charts;
        this.exports = exports;
        this.readings = readings;
        this.pages = pages;
        this.readingExports = readingExports;
        this.values = values;
        this.recordedPages = recordedPages;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    @Nullable JteModel list(
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        DayChoice choice = choice(date);
        List<Indicator> all = plans.indicators();
        List<Indicator> measured = all.stream().filter(Indicator::measured).toList();
        LocalDate before = choice.day().minusYears(1);
        Reckoning reckoning =
                figures.reckon().wanting(measured, List.of(choice.day(), before)).counted();
        Map<Indicator, List<Figure>> others =
                readings.figures(
                        all.stream().filter(one -> !one.measured()).toList(),
                        List.of(choice.day(), before));
        List<FigureRow> rows = new ArrayList<>();
        for (Indicator one : all) {
            if (one.measured()) {
                rows.add(
                        new FigureRow(
                                reckoning.figure(one, choice.day()),
                                reckoning.figure(one, before)));
            } else {
                List<Figure> both = others.getOrDefault(one, List.of());
                rows.add(new FigureRow(both.get(0), both.get(1)));
            }
        }
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            ExportFile.send(exports.figures(rows, choice), file.get(), response);
            return null;
        }
        List<Indicator> waiting =
                all.stream()
                        .filter(one ->
                                one.recorded()
                                        && rows.stream()
                                                .noneMatch(row ->
                                                        row.indicator().equals(one)
                                                                && row.now().value() != null))
                        .toList();
        rows.removeIf(row -> waiting.contains(row.indicator()));
        return templates.strategyIndicators(
                choice, rows, waiting, pages.mayEdit(), values.mayRecord());
    }

    @GetMapping("/{code}")
    @Nullable JteModel show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable UUID edit,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        DayChoice choice = choice(date);
        Indicator indicator = plans.indicator(code);
        if (indicator.computed()) {
            return computed(indicator, choice, by, format, response);
        }
        if (!indicator.measured()) {
            return recorded(indicator, choice, edit, format, response);
        }
        Dimension dimension = IndicatorPage.dimension(by);
        List<LocalDate> days = indicator.flow() ? choice.yearsBack(YEARS) : choice.sameDay(YEARS);
        Reckoning reckoning =
                figures.reckon()
                        .wanting(List.of(indicator), days)
                        .wanting(indicator, dimension, choice.day())
                        .counted();
        List<Figure> series = days.stream().map(day -> reckoning.figure(indicator, day)).toList();
        Breakdown breakdown = reckoning.breakdown(indicator, dimension, choice.day());
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            TableExport<?> table =
                    by == null ? exports.series(series, choice) : exports.parts(breakdown, choice);
            ExportFile.send(table, file.get(), response);
            return null;
        }
        return templates.strategyIndicator(
                new IndicatorPage(
                        indicator,
                        actions(indicator),
                        choice,
                        series,
                        charts.series(indicator, series),
                        breakdown,
                        charts.bars("parts", breakdown, IndicatorPage.BARS),
                        exports.names()));
    }

    private @Nullable JteModel computed(
            Indicator indicator,
            DayChoice choice,
            @Nullable String by,
            @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        ReadingPage page = pages.page(indicator, actions(indicator), choice, by);
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isEmpty()) {
            return templates.strategyReading(page);
        }
        ReadingPage.Parts parts = by == null ? null : page.parts();
        TableExport<?> table =
                parts == null ? readingExports.series(page) : readingExports.parts(page, parts);
        ExportFile.send(table, file.get(), response);
        return null;
    }

    private @Nullable JteModel recorded(
            Indicator indicator,
            DayChoice choice,
            @Nullable UUID edit,
            @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            ExportFile.send(
                    readingExports.recorded(indicator, values.list(indicator.code()), choice),
                    file.get(),
                    response);
            return null;
        }
        RecordForm form =
                values.list(indicator.code()).stream()
                        .filter(one -> one.id().equals(edit))
                        .findFirst()
                        .map(recordedPages::of)
                        .orElseGet(() -> recordedPages.blank(indicator, choice));
        return templates.strategyRecorded(
                recordedPages.page(indicator, actions(indicator), choice, form, Map.of()));
    }

    private List<Plan.Action> actions(Indicator indicator) {
        return plans.actionsOf(indicator);
    }

    private DayChoice choice(@Nullable String date) {
        return DayChoice.of(date, LocalDate.now(clock), Query.here());
    }
}
