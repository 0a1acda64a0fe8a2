package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.CorrectiveActions;
import org.kakehashi.review.Holder;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.MeetingPapers;
import org.kakehashi.review.Meetings;
import org.kakehashi.review.web.MeetingPage.MinutesForm;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.view.Choice;
import org.springframework.stereotype.Component;

/// Makes the page of a meeting, also once more when something was refused.
@Component
class MeetingPages {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Meetings meetings;
    private final CorrectiveActions actions;
    private final Bodies bodies;
    private final Documents documents;
    private final Templates templates;

    MeetingPages(
            Meetings meetings,
            CorrectiveActions actions,
            Bodies bodies,
            Documents documents,
            Templates templates) {
        this.meetings = meetings;
        this.actions = actions;
        this.bodies = bodies;
        this.documents = documents;
        this.templates = templates;
    }

    JteModel of(UUID id, DecisionForm draft, @Nullable String problem) {
        Meeting meeting = meetings.get(id);
        return page(meeting, draft, PlanForm.of(meeting), MinutesForm.of(meeting), problem);
    }

    @Nullable JteModel tried(UUID id, HttpServletResponse response, Runnable work)
            throws IOException {
        return tried(id, DecisionForm.NONE, response, work);
    }

    @Nullable JteModel tried(
            UUID id, DecisionForm form, HttpServletResponse response, Runnable work)
            throws IOException {
        try {
            work.run();
        } catch (DateTimeParseException e) {
            response.setStatus(UNPROCESSABLE);
            return of(id, form, t("review.day.form"));
        } catch (KakehashiException refused) {
            return of(id, form, said(refused, response));
        }
        response.sendRedirect("/meetings/" + id);
        return null;
    }

    JteModel again(UUID id, PlanForm form, String problem, HttpServletResponse response) {
        response.setStatus(UNPROCESSABLE);
        Meeting meeting = meetings.get(id);
        return page(meeting, DecisionForm.NONE, form, MinutesForm.of(meeting), problem);
    }

    JteModel again(
            UUID id, PlanForm form, KakehashiException refused, HttpServletResponse response) {
        String said = said(refused, response);
        Meeting meeting = meetings.get(id);
        return page(meeting, DecisionForm.NONE, form, MinutesForm.of(meeting), said);
    }

    JteModel again(
            UUID id, MinutesForm form, KakehashiException refused, HttpServletResponse response) {
        String said = said(refused, response);
        Meeting meeting = meetings.get(id);
        return page(
                meeting,
                DecisionForm.NONE,
                PlanForm.of(meeting),
                form,
                form.conflict() ? t("review.minutes.changedMeanwhile") : said);
    }

    private static String said(KakehashiException refused, HttpServletResponse response) {
        boolean late = refused.kind() == KakehashiException.Kind.CONFLICT;
        if (!late && refused.kind() != KakehashiException.Kind.INVALID) {
            throw refused;
        }
        response.setStatus(late ? CONFLICT : UNPROCESSABLE);
        return Messages.text(Text.locale(), refused.key(), refused.arguments());
    }

    private Map<UUID, List<Document>> papers(Meeting meeting) {
        return meeting.agenda().stream()
                .collect(
                        Collectors.toMap(
                                AgendaItem::id,
                                item -> documents.of(MeetingPapers.KIND, item.id())));
    }

    private JteModel page(
            Meeting meeting,
            DecisionForm draft,
            PlanForm plan,
            MinutesForm minutes,
            @Nullable String problem) {
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
                        actions.of(meeting),
                        mayRun
                                ? bodies.people().entrySet().stream()
                                        .map(one ->
                                                new Choice(
                                                        one.getKey().toString(), t(one.getValue())))
                                        .toList()
                                : List.of(),
                        mayRun,
                        draft,
                        papers(meeting),
                        plan,
                        minutes,
                        CurrentUser.get().id(),
                        problem));
    }
}
