package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.DecisionLine;
import org.kakehashi.review.Decisions;
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
import org.kakehashi.ui.view.Choice;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What committees decided: searched, read, taken away as a file.
@Controller
public class DecisionListController {
    private static final int ROWS = 50;
    private static final int MOST_ROWS = 100_000;

    public record DecisionsPage(
            List<DecisionLine> lines, Query query, Pager pager, String text, List<Choice> bodies) {}

    private final Decisions decisions;
    private final Clock clock;
    private final Templates templates;

    DecisionListController(Decisions decisions, Clock clock, Templates templates) {
        this.decisions = decisions;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/decisions")
    @Nullable JteModel list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Query query = Query.here().without("format");
        UUID of = body.matches("[0-9a-f-]{36}") ? UUID.fromString(body) : null;
        Optional<ExportFormat> wanted = ExportFormat.of(format);
        if (wanted.isPresent()) {
            ExportFile.send(export(decisions.list(q, of, 0, MOST_ROWS)), wanted.get(), response);
            return null;
        }
        Pager pager = Pager.of(query, ROWS, decisions.count(q, of));
        return templates.reviewDecisions(
                new DecisionsPage(
                        decisions.list(q, of, pager.offset(), pager.size()),
                        query,
                        pager,
                        q,
                        decisions.readable().stream()
                                .map(one ->
                                        new Choice(
                                                one.id().toString(),
                                                t(one.name()),
                                                one.id().equals(of)))
                                .toList()));
    }

    private TableExport<DecisionLine> export(List<DecisionLine> lines) {
        return new TableExport<>(
                t("review.decisions"),
                List.of(
                        column("number", DecisionLine::number),
                        column("titleJa", line -> line.title().ja()).wide(40),
                        column("titleEn", line -> line.title().en()).wide(40),
                        column("outcome", line -> ReviewWords.word("result", line.result())),
                        column("decision.ja", line -> line.decision().ja()).wide(40),
                        column("decision.en", line -> line.decision().en()).wide(40),
                        column("committees.only", line -> t(line.bodyName())).wide(30),
                        column("meeting.date", DecisionLine::heldOn)),
                lines.stream(),
                new ExportNote(
                        t("review.decisions"),
                        null,
                        Dates.day(LocalDate.now(clock)),
                        t(CurrentUser.get().name()),
                        Instant.now(clock),
                        Page.demonstration()),
                Text.locale());
    }

    private static ExportColumn<DecisionLine> column(
            String key, Function<DecisionLine, @Nullable Object> value) {
        return ExportColumn.of(
                key,
                Messages.text(Locale.JAPANESE, "review." + key),
                Messages.text(Locale.ENGLISH, "review." + key),
                value);
    }
}
