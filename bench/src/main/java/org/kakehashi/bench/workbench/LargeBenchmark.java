package org.kakehashi.bench.workbench;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.jooq.DSLContext;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.intake.ImportSteps;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Uploads;
import org.kakehashi.intake.internal.Progress;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.Registry;

/// A very large spreadsheet: read, laid out, previewed, every row matched and kept. The heap is
/// that of the command (`bin/bench` gives 1 GiB).
public final class LargeBenchmark implements Benchmark {
    @Override
    public String name() {
        return "intake-large";
    }

    @Override
    public String description() {
        return "seconds and peak heap to read, match and preview a large xlsx, the registry loaded if given:"
                + " [--rows 100000] [--ror FILE]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = Workbench.options(arguments);
        int rows = Integer.parseInt(options.getOrDefault("--rows", "100000"));
        Path file = Files.createTempFile("kakehashi-large", ".xlsx");
        write(file, rows);
        try (var bench = new Workbench()) {
            String ror = options.get("--ror");
            if (ror != null) {
                CurrentUser.SYSTEM.run(
                        () -> bench.get(Registry.class).importHere(Path.of(ror).toAbsolutePath()));
            }
            CurrentUser.SYSTEM.run(() -> measure(bench, file, rows));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Kakehashi", "1.0")) {
            var sheet = book.newWorksheet("一覧");
            int number = 0;
            put(sheet, number++, Workbench.header());
            for (String[] row : Workbench.rows(rows)) {
                put(sheet, number++, row);
            }
        }
    }

    private static void put(org.dhatim.fastexcel.Worksheet sheet, int number, String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            sheet.value(number, i, cells[i]);
        }
    }

    private static void measure(Workbench bench, Path file, int rows) {
        var imports = bench.get(Imports.class);
        var steps = bench.get(ImportSteps.class);
        System.gc();
        Heap.forget();
        double before = bench.processorSeconds();
        long begun = System.nanoTime();
        UUID id = start(bench, file);
        double opened = (System.nanoTime() - begun) / 1e9;
        var one = imports.get(id);
        imports.preview(one, one.kind(), imports.layout(one), imports.answers(one));
        double previewed = (System.nanoTime() - begun) / 1e9;
        steps.work(id, "read", Progress.NOBODY);
        double matched = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "INTAKE-LARGE rows=%d file_bytes=%d records=%d spellings=%d registry=%d opened_seconds=%.1f previewed_seconds=%.1f matched_seconds=%.1f cpu_seconds=%.1f peak_heap_mib=%d peak_live_mib=%d%n",
                rows,
                file.toFile().length(),
                imports.get(id).count("read"),
                imports.get(id).count("spellings"),
                bench.get(DSLContext.class).fetchCount(ORGANIZATIONS),
                opened,
                previewed,
                matched,
                bench.processorSeconds() - before,
                Heap.peak(),
                Heap.live());
    }

    private static UUID start(Workbench bench, Path file) {
        try (var content = Files.newInputStream(file)) {
            var received = bench.get(Uploads.class).receive("large.xlsx", content, null);
            return bench.get(Imports.class).start(Objects.requireNonNull(received.file()), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
