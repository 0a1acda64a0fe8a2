package org.kakehashi.bench.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.bench.Benchmark;

/// Starts the product several times in a folder of its own, asks for pages as every role would, and
/// says what that took.
public final class StartupBenchmark implements Benchmark {
    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/agreements",
                    "/agreements?q=%E5%A4%A7%E5%AD%A6",
                    "/organizations",
                    "/organizations?q=%E6%B8%85%E8%8F%AF",
                    "/organizations/suggestions?q=Tsinghua",
                    "/strategy/overview",
                    "/strategy/indicators",
                    "/intake",
                    "/public",
                    "/public/agreements");

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String description() {
        return "seconds to the first page at the first and later starts, memory of application and database:"
                + " [--rounds 3] [--ror FILE] [--visits 20] [--port 18990] [--data DIR]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        Path folder =
                options.containsKey("--data")
                        ? Path.of(options.get("--data")).toAbsolutePath()
                        : Files.createTempDirectory("kakehashi-startup");
        try {
            measure(
                    new Run(
                            Path.of(System.getProperty("kakehashi.home", ".")).toAbsolutePath(),
                            folder,
                            Integer.parseInt(options.getOrDefault("--port", "18990")),
                            Integer.parseInt(options.getOrDefault("--rounds", "3")),
                            Integer.parseInt(options.getOrDefault("--visits", "20"))),
                    options.get("--ror"));
        } finally {
            if (!options.containsKey("--data")) {
                delete(folder);
            }
        }
    }

    private record Run(Path home, Path folder, int port, int rounds, int visits) {
        Path data() {
            return folder.resolve("data");
        }
    }

    private static void measure(Run run, @org.jspecify.annotations.Nullable String ror)
            throws IOException, InterruptedException {
        Files.createDirectories(run.data());
        start(run, "first");
        for (int i = 0; i < run.rounds(); i++) {
            start(run, "later");
        }
        if (ror != null) {
            load(run, Path.of(ror).toAbsolutePath());
            for (int i = 0; i < run.rounds(); i++) {
                start(run, "later-with-ror");
            }
        }
    }

    private static void start(Run run, String kind) throws IOException, InterruptedException {
        try (Server server = Server.start(run.home(), run.data(), run.port())) {
            double processor =
                    Memory.processorSeconds(server.application())
                            + Memory.processorSeconds(server.database());
            double idle = Memory.pss(server.application()) + Memory.pss(server.database());
            int served = visit(server, run.visits());
            double application = Memory.pss(server.application());
            double database = Memory.pss(server.database());
            double stop = server.stop();
            System.out.printf(
                    Locale.ROOT,
                    "STARTUP kind=%s seconds=%.2f cpu_seconds=%.2f pss_after_start_mib=%.0f pages_served=%d"
                            + " application_pss_mib=%.0f database_pss_mib=%.0f total_pss_mib=%.0f stop_seconds=%.2f%n",
                    kind,
                    server.seconds,
                    processor,
                    idle,
                    served,
                    application,
                    database,
                    application + database,
                    stop);
        }
    }

    /// Asks for every page several times as the international office; pages that are not there
    /// (yet) do not count.
    private static int visit(Server server, int times) throws IOException, InterruptedException {
        server.signIn("office", DemoAccounts.PASSWORD);
        int served = 0;
        for (int i = 0; i < times; i++) {
            for (String page : PAGES) {
                if (server.get(page).statusCode() == 200) {
                    served++;
                }
            }
        }
        return served;
    }

    private static void load(Run run, Path ror) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process =
                Server.command(run.home(), run.data(), "kakehashi", "import-ror", ror.toString())
                        .redirectOutput(run.folder().resolve("import.log").toFile())
                        .start();
        int code = process.waitFor();
        System.out.printf(
                Locale.ROOT,
                "STARTUP kind=import-ror seconds=%.1f exit=%d%n",
                (System.nanoTime() - begun) / 1e9,
                code);
        if (code != 0) {
            throw new IOException(Files.readString(run.folder().resolve("import.log")));
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
