package org.kakehashi.bench.workbench;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.intake.Import;
import org.kakehashi.intake.ImportSteps;
import org.kakehashi.intake.Imports;
import org.kakehashi.intake.Uploads;
import org.kakehashi.intake.internal.Progress;
import org.kakehashi.kernel.CurrentUser;

/// How many validated rows of a list become stored agreements in a second, provenance, history and
/// audit included; then the same list again, which must change nothing.
public final class StoreBenchmark implements Benchmark {
    @Override
    public String name() {
        return "intake-store";
    }

    @Override
    public String description() {
        return "rows of an invented list stored as agreements per second, and the same list again: [--rows 10000]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        int rows = Integer.parseInt(Workbench.options(arguments).getOrDefault("--rows", "10000"));
        StringBuilder csv = new StringBuilder(String.join(",", Workbench.header())).append('\n');
        Workbench.rows(rows).forEach(row -> csv.append(String.join(",", row)).append('\n'));
        try (var bench = new Workbench()) {
            CurrentUser.SYSTEM.run(() -> {
                pass(bench, "first.csv", csv.toString(), rows);
                pass(bench, "again.csv", csv.append('\n').toString(), rows);
            });
        }
    }

    private static void pass(Workbench bench, String name, String csv, int rows) {
        var imports = bench.get(Imports.class);
        var steps = bench.get(ImportSteps.class);
        var content = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        var file = bench.get(Uploads.class).receive(name, content, null).file();
        UUID id = imports.start(java.util.Objects.requireNonNull(file), 0);
        double read = seconds(() -> steps.work(id, "read", Progress.NOBODY));
        double compared = seconds(() -> steps.work(id, "compare", Progress.NOBODY));
        double before = bench.processorSeconds();
        double stored = seconds(() -> steps.work(id, "commit", Progress.NOBODY));
        double processor = bench.processorSeconds() - before;
        Import one = imports.get(id);
        System.out.printf(
                Locale.ROOT,
                "INTAKE-STORE list=%s rows=%d read_seconds=%.2f compare_seconds=%.2f store_seconds=%.2f created=%d updated=%d same=%d duplicate=%d stored_per_second=%.0f cpu_seconds=%.2f stored_per_cpu_second=%.0f%n",
                name,
                rows,
                read,
                compared,
                stored,
                one.count("created"),
                one.count("updated"),
                one.count("same"),
                one.count("duplicate"),
                one.count("created") / stored,
                processor,
                one.count("created") / processor);
    }

    static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }
}
