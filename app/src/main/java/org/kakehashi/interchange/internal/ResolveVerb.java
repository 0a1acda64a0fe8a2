package org.kakehashi.interchange.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.reading.Cell;
import org.kakehashi.intake.reading.FileReading;
import org.kakehashi.intake.reading.ListFiles;
import org.kakehashi.intake.reading.ReadingLimits;
import org.kakehashi.intake.reading.Sheet;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.BatchTable;
import org.kakehashi.interchange.Columns;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Installation;
import org.kakehashi.kernel.Verb;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognised;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.organization.Recognition;
import org.kakehashi.ui.Messages;
import org.kakehashi.ui.export.CsvWriter;
import org.kakehashi.ui.export.ExportNote;
import org.kakehashi.ui.export.TableExport;
import org.kakehashi.ui.export.XlsxWriter;
import org.springframework.stereotype.Component;

/// `bin/kakehashi resolve FILE [--column NAME|N] [--country-column NAME|N] [--out FILE]`
@Component
class ResolveVerb implements Verb {
    private static final int AT_ONCE = 1_000;

    private final Recognition recognition;
    private final Organizations organizations;
    private final Installation installation;
    private final Clock clock;

    ResolveVerb(
            Recognition recognition,
            Organizations organizations,
            Installation installation,
            Clock clock) {
        this.recognition = recognition;
        this.organizations = organizations;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public Bilingual help() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "interchange.verb"),
                Messages.text(Locale.ENGLISH, "interchange.verb"));
    }

    @Override
    public int run(List<String> arguments, PrintWriter out) throws IOException {
        Map<String, String> given = read(arguments);
        String name = given.get("");
        if (name == null || given.containsKey("--help")) {
            say(out, "interchange.verb.usage", Map.of());
            return given.containsKey("--help") ? 0 : 2;
        }
        Path file = path(name);
        if (!Files.isReadable(file)) {
            say(out, "interchange.verb.noFile", Map.of("file", file.toString()));
            return 2;
        }
        FileReading reading = ListFiles.read(file, ReadingLimits.usual());
        if (reading.isRefused() || reading.sheets().isEmpty()) {
            say(out, "interchange.batch.unreadable", Map.of("name", name));
            return 2;
        }
        return resolve(file, rows(reading.sheets().getFirst()), given, out);
    }

    private int resolve(
            Path file, List<List<String>> rows, Map<String, String> given, PrintWriter out)
            throws IOException {
        if (rows.isEmpty()) {
            say(out, "interchange.batch.empty", Map.of());
            return 2;
        }
        Columns guess =
                Columns.guess(rows.subList(0, Math.min(40, rows.size())), recognition.index());
        List<String> first = rows.getFirst();
        int text = chosen(given.get("--column"), first, guess.text());
        String countryAsked = given.get("--country-column");
        Integer country =
                countryAsked == null ? guess.country() : (Integer) chosen(countryAsked, first, 0);
        if (text < 1 || country != null && country < 1) {
            say(out, "interchange.verb.noColumn", Map.of("columns", String.join(", ", first)));
            return 2;
        }
        boolean headed = guess.headed() || named(given.get("--column"));
        List<BatchLine> lines =
                lines(headed ? rows.subList(1, rows.size()) : rows, text, country, headed, out);
        Path target =
                given.containsKey("--out") ? path(given.getOrDefault("--out", "")) : beside(file);
        write(target, headed ? first : List.of(), width(rows), lines);
        say(
                out,
                "interchange.verb.report",
                Map.of(
                        "lines", lines.size(),
                        "certain", count(lines, "certain"),
                        "open", count(lines, "suggested"),
                        "none", count(lines, "none"),
                        "column", text,
                        "file", target.toString()));
        return 0;
    }

    /// A column asked for by its name has a head.
    private static boolean named(@Nullable String column) {
        return column != null && !column.matches("\\d{1,4}");
    }

    private static int chosen(@Nullable String asked, List<String> first, int guess) {
        return asked == null ? guess : Columns.find(asked, first);
    }

    private List<BatchLine> lines(
            List<List<String>> rows,
            int text,
            @Nullable Integer country,
            boolean headed,
            PrintWriter out) {
        List<BatchLine> lines = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            List<BatchLine> some = new ArrayList<>();
            for (int i = from; i < Math.min(rows.size(), from + AT_ONCE); i++) {
                some.add(asked(rows.get(i), i + (headed ? 2 : 1), text, country));
            }
            List<Recognised> answers =
                    recognition.resolve(some.stream().map(BatchWork::question).toList());
            for (int i = 0; i < some.size(); i++) {
                lines.add(answered(some.get(i), answers.get(i)));
            }
            if (rows.size() > AT_ONCE) {
                say(
                        out,
                        "interchange.verb.progress",
                        Map.of("done", lines.size(), "total", rows.size()));
            }
        }
        return lines;
    }

    private static BatchLine asked(
            List<String> row, int position, int text, @Nullable Integer country) {
        String written = Columns.cell(row, country);
        return new BatchLine(
                position,
                row,
                Columns.cell(row, text),
                BatchWork.country(written),
                written,
                null,
                null,
                null,
                "",
                List.of(),
                List.of(),
                null,
                false,
                null);
    }

    private static BatchLine answered(BatchLine asked, Recognised answer) {
        var best = answer.suggestions().isEmpty() ? null : answer.suggestions().getFirst();
        return new BatchLine(
                asked.position(),
                asked.cells(),
                asked.text(),
                asked.country(),
                asked.countryWritten(),
                answer.certainty().name().toLowerCase(Locale.ROOT),
                answer.accepted().orElse(null),
                best == null ? null : (Double) best.score(),
                best == null ? "" : answer.rest(),
                BatchWork.choices(answer),
                answer.also().stream()
                        .map(one ->
                                new BatchLine.Other(
                                        one.organization(), one.certainty() == Certainty.CERTAIN))
                        .toList(),
                null,
                false,
                null);
    }

    private void write(Path target, List<String> head, int width, List<BatchLine> lines)
            throws IOException {
        Map<UUID, OrganizationRef> candidates =
                organizations.find(
                        lines.stream()
                                .filter(line -> line.organization() == null)
                                .flatMap(line -> line.candidates().stream())
                                .map(BatchLine.Choice::id)
                                .collect(Collectors.toSet()));
        String title = Messages.text(Locale.ENGLISH, "interchange.batches");
        TableExport<BatchLine> table =
                new TableExport<>(
                        title,
                        BatchTable.columns(head, width, candidates, Locale.ENGLISH),
                        lines.stream(),
                        new ExportNote(
                                title,
                                null,
                                null,
                                "resolve",
                                Instant.now(clock),
                                installation.demonstration()),
                        Locale.ENGLISH);
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target))) {
            if (target.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
                XlsxWriter.write(table, file);
            } else {
                CsvWriter.utf8(table, file);
            }
        }
    }

    private static long count(List<BatchLine> lines, String certainty) {
        return lines.stream().filter(line -> Objects.equals(line.certainty(), certainty)).count();
    }

    private static int width(List<List<String>> rows) {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    private static List<List<String>> rows(Sheet sheet) {
        return sheet.rows().stream()
                .map(row -> row.stream().map(Cell::text).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
    }

    /// Options by their names, the file under the empty name.
    private static Map<String, String> read(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String one = arguments.get(i);
            int equals = one.indexOf('=');
            if (one.startsWith("--") && equals > 0) {
                given.put(one.substring(0, equals), one.substring(equals + 1));
            } else if (one.equals("--help")) {
                given.put(one, "");
            } else if (one.startsWith("--") && i + 1 < arguments.size()) {
                given.put(one, arguments.get(++i));
            } else {
                given.put("", one);
            }
        }
        return given;
    }

    /// The command changes into the program's folder; names are meant from where it was called.
    private static Path path(String name) {
        String from = System.getenv("KAKEHASHI_CALLED_FROM");
        return from == null ? Path.of(name) : Path.of(from).resolve(name);
    }

    private static Path beside(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        String bare = dot > 0 ? name.substring(0, dot) : name;
        boolean csv = name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)");
        return file.resolveSibling(bare + "-resolved" + (csv ? ".csv" : ".xlsx"));
    }

    private static void say(PrintWriter out, String key, Map<String, ?> arguments) {
        out.println(Messages.text(Locale.ENGLISH, key, arguments));
        out.println(Messages.text(Locale.JAPANESE, key, arguments));
        out.flush();
    }
}
