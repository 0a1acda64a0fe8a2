package org.kakehashi.report.web;

import static org.kakehashi.ui.Text.t;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.report.Board;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.Page;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportColumn;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Component;

/// A dashboard as a file: PowerPoint, Word, PDF, or its figures as a table.
@Component
class DashboardFiles {
    private record Line(Board.Entry entry, EntryView view, Board.Value value) {}

    void send(Board board, List<EntryView> views, String format, HttpServletResponse response)
            throws IOException {
        String note = Page.demonstration() ? t("ui.demonstration.short") : "";
        String day = t("strategy.asOf", "day", Dates.day(board.day()));
        switch (format) {
            case "pptx" ->
                    send(
                            response,
                            board,
                            "pptx",
                            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                            new Slides().of(board, views, Page.owner(), day, note));
            case "docx" ->
                    send(
                            response,
                            board,
                            "docx",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                            paper(board, views, day, note).docx());
            case "pdf" ->
                    send(
                            response,
                            board,
                            "pdf",
                            "application/pdf",
                            paper(board, views, day, note).pdf());
            default ->
                    ExportFile.send(
                            table(board, views),
                            ExportFormat.of(format).orElseThrow(KakehashiException::notFound),
                            response);
        }
    }

    static void send(
            HttpServletResponse response, Board board, String ending, String type, byte[] content)
            throws IOException {
        send(response, t(board.dashboard().name()) + "_" + board.day(), ending, type, content);
    }

    static void send(
            HttpServletResponse response, String name, String ending, String type, byte[] content)
            throws IOException {
        response.setContentType(type);
        response.setContentLength(content.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(
                                name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + "." + ending,
                                StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.getOutputStream().write(content);
    }

    private static Paper paper(Board board, List<EntryView> views, String day, String note) {
        Paper paper = new Paper();
        paper.title(t(board.dashboard().name()));
        paper.text(Page.owner() + "  " + day + (note.isEmpty() ? "" : "  " + note));
        paper.text(t(board.dashboard().lead()));
        FigureWords words = new FigureWords(Text.locale());
        List<List<String>> rows = new ArrayList<>();
        for (EntryView view : views) {
            String value = view.tile().value();
            rows.add(
                    List.of(
                            view.code(),
                            view.name(),
                            value == null ? t("ui.unknown") : value + " " + view.tile().unit(),
                            Objects.toString(view.status(), "–"),
                            Objects.toString(view.goal(), "–"),
                            Objects.toString(
                                    view.tile().note(), Objects.toString(view.missing(), "")),
                            Objects.toString(view.complete(), "–")));
        }
        paper.table(
                List.of(
                        t("report.file.code"),
                        t("report.indicator"),
                        t("report.file.value"),
                        t("strategy.status"),
                        t("report.targets"),
                        t("report.file.change"),
                        t("report.file.complete")),
                rows);
        for (int i = 0; i < views.size(); i++) {
            Board.Entry entry = board.entries().get(i);
            if (!entry.parts().isEmpty()) {
                paper.heading(views.get(i).name());
                paper.table(
                        List.of(t("report.part"), views.get(i).tile().unit()),
                        entry.parts().stream()
                                .limit(60)
                                .map(part ->
                                        List.of(
                                                part.name(),
                                                Objects.requireNonNullElse(
                                                        words.number(
                                                                entry.indicator(),
                                                                board.day(),
                                                                part.value()),
                                                        t("ui.unknown"))))
                                .toList());
            }
        }
        return paper;
    }

    private static TableExport<?> table(Board board, List<EntryView> views) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            Board.Entry entry = board.entries().get(i);
            EntryView view = views.get(i);
            entry.years().forEach(value -> lines.add(new Line(entry, view, value)));
        }
        FigureWords words = new FigureWords(Text.locale());
        return new TableExport<>(
                t(board.dashboard().name()),
                List.<ExportColumn<Line>>of(
                        ExportColumn.of("code", "指標番号", "Code", line -> line.view().code()),
                        new ExportColumn<Line>(
                                "indicator",
                                new org.kakehashi.kernel.Bilingual("指標", "Indicator"),
                                36,
                                line -> line.view().name()),
                        ExportColumn.of(
                                "when",
                                "年・年度",
                                "Year",
                                line -> words.year(line.entry().indicator(), line.value().day())),
                        ExportColumn.of("value", "値", "Value", line -> line.value().value()),
                        ExportColumn.of(
                                "unit",
                                "単位",
                                "Unit",
                                line -> words.unit(line.entry().indicator(), line.value().day())),
                        ExportColumn.of(
                                "records",
                                "記録の数",
                                "Records",
                                line ->
                                        line.value().recordsHref() == null
                                                ? null
                                                : line.value().records()),
                        ExportColumn.of("of_all", "分母の数", "Of all", line -> line.value().ofAll()),
                        ExportColumn.of(
                                "unknown",
                                "不明の数",
                                "Unknown",
                                line ->
                                        line.value().recordsHref() == null
                                                ? null
                                                : line.value().unknown()),
                        ExportColumn.of(
                                "status",
                                "状況",
                                "Status",
                                line ->
                                        line.value() == line.entry().now()
                                                ? line.view().status()
                                                : null)),
                lines.stream(),
                new ExportNote(
                        t(board.dashboard().name()),
                        board.part(),
                        Dates.day(board.day()),
                        t(CurrentUser.get().name()),
                        Instant.now(),
                        Page.demonstration()),
                Text.locale());
    }
}
