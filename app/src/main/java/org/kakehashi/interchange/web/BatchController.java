package org.kakehashi.interchange.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.Batches;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.template.Templates;
import org.kakehashi.ui.Text;
import org.kakehashi.ui.export.ExportFile;
import org.kakehashi.ui.export.ExportFormat;
import org.kakehashi.ui.view.Pager;
import org.kakehashi.ui.view.Query;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Lists of names to be recognised: brought in, looked at, given out.
@Controller
@RequestMapping("/recognition")
class BatchController {
    private static final int SIZE = 100;
    private static final List<String> STANDINGS = List.of("all", "certain", "decided", "open");

    private final Batches batches;
    private final BatchExport export;
    private final Templates templates;

    BatchController(Batches batches, BatchExport export, Templates templates) {
        this.batches = batches;
        this.export = export;
        this.templates = templates;
    }

    @GetMapping
    JteModel list() {
        return templates.interchangeBatches(batches.list(100), null);
    }

    @PostMapping
    @Nullable JteModel create(
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response)
            throws IOException {
        List<List<String>> rows =
                file == null || file.isEmpty() ? pasted(text) : read(file).orElse(List.of());
        if (rows.isEmpty()) {
            response.setStatus(422);
            return templates.interchangeBatches(
                    batches.list(100),
                    file == null || file.isEmpty()
                            ? "interchange.batch.empty"
                            : "interchange.batch.unreadable.short");
        }
        Batch batch = batches.create(name(file, rows), rows);
        boolean one = rows.stream().allMatch(row -> row.size() <= 1);
        if (one) {
            batches.start(batch.id(), 1, null, batch.headed());
        }
        response.sendRedirect(batch.href() + (one ? "" : "/columns"));
        return null;
    }

    /// Lines, and tabs between columns as spreadsheets copy them.
    private static List<List<String>> pasted(String text) {
        return text.replace('\0', '\uFFFD')
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    /// The first sheet with anything in it; nothing where the file cannot be read.
    private static Optional<List<List<String>>> read(MultipartFile file) throws IOException {
        Path kept = Files.createTempFile("kakehashi-recognition", ".list");
        try {
            file.transferTo(kept);
            String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            FileReading reading = ListFiles.read(kept, name, ReadingLimits.usual());
            return reading.isRefused()
                    ? Optional.empty()
                    : reading.sheets().stream()
                            .filter(sheet -> sheet.height() > 0)
                            .findFirst()
                            .map(sheet ->
                                    sheet.rows().stream()
                                            .map(row -> row.stream().map(Cell::text).toList())
                                            .toList());
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private static String name(@Nullable MultipartFile file, List<List<String>> rows) {
        String given = file == null || file.isEmpty() ? "" : file.getOriginalFilename();
        String bare =
                given == null ? "" : given.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        String name = bare.isBlank() ? rows.getFirst().getFirst().strip() : bare;
        return name.isEmpty() ? "…" : name.substring(0, Math.min(80, name.length()));
    }

    @GetMapping("/{id}/columns")
    JteModel columns(@PathVariable UUID id) {
        Batch batch = batches.get(id);
        return templates.interchangeColumns(new ColumnsPage(batch, batches.head(batch, 6)));
    }

    @PostMapping("/{id}/columns")
    String choose(
            @PathVariable UUID id,
            @RequestParam int text,
            @RequestParam(defaultValue = "0") int country,
            @RequestParam(defaultValue = "false") boolean headed) {
        batches.start(id, text, country < 1 ? null : (Integer) country, headed);
        return "redirect:/recognition/" + id;
    }

    @GetMapping("/{id}")
    @Nullable JteModel show(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "all") String show,
            @RequestParam(required = false) @Nullable String format,
            HttpServletResponse response)
            throws IOException {
        Batch batch = batches.get(id);
        Optional<ExportFormat> file = ExportFormat.of(format);
        if (file.isPresent()) {
            ExportFile.send(export.table(batch, Text.locale()), file.get(), response);
            return null;
        }
        String standing = STANDINGS.contains(show) ? show : "all";
        Batches.Counts counts = batches.counts(batch);
        int total =
                switch (standing) {
                    case "certain" -> counts.certain();
                    case "decided" -> counts.decided();
                    case "open" -> counts.open();
                    default -> counts.all();
                };
        Query here = Query.here().without("format");
        Pager pager = Pager.of(here, SIZE, total);
        List<BatchLine> lines = batches.page(batch, standing, pager.offset(), pager.size());
        return templates.interchangeBatch(
                new BatchPage(
                        batch,
                        batches.job(batch).orElse(null),
                        counts,
                        standing,
                        lines,
                        pager,
                        here));
    }

    @PostMapping("/{id}/removal")
    String delete(@PathVariable UUID id) {
        batches.delete(id);
        return "redirect:/recognition";
    }

    /// The queue of what is open, one spelling at a time, made for the keyboard.
    @GetMapping("/{id}/queue")
    JteModel queue(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer line,
            @RequestParam(required = false) @Nullable String sought) {
        Batch batch = batches.get(id);
        List<Batches.Spelling> open = batches.open(batch, 200);
        BatchLine current =
                line != null
                        ? batches.line(batch, line)
                        : open.isEmpty() ? null : open.getFirst().first();
        return templates.interchangeQueue(
                new BatchQueuePage(
                        batch,
                        batches.counts(batch),
                        open,
                        current,
                        current == null ? Map.of() : batches.candidates(current),
                        batches.remembers(),
                        sought));
    }

    @PostMapping("/{id}/queue/{line}")
    String decide(
            @PathVariable UUID id,
            @PathVariable int line,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String organization,
            @RequestParam(defaultValue = "") String organizationText) {
        String queue = "redirect:/recognition/" + id + "/queue";
        switch (decision) {
            case "none" -> batches.none(id, line);
            case "later" -> batches.later(id, line);
            default -> {
                if (organization.isBlank()) {
                    return queue
                            + "?line="
                            + line
                            + "&sought="
                            + java.net.URLEncoder.encode(
                                    organizationText, java.nio.charset.StandardCharsets.UTF_8);
                }
                batches.choose(id, line, identifier(organization));
            }
        }
        return queue;
    }

    private static UUID identifier(String given) {
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            throw KakehashiException.notFound();
        }
    }

    @PostMapping("/{id}/queue/undo")
    String undo(@PathVariable UUID id) {
        String queue = "redirect:/recognition/" + id + "/queue";
        return batches.undo(id).map(line -> queue + "?line=" + line.position()).orElse(queue);
    }
}
