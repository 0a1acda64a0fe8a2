package org.kakehashi.intake.web;

import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Review;
import org.kakehashi.intake.RowView;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.kakehashi.ui.view.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the import would do, before it does it.
@Controller
@RequestMapping("/intake/imports/{id}/review")
class ReviewController {
    static final List<String> STATES =
            List.of("new", "changed", "missing", "same", "duplicate", "refused");

    private final Imports imports;
    private final Review review;
    private final Templates templates;

    ReviewController(Imports imports, Review review, Templates templates) {
        this.imports = imports;
        this.review = review;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id, @RequestParam(required = false) @Nullable String show) {
        Import one = imports.get(id);
        Map<String, Integer> counts = new HashMap<>(review.counts(one));
        String state = show != null && STATES.contains(show) ? show : first(counts);
        Pager pager = Pager.of(Query.here(), 50, counts.getOrDefault(state, 0));
        boolean gone = state.equals("missing");
        List<RowView> rows =
                gone ? List.of() : review.page(one, state, pager.offset(), pager.size());
        return templates.intakeReview(
                new ReviewPage(
                        one,
                        state,
                        tabs(id, state, counts),
                        counts,
                        rows,
                        review.subjects(one, rows),
                        gone ? review.missing(one, pager.offset(), pager.size()) : List.of(),
                        review.closes(one),
                        pager,
                        imports.mayChange(one) && one.draft()));
    }

    private static String first(Map<String, Integer> counts) {
        return STATES.stream()
                .filter(state -> counts.getOrDefault(state, 0) > 0)
                .findFirst()
                .orElse("new");
    }

    private static List<Tab> tabs(UUID id, String state, Map<String, Integer> counts) {
        List<Tab> tabs = new ArrayList<>();
        for (String one : STATES) {
            tabs.add(
                    new Tab(
                            Text.t("intake.state." + one),
                            "/intake/imports/" + id + "/review?show=" + one,
                            one.equals(state),
                            (long) counts.getOrDefault(one, 0)));
        }
        return tabs;
    }

    @PostMapping
    String take(
            @PathVariable UUID id,
            @RequestParam String show,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String every,
            @RequestParam(required = false) @Nullable List<UUID> shown,
            @RequestParam(required = false) @Nullable List<UUID> taken) {
        if (!every.isEmpty()) {
            review.take(id, show, null, every.equals("take"));
        } else if (shown != null) {
            List<UUID> wanted = taken == null ? List.of() : taken;
            review.take(id, show, wanted, true);
            review.take(
                    id, show, shown.stream().filter(one -> !wanted.contains(one)).toList(), false);
        }
        return "redirect:/intake/imports/" + id + "/review?show=" + show + "&page=" + page;
    }
}
