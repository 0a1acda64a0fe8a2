package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.review.facts.ReviewFacts;
import org.kakehashi.review.facts.ReviewFacts.Closure;
import org.kakehashi.review.facts.ReviewFacts.Spread;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// How long cases took, by process and by body, and what waits where since when.
@Controller
public class TimesController {
    private static final int YEARS_BACK = 5;

    public record TimesPage(
            List<Spread> processes,
            List<Spread> bodies,
            List<Closure> closure,
            List<Choice> years,
            Query query,
            OffsetDateTime now) {

        /// Days since a moment.
        public @Nullable Long days(@Nullable OffsetDateTime since) {
            return since == null ? null : ReviewWords.days(since, now);
        }
    }

    private final ReviewFacts facts;
    private final Access access;
    private final Clock clock;
    private final Templates templates;

    TimesController(ReviewFacts facts, Access access, Clock clock, Templates templates) {
        this.facts = facts;
        this.access = access;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/reviews/times")
    JteModel show(@RequestParam(defaultValue = "") String year) {
        access.require("review.read");
        LocalDate today = LocalDate.now(clock);
        FiscalYear current = FiscalYear.of(today);
        FiscalYear asked = year.matches("\\d{4}") ? new FiscalYear(Integer.parseInt(year)) : null;
        List<FiscalYear> years =
                IntStream.rangeClosed(0, YEARS_BACK).mapToObj(i -> current.plus(-i)).toList();
        return templates.reviewTimes(
                new TimesPage(
                        facts.byProcess(asked),
                        facts.byBody(asked),
                        access.reach("review.read") == null
                                ? years.stream()
                                        .map(one -> facts.closure(null, one, today))
                                        .filter(one -> one.due() > 0)
                                        .toList()
                                : List.of(),
                        years.stream()
                                .map(one ->
                                        new Choice(
                                                Integer.toString(one.year()),
                                                t("review.year", "year", one.year() + ""),
                                                one.equals(asked)))
                                .toList(),
                        Query.here(),
                        OffsetDateTime.now(clock)));
    }
}
