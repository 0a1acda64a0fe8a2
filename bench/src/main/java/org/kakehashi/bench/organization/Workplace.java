package org.kakehashi.bench.organization;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kakehashi.bench.startup.Memory;
import org.kakehashi.bench.startup.Server;

/// A data folder of its own with a server on it; gone when closed.
record Workplace(Path home, Path folder, int port, Map<String, String> options)
        implements AutoCloseable {

    static Workplace of(List<String> arguments, int port) throws IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return new Workplace(
                Path.of(System.getProperty("kakehashi.home", ".")).toAbsolutePath(),
                Files.createTempDirectory("kakehashi-bench"),
                Integer.parseInt(options.getOrDefault("--port", Integer.toString(port))),
                options);
    }

    Path ror() {
        String file = options.get("--ror");
        if (file == null) {
            throw new IllegalArgumentException("missing argument: --ror FILE");
        }
        return Path.of(file).toAbsolutePath();
    }

    /// The value of an option, empty where it was not given.
    String text(String option) {
        return options.getOrDefault(option, "");
    }

    int number(String option, int otherwise) {
        return Integer.parseInt(options.getOrDefault(option, Integer.toString(otherwise)));
    }

    Path data() {
        return folder.resolve("data");
    }

    Server start() throws IOException, InterruptedException {
        Files.createDirectories(data());
        return Server.start(home, data(), port);
    }

    /// Imports beside the running server, as the command line does; prints what it took.
    void load(Server server, String word) throws IOException, InterruptedException {
        double before = Memory.processorSeconds(server.database());
        long begun = System.nanoTime();
        Process process =
                Server.command(home, data(), "kakehashi", "import-ror", ror().toString())
                        .redirectOutput(folder.resolve("import.log").toFile())
                        .start();
        double application = 0;
        double peak = 0;
        while (process.isAlive()) {
            List<Long> family = Memory.family(process.pid());
            application = Math.max(application, Memory.processorSeconds(family));
            peak = Math.max(peak, Memory.pss(family));
            process.waitFor(200, java.util.concurrent.TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        String report = Files.readString(folder.resolve("import.log"));
        System.out.print(report);
        System.out.printf(
                Locale.ROOT,
                "%s seconds=%.1f application_cpu_seconds=%.1f database_cpu_seconds=%.1f application_peak_mib=%.0f exit=%d%n",
                word,
                seconds,
                application,
                Memory.processorSeconds(server.database()) - before,
                peak,
                process.exitValue());
        if (process.exitValue() != 0) {
            throw new IOException(report);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
