package org.kakehashi.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Institutions;
import org.kakehashi.intake.Preview.Ask;
import org.kakehashi.intake.Spelling;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.stereotype.Component;

/// The questions an import left open as a spreadsheet for the department that keeps the list, with
/// a column for its answers.
@Component
class OpenQuestions {
    private static final int MOST = 5000;

    private final Imports imports;
    private final Institutions institutions;
    private final Clock clock;

    OpenQuestions(Imports imports, Institutions institutions, Clock clock) {
        this.imports = imports;
        this.institutions = institutions;
        this.clock = clock;
    }

    private record Line(
            @Nullable Integer row,
            String column,
            String written,
            String question,
            String candidates,
            int cells) {}

    void send(Import one, HttpServletResponse response) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Spelling spelling : institutions.page(one, false, 0, MOST)) {
            if (spelling.organization() == null) {
                lines.add(institution(one, spelling));
            }
        }
        imports.asks(one, MOST).forEach(ask -> lines.add(line(ask)));
        var table =
                new TableExport<>(
                        Text.t("intake.questions.title"),
                        List.of(
                                ExportColumn.of("row", "行", "Row", Line::row),
                                ExportColumn.of("column", "列", "Column", Line::column),
                                ExportColumn.of("written", "記載内容", "As written", Line::written)
                                        .wide(40),
                                ExportColumn.of("question", "確認事項", "Question", Line::question)
                                        .wide(60),
                                ExportColumn.of("candidates", "候補", "Candidates", Line::candidates)
                                        .wide(60),
                                ExportColumn.of("cells", "該当件数", "Cells", Line::cells),
                                ExportColumn.<Line>of("answer", "回答", "Answer", line -> "")
                                        .wide(40)),
                        lines.stream(),
                        new ExportNote(
                                Text.t("intake.questions.title"),
                                one.fileName() + " · " + one.sheetName(),
                                Dates.moment(one.createdAt()),
                                Page.user().login(),
                                Instant.now(clock),
                                Page.demonstration()),
                        Text.locale());
        ExportFile.send(table, ExportFormat.XLSX, response);
    }

    private Line institution(Import one, Spelling spelling) {
        var rows = institutions.rows(one, spelling, 1);
        var candidates =
                spelling.candidates().stream()
                        .map(candidate ->
                                candidate.name().in(Text.locale()).isEmpty()
                                        ? candidate.registered()
                                        : candidate.name().in(Text.locale()))
                        .toList();
        return new Line(
                rows.isEmpty() ? null : rows.getFirst().row(),
                "",
                spelling.text(),
                Text.t(
                        "intake.questions.institution",
                        "country",
                        Words.country(spelling.country())),
                String.join("; ", candidates),
                spelling.rows());
    }

    private static Line line(Ask ask) {
        return new Line(
                ask.row(),
                ask.column() > 0 ? Sheet.columnName(ask.column()) : "",
                ask.written(),
                Text.t("intake.question." + ask.kind()),
                String.join("; ", ask.choices()),
                ask.cells());
    }
}
