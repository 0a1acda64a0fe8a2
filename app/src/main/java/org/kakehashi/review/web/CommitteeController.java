package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.CorrectiveAction;
import org.kakehashi.review.CorrectiveActions;
import org.kakehashi.review.Holder;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.Meetings;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.facts.ReviewFacts;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Committees and posts: members and terms, meetings, what waits, corrective actions.
@Controller
@RequestMapping("/committees")
public class CommitteeController {
    private static final int UNPROCESSABLE = 422;

    /// @param retired those no longer in use, for who configures
    public record CommitteesPage(
            List<Body> committees, List<Body> posts, List<Body> retired, boolean mayConfigure) {}

    /// A member as the page shows them.
    public record Member(Holder holder, @Nullable String unit, boolean now) {}

    /// @param time how long steps took here that ended this fiscal year
    /// @param mayRead may the reader see meetings, cases and actions?
    public record CommitteePage(
            Body body,
            List<Member> members,
            List<Meeting> meetings,
            List<ReviewCase> waiting,
            List<CorrectiveAction> actions,
            ReviewFacts.Closure closure,
            String time,
            List<Choice> people,
            List<Choice> units,
            List<Choice> duties,
            boolean mayConfigure,
            boolean mayRun,
            boolean mayRead,
            LocalDate today,
            PlanForm plan,
            @Nullable String problem) {}

    private final Bodies bodies;
    private final Meetings meetings;
    private final CorrectiveActions actions;
    private final Units units;
    private final ReviewFacts facts;
    private final Clock clock;
    private final Templates templates;

    CommitteeController(
            Bodies bodies,
            Meetings meetings,
            CorrectiveActions actions,
            Units units,
            ReviewFacts facts,
            Clock clock,
            Templates templates) {
        this.bodies = bodies;
        this.meetings = meetings;
        this.actions = actions;
        this.units = units;
        this.facts = facts;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        List<Body> all = bodies.list().stream().filter(Body::active).toList();
        return templates.reviewCommittees(
                new CommitteesPage(
                        all.stream().filter(Body::committee).toList(),
                        all.stream().filter(body -> !body.committee()).toList(),
                        bodies.list().stream().filter(body -> !body.active()).toList(),
                        bodies.mayConfigure()));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    JteModel show(@PathVariable UUID id) {
        return page(id, PlanForm.EMPTY, null);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/members")
    @Nullable JteModel add(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID user,
            @RequestParam(required = false) @Nullable UUID unit,
            @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "false") boolean voting,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String lastDay,
            HttpServletResponse response)
            throws IOException {
        return tried(
                id,
                "/committees/" + id,
                response,
                () -> {
                    Holder.Duty does = Coded.find(Holder.Duty.class, duty).orElse(null);
                    if (user == null || does == null) {
                        throw KakehashiException.invalid("review.holder.who", Map.of());
                    }
                    LocalDate last = date(lastDay);
                    bodies.addHolder(
                            new Holder(
                                    id,
                                    id,
                                    user,
                                    new Bilingual(null, null),
                                    unit,
                                    does,
                                    voting,
                                    date(from),
                                    last == null ? null : last.plusDays(1)));
                });
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/members/{holder}/end")
    @Nullable JteModel end(
            @PathVariable UUID id, @PathVariable UUID holder, HttpServletResponse response)
            throws IOException {
        return tried(
                id,
                "/committees/" + id,
                response,
                () -> bodies.endHolder(id, holder, LocalDate.now(clock)));
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/meetings")
    @Nullable JteModel call(@PathVariable UUID id, PlanForm form, HttpServletResponse response)
            throws IOException {
        return tried(
                id,
                null,
                form,
                response,
                () -> response.sendRedirect("/meetings/" + meetings.call(id, form.plan())));
    }

    /// Work that may be refused with words for the page.
    private interface Work {
        void run() throws IOException;
    }

    private @Nullable JteModel tried(
            UUID id, @Nullable String next, HttpServletResponse response, Work work)
            throws IOException {
        return tried(id, next, PlanForm.EMPTY, response, work);
    }

    private @Nullable JteModel tried(
            UUID id, @Nullable String next, PlanForm plan, HttpServletResponse response, Work work)
            throws IOException {
        try {
            work.run();
        } catch (DateTimeParseException e) {
            response.setStatus(UNPROCESSABLE);
            return page(id, plan, t("review.day.form"));
        } catch (KakehashiException refused) {
            if (refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(UNPROCESSABLE);
            return page(id, plan, Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
        if (next != null) {
            response.sendRedirect(next);
        }
        return null;
    }

    private JteModel page(UUID id, PlanForm plan, @Nullable String problem) {
        Body body = bodies.get(id);
        boolean mayRun = bodies.mayRun(body);
        LocalDate today = LocalDate.now(clock);
        return templates.reviewCommittee(
                new CommitteePage(
                        body,
                        bodies.holders(id).stream().map(one -> member(one, today)).toList(),
                        meetings.of(body),
                        body.committee() ? meetings.waiting(body) : List.of(),
                        actions.of(body),
                        facts.closure(id, FiscalYear.of(today), today),
                        ReviewWords.median(facts.atBody(id, FiscalYear.of(today))),
                        mayRun
                                ? bodies.people().entrySet().stream()
                                        .map(one ->
                                                new Choice(
                                                        one.getKey().toString(), t(one.getValue())))
                                        .toList()
                                : List.of(),
                        units.list().stream()
                                .map(unit -> new Choice(unit.id().toString(), t(unit.name())))
                                .toList(),
                        duties(body),
                        bodies.mayConfigure(),
                        mayRun,
                        meetings.mayRead(body),
                        today,
                        plan,
                        problem));
    }

    private Member member(Holder holder, LocalDate today) {
        UUID unit = holder.unit();
        return new Member(
                holder,
                unit == null ? null : units.find(unit).map(one -> t(one.name())).orElse(null),
                holder.on(today));
    }

    private static List<Choice> duties(Body body) {
        return Arrays.stream(Holder.Duty.values())
                .filter(duty ->
                        body.committee() == (duty != Holder.Duty.HEAD)
                                || duty == Holder.Duty.DEPUTY)
                .map(duty -> new Choice(duty.code(), ReviewWords.word("duty", duty)))
                .toList();
    }

    private static @Nullable LocalDate date(String text) {
        return text.isBlank() ? null : LocalDate.parse(text.strip());
    }
}
