package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document;
import org.kakehashi.document.Documents;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.Holder;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.MeetingPapers;
import org.kakehashi.review.Meetings;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.Step;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The agenda as a paper: printed, or as a file.
@Controller
public class AgendaController {
    /// @param number of the case, null for anything else; @param step what the committee is asked
    public record AgendaLine(
            int position,
            AgendaItem item,
            @Nullable String number,
            @Nullable String step,
            List<Document> papers) {}

    public record AgendaPage(
            Meeting meeting, Body body, List<Holder> members, List<AgendaLine> lines) {}

    private final Meetings meetings;
    private final Bodies bodies;
    private final Documents documents;
    private final Clock clock;
    private final Templates templates;

    AgendaController(
            Meetings meetings,
            Bodies bodies,
            Documents documents,
            Clock clock,
            Templates templates) {
        this.meetings = meetings;
        this.bodies = bodies;
        this.documents = documents;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/meetings/{id:[0-9a-f-]{36}}/agenda")
    @Nullable JteModel agenda(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Meeting meeting = meetings.get(id);
        Body body = bodies.get(meeting.body());
        List<AgendaLine> lines = lines(meeting);
        Optional<ExportFormat> wanted = ExportFormat.of(format);
        if (wanted.isPresent()) {
            ExportFile.send(export(meeting, body, lines), wanted.get(), response);
            return null;
        }
        List<Holder> members =
                bodies.holders(body.id()).stream().filter(one -> one.on(meeting.heldOn())).toList();
        return templates.reviewAgenda(new AgendaPage(meeting, body, members, lines));
    }

    private List<AgendaLine> lines(Meeting meeting) {
        return IntStream.range(0, meeting.agenda().size())
                .mapToObj(i -> {
                    AgendaItem item = meeting.agenda().get(i);
                    Optional<ReviewCase> about = meetings.caseOf(meeting, item);
                    UUID step = item.stepId();
                    return new AgendaLine(
                            i + 1,
                            item,
                            about.map(ReviewCase::number).orElse(null),
                            step == null
                                    ? null
                                    : about.flatMap(one -> one.process().step(step))
                                            .map(AgendaController::asked)
                                            .orElse(null),
                            documents.of(MeetingPapers.KIND, item.id()));
                })
                .toList();
    }

    private static String papers(AgendaLine line) {
        return line.papers().stream()
                .map(paper -> t(paper.details().title()))
                .collect(Collectors.joining(t("review.and")));
    }

    private static String asked(Step step) {
        return ReviewWords.word("step", step.kind());
    }

    private TableExport<AgendaLine> export(Meeting meeting, Body body, List<AgendaLine> lines) {
        String title =
                t(
                        "review.meeting.title",
                        "body",
                        t(body.name()),
                        "day",
                        Dates.day(meeting.heldOn()));
        return new TableExport<>(
                t("review.agenda.short"),
                List.of(
                        column("agenda.position", AgendaLine::position),
                        column("titleJa", line -> line.item().title().ja()).wide(40),
                        column("titleEn", line -> line.item().title().en()).wide(40),
                        column("number", AgendaLine::number),
                        column("step.kind", AgendaLine::step),
                        column("papers", AgendaController::papers).wide(40)),
                lines.stream(),
                new ExportNote(
                        title,
                        meeting.number(),
                        Dates.day(meeting.heldOn()),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<AgendaLine> column(
            String key, Function<AgendaLine, @Nullable Object> value) {
        return ExportColumn.of(
                key,
                Messages.text(Locale.JAPANESE, "review." + key),
                Messages.text(Locale.ENGLISH, "review." + key),
                value);
    }
}
