package org.kakehashi.strategy.web;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page a vice-president reads in five minutes, and takes into a meeting on paper.
@Controller
class OverviewController {
    private final Overviews overviews;
    private final Templates templates;
    private final Clock clock;

    OverviewController(Overviews overviews, Templates templates, Clock clock) {
        this.overviews = overviews;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/strategy/overview")
    JteModel overview(@RequestParam(required = false) @Nullable String date) {
        DayChoice choice = DayChoice.of(date, LocalDate.now(clock), Query.here());
        return templates.strategyOverview(overviews.on(choice));
    }
}
