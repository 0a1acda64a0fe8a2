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
        return "lists, searches, figures, home and public pages and exports of many agreements, rows stored a second:"
                + " [--agreements 30000] [--requests 200] [--port 18989]";
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
            measure(server, requests, server.rowsPerSecond(), count);
        } finally {
            delete(folder);
        }
    }

    private static void measure(Server server, int requests, double rowsPerSecond, int agreements)
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
        List<Case> cases = Case.all(first.group(1));
        for (Case one : cases) {
            for (int i = 0; i < requests; i++) {
                Objects.requireNonNull(clients.get(one.login())).get(one.path(-1 - i));
            }
        }
        System.out.printf(
                "%-22s %8s %8s %8s %8s %8s%n",
                "", "p50 ms", "p95 ms", "app cpu", "db cpu", "bytes");
        Map<Case, Taken> all = new LinkedHashMap<>();
        for (Case one : cases) {
            Client client = Objects.requireNonNull(clients.get(one.login()));
            all.put(one, take(client, one, server, requests));
            print(one.name(), all.get(one));
        }
        for (String format : List.of("xlsx", "csv", "csv-cp932")) {
            export(office, server, format);
        }
        summary(all, rowsPerSecond, agreements);
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

    private static Taken take(Client client, Case one, Server server, int requests)
            throws IOException, InterruptedException {
        double applicationBefore = server.application();
        double databaseBefore = server.database();
        double[] times = new double[requests];
        int bytes = 0;
        for (int i = 0; i < requests; i++) {
            long begun = System.nanoTime();
            bytes = client.get(one.path(i)).length;
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double databaseUsed = server.database() - databaseBefore;
        double applicationUsed = server.application() - applicationBefore;
        Arrays.sort(times);
        return new Taken(
                times[requests / 2],
                times[(int) (requests * 0.95)],
                applicationUsed / requests,
                databaseUsed / requests,
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
                "agreements case=%s p50_ms=%.1f p95_ms=%.1f app_cpu_ms=%.2f db_cpu_ms=%.2f cpu_ms=%.2f%n",
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
        Taken detail = new Taken(0, 0, 0, 0, 0);
        Taken renewal = detail;
        for (Map.Entry<Case, Taken> one : all.entrySet()) {
            if (one.getKey().list()) {
                p95 = Math.max(p95, one.getValue().p95());
                processor = Math.max(processor, one.getValue().processor());
            } else if (one.getKey().name().equals("detail")) {
                detail = one.getValue();
            } else if (one.getKey().name().equals("renewal")) {
                renewal = one.getValue();
            }
        }
        TenYears.Outcome years = TenYears.run(agreements, 1);
        System.out.printf(
                Locale.ROOT,
                "agreements simulated_years=10 agreements=%d deadlines=%d unnoticed=%d%n",
                agreements,
                years.deadlines(),
                years.unnoticed());
        System.out.printf(
                Locale.ROOT,
                "AGREEMENTS renewal_p95_ms=%.1f list_p95_ms=%.1f list_cpu_ms=%.2f detail_p95_ms=%.1f detail_cpu_ms=%.2f stored_rows_per_second=%.0f unnoticed=%d%n",
                renewal.p95(),
                p95,
                processor,
                detail.p95(),
                detail.processor(),
                rowsPerSecond,
                years.unnoticed());
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
