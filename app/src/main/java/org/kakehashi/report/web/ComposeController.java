package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.report.Dashboard;
import org.kakehashi.report.Dashboard.Item;
import org.kakehashi.report.Dashboards;
import org.kakehashi.strategy.Plans;
import org.kakehashi.strategy.Readings;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Composes dashboards: everything by plain forms, so by keyboard too.
@Controller
@RequestMapping("/dashboards")
class ComposeController {
    private final Dashboards dashboards;
    private final Plans plans;
    private final Readings readings;
    private final Units units;
    private final Templates templates;

    ComposeController(
            Dashboards dashboards,
            Plans plans,
            Readings readings,
            Units units,
            Templates templates) {
        this.dashboards = dashboards;
        this.plans = plans;
        this.readings = readings;
        this.units = units;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel blank(@RequestParam(required = false) @Nullable UUID like) {
        dashboards.requireCompose();
        return page(null, DashboardForm.blank(like), Map.of(), FigureForm.BLANK, null);
    }

    @PostMapping("/new")
    @Nullable JteModel create(@ModelAttribute DashboardForm form, HttpServletResponse response)
            throws IOException {
        dashboards.requireCompose();
        Map<String, String> problems = form.problems();
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(null, form, problems, FigureForm.BLANK, null);
        }
        UUID id = dashboards.create(form.draft(id(form.unit())), id(form.like()));
        response.sendRedirect("/dashboards/" + id + "/edit");
        return null;
    }

    @GetMapping("/{id}/edit")
    JteModel edit(@PathVariable UUID id) {
        Dashboard one = changeable(id);
        return page(one, DashboardForm.of(one), Map.of(), FigureForm.BLANK, null);
    }

    @PostMapping("/{id}/edit")
    @Nullable JteModel change(
            @PathVariable UUID id, @ModelAttribute DashboardForm form, HttpServletResponse response)
            throws IOException {
        Dashboard one = changeable(id);
        Map<String, String> problems = new LinkedHashMap<>(form.problems());
        Integer version = form.version();
        if (!problems.isEmpty() || version == null) {
            response.setStatus(422);
            return page(one, form, problems, FigureForm.BLANK, null);
        }
        dashboards.change(id, form.draft(id(form.unit())), version);
        response.sendRedirect("/dashboards/" + id);
        return null;
    }

    @PostMapping("/{id}/figures")
    @Nullable JteModel add(
            @PathVariable UUID id, @ModelAttribute FigureForm form, HttpServletResponse response)
            throws IOException {
        Dashboard one = changeable(id);
        Item item = form.item();
        String problem = dashboards.problem(one, item);
        if (problem != null) {
            response.setStatus(422);
            return page(one, DashboardForm.of(one), Map.of(), form, problem);
        }
        dashboards.add(id, item);
        response.sendRedirect("/dashboards/" + id + "/edit#figures");
        return null;
    }

    @PostMapping("/{id}/figures/{item}/place")
    void move(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam String by,
            HttpServletResponse response)
            throws IOException {
        dashboards.move(id, item, by.equals("up") ? -1 : 1);
        response.sendRedirect("/dashboards/" + id + "/edit#f-" + item);
    }

    @PostMapping("/{id}/figures/{item}/size")
    void resize(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam boolean wide,
            HttpServletResponse response)
            throws IOException {
        dashboards.resize(id, item, wide);
        response.sendRedirect("/dashboards/" + id + "/edit#f-" + item);
    }

    @PostMapping("/{id}/figures/{item}/removal")
    void remove(@PathVariable UUID id, @PathVariable UUID item, HttpServletResponse response)
            throws IOException {
        dashboards.remove(id, item);
        response.sendRedirect("/dashboards/" + id + "/edit#figures");
    }

    @PostMapping("/{id}/removal")
    void delete(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        dashboards.delete(id);
        response.sendRedirect("/dashboards");
    }

    private Dashboard changeable(UUID id) {
        dashboards.requireCompose();
        Dashboard one = dashboards.get(id);
        if (!dashboards.mayChange(one)) {
            throw KakehashiException.forbidden("report.manage");
        }
        return one;
    }

    private @Nullable UUID id(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw KakehashiException.notFound();
        }
    }

    private JteModel page(
            @Nullable Dashboard one,
            DashboardForm form,
            Map<String, String> problems,
            FigureForm figure,
            @Nullable String figureProblem) {
        return templates.reportCompose(
                new EditPage(
                        one,
                        form,
                        problems,
                        one == null ? List.of() : one.items().stream().map(this::row).toList(),
                        figure,
                        figureProblem,
                        plans.indicators().stream()
                                .map(indicator ->
                                        new Choice(
                                                indicator.code(),
                                                indicator.code() + " " + t(indicator.name()),
                                                indicator.code().equals(figure.indicator())))
                                .toList(),
                        java.util.Arrays.stream(Dashboard.Shown.values())
                                .map(shown ->
                                        new Choice(shown.code(), t("report.shown." + shown.code()))
                                                .chosenIf(String.valueOf(figure.shown())))
                                .toList(),
                        dimensions(figure),
                        units.list().stream()
                                .map(unit ->
                                        new Choice(unit.id().toString(), t(unit.name()))
                                                .chosenIf(String.valueOf(form.unit())))
                                .toList(),
                        DashboardForm.ROLES.stream()
                                .map(role ->
                                        new Choice(role, t("access.role." + role))
                                                .chosenIf(String.valueOf(form.role())))
                                .toList(),
                        one != null && one.kind() == Dashboard.Kind.OWN));
    }

    private EditPage.Row row(Item item) {
        String by = item.dimension();
        String how = t("report.shown." + item.shown().code());
        return new EditPage.Row(
                item.id().toString(),
                item.indicator(),
                t(plans.indicator(item.indicator()).name()),
                by == null ? how : t("report.shown.by", "how", how, "by", label(by)),
                item.wide());
    }

    private String label(String dimension) {
        return dimensions(FigureForm.BLANK).stream()
                .filter(one -> one.value().equals(dimension))
                .map(Choice::label)
                .findFirst()
                .orElse(dimension);
    }

    /// The dimensions of all measures, each by the name it has first.
    private List<Choice> dimensions(FigureForm figure) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Measure measure : readings.measures()) {
            for (MeasureDimension one : measure.dimensions()) {
                if (one.what() != MeasureDimension.What.PARTNER) {
                    labels.putIfAbsent(one.name(), t(measure.dimensionKey(one.name())));
                }
            }
        }
        return labels.entrySet().stream()
                .map(one ->
                        new Choice(
                                one.getKey(),
                                one.getValue(),
                                Objects.equals(one.getKey(), figure.dimension())))
                .toList();
    }
}
