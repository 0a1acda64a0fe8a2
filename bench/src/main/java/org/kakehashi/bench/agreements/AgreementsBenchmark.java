package org.kakehashi.bench.agreements;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.bench.Benchmark;

/// The list of agreements and the page of one at full size: milliseconds at the server's door and
/// processor milliseconds of application and database for each request.
public final class AgreementsBenchmark implements Benchmark {
    private static final Pattern AGREEMENT =
            Pattern.compile("href=\"(/agreements/[0-9a-f-]{36})\"");

    private static final long WARM_NANOS = 1_500_000_000L;
    private static final int WARM_REQUESTS = 100;
    private static final long CASE_NANOS = 3_000_000_000L;
    private static final int LEAST_REQUESTS = 20;

    /// What one kind of request took.
    private record Taken(double p50, double p95, double application, double database, int bytes) {
        double processor() {
            return application + database;
        }
    }

    @Override
    public String name() {
        return "agreements";
    }

    @Override
    public String description() {
        return "lists, searches, figures, home and public pages and exports of many agreements,"
                + " rows stored a second: [--agreements 30000] [--requests 200, fewer of what is"
                + " slow] [--only profile,portfolio] [--port 18989]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        int count = Integer.parseInt(options.getOrDefault("--agreements", "30000"));
        int requests = Integer.parseInt(options.getOrDefault("--requests", "200"));
        String port = options.getOrDefault("--port", "18989");
        Path folder = Files.createTempDirectory("kakehashi-agreements");
        try (Server server = Server.start(folder, port, count)) {
            measure(server, requests, count, options.getOrDefault("--only", ""));
        } finally {
            delete(folder);
        }
    }

    private static void measure(Server server, int requests, int agreements, String only)
            throws IOException, InterruptedException {
        Map<String, Client> clients = new HashMap<>();
        for (String login : List.of("", "admin", "office", "member", "executive")) {
            clients.put(login, server.client(login));
        }
        Client office = Objects.requireNonNull(clients.get("office"));
        Matcher first =
                AGREEMENT.matcher(
                        new String(office.get("/agreements?size=20"), StandardCharsets.UTF_8));
        if (!first.find()) {
            throw new IOException("the list shows no agreement");
        }
        List<String> wanted = List.of(only.split(","));
        List<Case> cases =
                Case.all(first.group(1), server.partner()).stream()
                        .filter(one -> only.isEmpty() || wanted.contains(one.name()))
                        .toList();
        System.out.printf(
                "%-22s %8s %8s %8s %8s %8s%n",
                "", "p50 ms", "p95 ms", "app cpu", "db cpu", "bytes");
        Map<Case, Taken> all = new LinkedHashMap<>();
        for (Case one : cases) {
            Client client = Objects.requireNonNull(clients.get(one.login()));
            warm(client, one);
            all.put(one, take(client, one, server, requests));
            print(one.name(), all.get(one));
        }
        if (only.isEmpty()) {
            for (String format : List.of("xlsx", "csv", "csv-cp932")) {
                export(office, server, format);
            }
        }
        summary(all, server.rowsPerSecond(), agreements);
    }

    /// The whole list as a file, through the page.
    private static void export(Client client, Server server, String format)
            throws IOException, InterruptedException {
        client.get("/agreements?format=" + format + "&status=lapsed");
        server.peak();
        double before = server.application() + server.database();
        long begun = System.nanoTime();
        int bytes = client.get("/agreements?format=" + format).length;
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processor = server.application() + server.database() - before;
        System.out.printf(
                Locale.ROOT,
                "agreements export=%s seconds=%.2f cpu_ms=%.0f bytes=%d peak_heap_mib=%d%n",
                format,
                seconds,
                processor,
                bytes,
                server.peak());
    }

    /// Until the compilers have seen it, but no longer than a moment: what is slow is warm soon.
    private static void warm(Client client, Case one) throws IOException, InterruptedException {
        long until = System.nanoTime() + WARM_NANOS;
        for (int i = 0; i < WARM_REQUESTS && (i < 2 || System.nanoTime() < until); i++) {
            client.get(one.path(-1 - i));
        }
    }

    /// So many requests, fewer of what is slow, but never so few that the slowest of twenty is not
    /// among them.
    private static Taken take(Client client, Case one, Server server, int requests)
            throws IOException, InterruptedException {
        double applicationBefore = server.application();
        double databaseBefore = server.database();
        double[] times = new double[requests];
        int bytes = 0;
        int done = 0;
        long until = System.nanoTime() + CASE_NANOS;
        while (done < requests && (done < LEAST_REQUESTS || System.nanoTime() < until)) {
            long begun = System.nanoTime();
            bytes = client.get(one.path(done)).length;
            times[done++] = (System.nanoTime() - begun) / 1e6;
        }
        double databaseUsed = server.database() - databaseBefore;
        double applicationUsed = server.application() - applicationBefore;
        times = Arrays.copyOf(times, done);
        Arrays.sort(times);
        return new Taken(
                times[done / 2],
                times[(int) (done * 0.95)],
                applicationUsed / done,
                databaseUsed / done,
                bytes);
    }

    private static void print(String name, Taken taken) {
        System.out.printf(
                Locale.ROOT,
                "%-22s %8.1f %8.1f %8.2f %8.2f %8d%n",
                name,
                taken.p50(),
                taken.p95(),
                taken.application(),
                taken.database(),
                taken.bytes());
        System.out.printf(
                Locale.ROOT,
                "agreements case=%s p50_ms=%.1f p95_ms=%.1f app_cpu_ms=%.2f db_cpu_ms=%.2f"
                        + " cpu_ms=%.2f%n",
                name,
                taken.p50(),
                taken.p95(),
                taken.application(),
                taken.database(),
                taken.processor());
    }

    private static void summary(Map<Case, Taken> all, double rowsPerSecond, int agreements) {
        double p95 = 0;
        double processor = 0;
        for (Map.Entry<Case, Taken> one : all.entrySet()) {
            if (one.getKey().list()) {
                p95 = Math.max(p95, one.getValue().p95());
                processor = Math.max(processor, one.getValue().processor());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "agreements list_cpu_ms=%.2f detail_p95_ms=%.1f stored_rows_per_second=%.0f%n",
                processor,
                p95(all, "detail"),
                rowsPerSecond);
        long begun = System.nanoTime();
        TenYears.Outcome years = TenYears.run(agreements, 1);
        System.out.printf(
                Locale.ROOT,
                "agreements simulated_years=10 agreements=%d deadlines=%d unnoticed=%d"
                        + " seconds=%.1f%n",
                agreements,
                years.deadlines(),
                years.unnoticed(),
                (System.nanoTime() - begun) / 1e9);
        System.out.printf(
                Locale.ROOT,
                "AGREEMENTS profile_p95_ms=%.1f renewal_p95_ms=%.1f portfolio_p95_ms=%.1f"
                        + " list_p95_ms=%.1f unnoticed=%d%n",
                p95(all, "profile"),
                p95(all, "renewal"),
                p95(all, "portfolio"),
                p95,
                years.unnoticed());
    }

    private static double p95(Map<Case, Taken> all, String name) {
        return all.entrySet().stream()
                .filter(one -> one.getKey().name().equals(name))
                .mapToDouble(one -> one.getValue().p95())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
