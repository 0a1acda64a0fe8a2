package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.CorrectiveAction;
import org.kakehashi.review.Holder;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.Meetings;
import org.kakehashi.review.ReviewCase;
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

/// A meeting: agenda, attendance, decisions, minutes, corrective actions.
@Controller
@RequestMapping("/meetings/{id:[0-9a-f-]{36}}")
public class MeetingController {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    /// @param voting members with a vote on the day; @param needed of them must be there
    /// @param draft what was typed about an item when it was refused
    public record MeetingPage(
            Meeting meeting,
            Body body,
            List<Holder> members,
            int voting,
            int present,
            int needed,
            List<ReviewCase> waiting,
            List<CorrectiveAction> actions,
            List<Choice> people,
            boolean mayRun,
            DecisionForm draft,
            @Nullable String problem) {
        public boolean open() {
            return mayRun && meeting.state() != Meeting.State.CLOSED;
        }

        /// How the item may end.
        public List<Choice> results(AgendaItem item) {
            return Arrays.stream(AgendaItem.Result.values())
                    .filter(one -> item.caseId() != null || one != AgendaItem.Result.RETURNED)
                    .filter(one -> item.caseId() == null || one != AgendaItem.Result.NOTED)
                    .map(one ->
                            new Choice(
                                    one.code(),
                                    ReviewWords.word("result", one),
                                    one.code().equals(draft.result())
                                            && item.id().equals(draft.item())))
                    .toList();
        }
    }

    /// The decision about an item as typed.
    public record DecisionForm(
            @Nullable UUID item,
            @Nullable Integer version,
            @Nullable String result,
            @Nullable Integer inFavour,
            @Nullable Integer against,
            @Nullable Integer abstained,
            @Nullable Boolean consensus,
            @Nullable Set<UUID> conflicts,
            @Nullable String decisionJa,
            @Nullable String decisionEn) {
        static final DecisionForm NONE =
                new DecisionForm(null, null, null, null, null, null, null, null, null, null);

        /// The form if it is about this item, else an empty one.
        public DecisionForm of(AgendaItem one) {
            return one.id().equals(item) ? this : NONE;
        }

        AgendaItem.Votes votes() {
            return new AgendaItem.Votes(
                    number(inFavour),
                    number(against),
                    number(abstained),
                    Boolean.TRUE.equals(consensus));
        }

        private static int number(@Nullable Integer given) {
            return given == null ? 0 : Math.clamp(given, 0, 10_000);
        }
    }

    private final Meetings meetings;
    private final Bodies bodies;
    private final Templates templates;

    MeetingController(Meetings meetings, Bodies bodies, Templates templates) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(@PathVariable UUID id) {
        return page(id, DecisionForm.NONE, null);
    }

    @PostMapping("/cases")
    @Nullable JteModel addCase(
            @PathVariable UUID id, @RequestParam UUID caseId, HttpServletResponse response)
            throws IOException {
        return tried(id, response, () -> meetings.addCase(id, caseId));
    }

    @PostMapping("/items")
    @Nullable JteModel addItem(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String titleJa,
            @RequestParam(defaultValue = "") String titleEn,
            HttpServletResponse response)
            throws IOException {
        return tried(id, response, () -> meetings.addItem(id, new Bilingual(titleJa, titleEn), ""));
    }

    @PostMapping("/items/{item}/remove")
    @Nullable JteModel removeItem(
            @PathVariable UUID id, @PathVariable UUID item, HttpServletResponse response)
            throws IOException {
        return tried(id, response, () -> meetings.removeItem(id, item));
    }

    @PostMapping("/attendance")
    @Nullable JteModel attend(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Set<UUID> present,
            HttpServletResponse response)
            throws IOException {
        Set<UUID> there = present == null ? Set.of() : new HashSet<>(present);
        return tried(id, response, () -> meetings.attend(id, there));
    }

    @PostMapping("/decisions")
    @Nullable JteModel decide(
            @PathVariable UUID id, DecisionForm form, HttpServletResponse response)
            throws IOException {
        return tried(
                id,
                form,
                response,
                () -> {
                    AgendaItem.Result result =
                            Coded.find(AgendaItem.Result.class, form.result())
                                    .orElseThrow(() ->
                                            KakehashiException.invalid(
                                                    "review.outcome.required", Map.of()));
                    UUID item = form.item();
                    if (item == null) {
                        throw KakehashiException.notFound();
                    }
                    meetings.decide(
                            id,
                            item,
                            form.version() == null ? -1 : form.version(),
                            result,
                            form.votes(),
                            form.conflicts() == null ? Set.of() : form.conflicts(),
                            new Bilingual(form.decisionJa(), form.decisionEn()));
                });
    }

    @PostMapping("/minutes/draft")
    @Nullable JteModel draft(
            @PathVariable UUID id, @RequestParam int version, HttpServletResponse response)
            throws IOException {
        return tried(id, response, () -> meetings.draft(id, version));
    }

    @PostMapping("/minutes")
    @Nullable JteModel write(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String minutesJa,
            @RequestParam(defaultValue = "") String minutesEn,
            HttpServletResponse response)
            throws IOException {
        return tried(
                id,
                response,
                () -> meetings.write(id, version, new Bilingual(minutesJa, minutesEn)));
    }

    @PostMapping("/minutes/approve")
    @Nullable JteModel approve(
            @PathVariable UUID id, @RequestParam int version, HttpServletResponse response)
            throws IOException {
        return tried(id, response, () -> meetings.approve(id, version));
    }

    @PostMapping("/actions")
    @Nullable JteModel ask(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String actionJa,
            @RequestParam(defaultValue = "") String actionEn,
            @RequestParam(required = false) @Nullable UUID owner,
            @RequestParam(defaultValue = "") String dueOn,
            HttpServletResponse response)
            throws IOException {
        return tried(
                id,
                response,
                () -> {
                    if (owner == null) {
                        throw KakehashiException.invalid("review.action.incomplete", Map.of());
                    }
                    meetings.ask(
                            id,
                            new Bilingual(actionJa, actionEn),
                            owner,
                            LocalDate.parse(dueOn.strip()));
                });
    }

    private @Nullable JteModel tried(UUID id, HttpServletResponse response, Runnable work)
            throws IOException {
        return tried(id, DecisionForm.NONE, response, work);
    }

    private @Nullable JteModel tried(
            UUID id, DecisionForm form, HttpServletResponse response, Runnable work)
            throws IOException {
        try {
            work.run();
        } catch (DateTimeParseException e) {
            response.setStatus(UNPROCESSABLE);
            return page(id, form, t("review.day.form"));
        } catch (KakehashiException refused) {
            boolean late = refused.kind() == KakehashiException.Kind.CONFLICT;
            if (!late && refused.kind() != KakehashiException.Kind.INVALID) {
                throw refused;
            }
            response.setStatus(late ? CONFLICT : UNPROCESSABLE);
            return page(id, form, Messages.text(Text.locale(), refused.key(), refused.arguments()));
        }
        response.sendRedirect("/meetings/" + id);
        return null;
    }

    private JteModel page(UUID id, DecisionForm draft, @Nullable String problem) {
        Meeting meeting = meetings.get(id);
        Body body = bodies.get(meeting.body());
        boolean mayRun = bodies.mayRun(body);
        List<Holder> members =
                bodies.holders(body.id()).stream().filter(one -> one.on(meeting.heldOn())).toList();
        List<Holder> voting = meetings.voting(meeting);
        return templates.reviewMeeting(
                new MeetingPage(
                        meeting,
                        body,
                        members,
                        voting.size(),
                        (int)
                                voting.stream()
                                        .filter(one -> meeting.present().contains(one.user()))
                                        .count(),
                        meetings.needed(meeting, Set.of()),
                        meetings.waiting(body),
                        meetings.actions(meeting),
                        mayRun
                                ? bodies.people().entrySet().stream()
                                        .map(one ->
                                                new Choice(
                                                        one.getKey().toString(), t(one.getValue())))
                                        .toList()
                                : List.of(),
                        mayRun,
                        draft,
                        problem));
    }
}
