package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.MeasureChoice;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.strategy.formula.Written;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The records behind a figure, or behind one part of it.
@Controller
class RecordsController {
    private static final int ROWS = 50;
    private static final int MOST = 100_000;

    private final Plans plans;
    private final Readings readings;
    private final ReadingText texts;
    private final ReadingExports exports;
    private final Templates templates;
    private final Clock clock;

    RecordsController(
            Plans plans,
            Readings readings,
            ReadingText texts,
            ReadingExports exports,
            Templates templates,
            Clock clock) {
        this.plans = plans;
        this.readings = readings;
        this.texts = texts;
        this.exports = exports;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/strategy/indicators/{code}/records")
    @Nullable JteModel records(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String date,
            @RequestParam(defaultValue = "0") String of,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable String part,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        DayChoice choice = DayChoice.of(date, LocalDate.now(clock), Query.here());
        Indicator indicator = plans.indicator(code);
        List<MeasureChoice> parts =
                by == null || part == null ? List.of() : List.of(MeasureChoice.of(by, part));
        int number = of.matches("\\d{1,2}") ? Integer.parseInt(of) : 0;
        Readings.Behind behind = readings.records(indicator, choice.day(), number, parts);
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            ExportFile.send(
                    exports.records(
                            indicator, readings.list(behind, 0, MOST, Text.locale()), choice),
                    file.get(),
                    response);
            return null;
        }
        Pager pager = Pager.of(choice.query(), ROWS, readings.count(behind));
        return templates.strategyRecords(
                indicator,
                choice,
                title(behind),
                Written.of(behind.question()),
                behind.measure().value() == null
                        ? null
                        : t("strategy.unit." + behind.measure().valueUnit()),
                readings.list(behind, pager.offset(), pager.size(), Text.locale()),
                pager);
    }

    private String title(Readings.Behind behind) {
        String measure = t(behind.measure().nameKey());
        if (behind.parts().isEmpty()) {
            return measure;
        }
        MeasureChoice part = behind.parts().getFirst();
        var dimension = behind.measure().dimension(part.dimension()).orElseThrow();
        return t(
                "strategy.records.part",
                "measure",
                measure,
                "by",
                t(behind.measure().dimensionKey(part.dimension())),
                "part",
                texts.part(behind.measure(), dimension, part.values().iterator().next()));
    }
}
