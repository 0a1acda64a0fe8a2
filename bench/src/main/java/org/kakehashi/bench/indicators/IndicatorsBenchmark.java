package org.kakehashi.bench.indicators;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.Kakehashi;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.agreements.FilledServer;
import org.kakehashi.kernel.CurrentUser;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A dashboard of twelve figures with six years each, one indicator told apart by two dimensions,
/// the records behind it, and how soon a saved record shows, at growing numbers of records, beside
/// the same questions written in SQL by hand to the tables.
public final class IndicatorsBenchmark implements Benchmark {
    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public String description() {
        return "figures, dashboards, drill-down and freshness at many records, beside SQL by hand:"
                + " [--records 100000,1000000] [--agreements 30000] [--units 40] [--requests 60]"
                + " [--port 18988]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        List<Long> sizes = new ArrayList<>();
        for (String one : options.getOrDefault("--records", "100000,1000000").split(",")) {
            sizes.add(Long.parseLong(one.strip()));
        }
        int requests = Integer.parseInt(options.getOrDefault("--requests", "60"));
        String port = options.getOrDefault("--port", "18988");
        Path folder = Files.createTempDirectory("kakehashi-indicators");
        try (EmbeddedPostgres postgres = FilledServer.database(folder.resolve("postgres"));
                ConfigurableApplicationContext context = start(postgres, folder, port)) {
            Times.database(
                    Long.parseLong(
                            Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                                    .getFirst()
                                    .strip()));
            Exchange exchange = new Exchange(context);
            CurrentUser.SYSTEM.run(() ->
                    exchange.ground(
                            Integer.parseInt(options.getOrDefault("--units", "40")),
                            Integer.parseInt(options.getOrDefault("--agreements", "30000"))));
            Questions questions = new Questions(context, "http://127.0.0.1:" + port, exchange);
            Questions.Answer last = null;
            for (long size : sizes) {
                long begun = System.nanoTime();
                long records = CurrentUser.SYSTEM.call(() -> exchange.records(size));
                System.out.printf(
                        Locale.ROOT,
                        "indicators records=%d filled_s=%.1f%n",
                        records,
                        (System.nanoTime() - begun) / 1e9);
                last = questions.ask(records, requests);
            }
            if (last != null) {
                System.out.printf(
                        Locale.ROOT,
                        "INDICATORS dashboard_p95_ms=%.1f indicator_p95_ms=%.1f drill_p95_ms=%.1f"
                                + " fresh_p95_ms=%.1f catalogue=%d vs_sql=%.1f%n",
                        last.dashboard().p95(),
                        last.indicator().p95(),
                        last.drill().p95(),
                        last.fresh().p95(),
                        last.catalogue(),
                        last.sql().p50() / last.dashboard().p50());
            }
        } finally {
            delete(folder);
        }
    }

    private static ConfigurableApplicationContext start(
            EmbeddedPostgres postgres, Path folder, String port) {
        SpringApplication application = new SpringApplication(Kakehashi.class);
        application.setDefaultProperties(
                Map.of(
                        "server.port",
                        port,
                        "server.address",
                        "127.0.0.1",
                        "spring.datasource.url",
                        postgres.getJdbcUrl("postgres", "postgres"),
                        "spring.datasource.username",
                        "postgres",
                        "kakehashi.data",
                        folder.toString()));
        return application.run();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
