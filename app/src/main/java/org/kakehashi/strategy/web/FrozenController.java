package org.kakehashi.strategy.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Users;
import org.kakehashi.strategy.Edition;
import org.kakehashi.strategy.Frozen;
import org.kakehashi.strategy.FrozenFigure;
import org.kakehashi.strategy.FrozenRecord;
import org.kakehashi.strategy.Indicator;
import org.kakehashi.strategy.Plans;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Official figures: what was reported, and why it differs from what is counted now.
@Controller
@RequestMapping("/strategy/frozen")
class FrozenController {
    private final Frozen frozen;
    private final Plans plans;
    private final Users users;
    private final Access access;
    private final Templates templates;
    private final Clock clock;

    FrozenController(
            Frozen frozen,
            Plans plans,
            Users users,
            Access access,
            Templates templates,
            Clock clock) {
        this.frozen = frozen;
        this.plans = plans;
        this.users = users;
        this.access = access;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping
    JteModel list(@RequestParam(required = false) @Nullable String day) {
        LocalDate asked = new FreezeForm(null, day, null).date();
        List<LocalDate> days = frozen.days();
        LocalDate shown = asked != null ? asked : days.isEmpty() ? null : days.getFirst();
        return page(shown, new FreezeForm(null, null, null), Map.of());
    }

    @PostMapping
    @Nullable JteModel freeze(@ModelAttribute FreezeForm form, HttpServletResponse response)
            throws IOException {
        access.require("strategy.freeze");
        Map<String, String> problems = form.problems(LocalDate.now(clock));
        LocalDate day = form.date();
        if (!problems.isEmpty() || day == null) {
            response.setStatus(422);
            return page(null, form, problems);
        }
        String reason = String.valueOf(form.reason()).strip();
        if (form.code() == null || form.code().isBlank()) {
            frozen.freezeAll(day, reason);
        } else {
            frozen.freeze(form.code(), day, reason);
        }
        response.sendRedirect("/strategy/frozen?day=" + day);
        return null;
    }

    @GetMapping("/{id}")
    JteModel show(@PathVariable UUID id) {
        access.require("strategy.freeze");
        FrozenFigure figure = frozen.get(id);
        Frozen.Difference difference = frozen.difference(figure);
        List<FrozenShow.Line> lines = new ArrayList<>();
        difference.added().forEach(one -> lines.add(line("added", null, one)));
        difference.gone().forEach(one -> lines.add(line("gone", one, null)));
        difference.changed().forEach(one -> lines.add(line("changed", one.before(), one.now())));
        return templates.strategyFrozenFigure(
                new FrozenShow(
                        figure, row(figure, difference), frozen.intact(figure), difference, lines));
    }

    /// Reports the figure anew, with the reason why.
    @PostMapping("/{id}/revision")
    void revise(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response)
            throws IOException {
        access.require("strategy.freeze");
        FrozenFigure figure = frozen.get(id);
        UUID revision = frozen.freeze(figure.indicator(), figure.day(), reason.strip());
        response.sendRedirect("/strategy/frozen/" + revision);
    }

    private static FrozenShow.Line line(
            String kind, @Nullable FrozenRecord before, @Nullable FrozenRecord now) {
        return new FrozenShow.Line(
                "strategy.frozen." + kind,
                before != null ? before.title() : now != null ? now.title() : "",
                number(before),
                number(now));
    }

    private static String number(@Nullable FrozenRecord one) {
        BigDecimal value = one == null ? null : one.value();
        return value == null ? "" : value.stripTrailingZeros().toPlainString();
    }

    private JteModel page(@Nullable LocalDate day, FreezeForm form, Map<String, String> problems) {
        boolean all = frozen.mayFreeze();
        List<FrozenPage.Row> rows =
                day == null
                        ? List.of()
                        : frozen.on(day).stream()
                                .map(one -> row(one, all ? frozen.difference(one) : null))
                                .toList();
        return templates.strategyFrozen(
                new FrozenPage(
                        frozen.days().stream()
                                .map(one ->
                                        new Tab(
                                                Dates.day(one),
                                                "/strategy/frozen?day=" + one,
                                                one.equals(day)))
                                .toList(),
                        day == null ? null : Dates.day(day),
                        rows,
                        plans.indicators().stream()
                                .map(one ->
                                        new Choice(
                                                one.code(),
                                                one.code() + " " + t(one.name()),
                                                one.code().equals(form.code())))
                                .toList(),
                        form,
                        problems,
                        all));
    }

    private FrozenPage.Row row(FrozenFigure figure, Frozen.@Nullable Difference difference) {
        Indicator indicator = plans.indicator(figure.indicator());
        BigDecimal value = figure.value();
        Edition then =
                new Edition(
                        0,
                        figure.definition(),
                        figure.unit(),
                        figure.decimals(),
                        figure.expression(),
                        false,
                        null);
        UUID by = figure.frozenBy();
        return new FrozenPage.Row(
                figure.id().toString(),
                indicator.code(),
                t(indicator.name()),
                value == null
                        ? null
                        : ReadingText.number(
                                then, value.setScale(figure.decimals(), RoundingMode.HALF_UP)),
                figure.missing() == null
                        ? ""
                        : t(
                                "strategy.missing." + figure.missing().toLowerCase(Locale.ROOT),
                                "of",
                                ""),
                ReadingText.unit(then),
                figure.revises() != null,
                figure.reason(),
                by == null ? "" : users.name(by).map(Text::t).orElse(""),
                Dates.moment(figure.frozenAt()),
                difference == null ? null : ReadingText.number(difference.now()),
                difference != null && !difference.same());
    }
}
