package org.kakehashi.strategy.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.RecordedValue;
import org.kakehashi.strategy.RecordedValues;
import org.kakehashi.strategy.ValueEntry;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Values people record: one by one, or many by a workbook that goes out and comes back.
@Controller
class ValueController {
    private static final long LARGEST = 5_000_000;

    private final Plans plans;
    private final RecordedValues values;
    private final RecordedPages pages;
    private final Units units;
    private final Templates templates;
    private final Clock clock;

    ValueController(
            Plans plans,
            RecordedValues values,
            RecordedPages pages,
            Units units,
            Templates templates,
            Clock clock) {
        this.plans = plans;
        this.values = values;
        this.pages = pages;
        this.units = units;
        this.templates = templates;
        this.clock = clock;
    }

    @PostMapping("/strategy/indicators/{code}/values")
    @Nullable JteModel record(
            @PathVariable String code,
            @ModelAttribute RecordForm form,
            HttpServletResponse response)
            throws IOException {
        values.requireRecord();
        Indicator indicator = plans.indicator(code);
        LocalDate today = LocalDate.now(clock);
        Map<String, String> problems =
                ValueEntry.problems(indicator, form.year(), form.value(), form.evidence(), today);
        BigDecimal number = ValueEntry.number(form.value());
        if (!problems.isEmpty() || number == null || form.evidence() == null) {
            response.setStatus(422);
            return templates.strategyRecorded(
                    pages.page(
                            indicator,
                            plans.actionsOf(indicator),
                            DayChoice.of(null, today, Query.of("/strategy/indicators/" + code)),
                            form,
                            problems));
        }
        UUID unit = unit(form.unit());
        int year = Integer.parseInt(String.valueOf(ValueEntry.number(form.year())));
        values.record(
                code,
                new ValueEntry(year, unit, number, form.evidence().strip(), null, form.version()));
        response.sendRedirect("/strategy/indicators/" + code + "#values");
        return null;
    }

    @PostMapping("/strategy/indicators/{code}/values/{id}/removal")
    void takeBack(
            @PathVariable String code,
            @PathVariable UUID id,
            @RequestParam int version,
            HttpServletResponse response)
            throws IOException {
        values.takeBack(code, id, version);
        response.sendRedirect("/strategy/indicators/" + code + "#values");
    }

    /// Where the workbook goes out and comes back.
    @GetMapping("/strategy/values")
    JteModel collect() {
        values.requireRecord();
        return page(List.of(), null);
    }

    @GetMapping("/strategy/values/template")
    void template(
            @RequestParam(required = false) @Nullable String year,
            @RequestParam(required = false) @Nullable String unit,
            HttpServletResponse response)
            throws IOException {
        values.requireRecord();
        int asked =
                year != null && year.matches("(19[5-9]|20|21)\\d{1,2}") && year.length() == 4
                        ? Integer.parseInt(year)
                        : FiscalYear.of(LocalDate.now(clock)).year();
        UUID chosen = unit(unit);
        List<RecordedValue> recorded = values.listOf(asked);
        List<ValueSheet.Line> lines = new ArrayList<>();
        for (Indicator indicator : plans.indicators()) {
            if (indicator.recorded()) {
                lines.add(line(indicator, chosen, recorded));
            }
        }
        response.setContentType(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"values-" + asked + ".xlsx\"");
        ValueSheet.write(asked, lines, response.getOutputStream());
    }

    private ValueSheet.Line line(
            Indicator indicator, @Nullable UUID unit, List<RecordedValue> recorded) {
        Optional<Unit> known = unit == null ? Optional.empty() : units.find(unit);
        return new ValueSheet.Line(
                indicator,
                known.orElse(null),
                recorded.stream()
                        .filter(one ->
                                one.indicator().equals(indicator.code())
                                        && java.util.Objects.equals(
                                                one.unit(), known.map(Unit::id).orElse(null)))
                        .findFirst()
                        .orElse(null));
    }

    @PostMapping("/strategy/values")
    JteModel bring(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        values.requireRecord();
        if (file == null || file.isEmpty() || file.getSize() > LARGEST) {
            response.setStatus(422);
            return page(ValueSheetReader.refused("strategy.import.unreadable"), null);
        }
        byte[] content = file.getBytes();
        List<Indicator> all = plans.indicators();
        ValueSheetReader.Found found =
                ValueSheetReader.read(
                        content,
                        name(file),
                        Digests.hex(Digests.sha256(content)),
                        new ValueSheetReader.Known(
                                code ->
                                        all.stream()
                                                .filter(one -> one.code().equals(code))
                                                .findFirst(),
                                units::findByNameOrCode,
                                values::list,
                                LocalDate.now(clock)));
        if (!found.wrong().isEmpty()) {
            response.setStatus(422);
            return page(found.wrong(), null);
        }
        return page(
                List.of(), new CollectPage.Done(values.importAll(found.entries()), found.same()));
    }

    private JteModel page(List<ValueSheetReader.Wrong> wrong, CollectPage.@Nullable Done done) {
        int now = FiscalYear.of(LocalDate.now(clock)).year();
        return templates.strategyCollect(
                new CollectPage(
                        now,
                        pages.units(null),
                        plans.indicators().stream().filter(Indicator::recorded).count(),
                        wrong,
                        done));
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String last = name == null ? "" : name.replaceAll("^.*[/\\\\]", "").strip();
        return last.isEmpty() ? "values.xlsx" : last.substring(0, Math.min(200, last.length()));
    }

    private @Nullable UUID unit(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        try {
            return units.get(UUID.fromString(typed)).id();
        } catch (IllegalArgumentException e) {
            throw org.kakehashi.kernel.KakehashiException.notFound();
        }
    }
}
