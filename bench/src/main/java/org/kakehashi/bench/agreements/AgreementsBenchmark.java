package org.kakehashi.bench.agreements;

import java.io.BufferedReader;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.bench.Benchmark;

/// The list of agreements and the page of one at full size: milliseconds at the server's door and
/// processor milliseconds of application and database for each request.
public final class AgreementsBenchmark implements Benchmark {
    private static final Pattern AGREEMENT =
            Pattern.compile("href=\"(/agreements/[0-9a-f-]{36})\"");
    private static final Pattern READY =
            Pattern.compile("READY database=(\\d+) rows_per_second=(\\d+)");

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
        return "list, filter, order, search and page of many agreements, rows stored a second:"
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
        Process server = start(folder, port, count);
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            Matcher ready = awaitReady(lines);
            measure(
                    "http://127.0.0.1:" + port,
                    server.pid(),
                    Long.parseLong(ready.group(1)),
                    requests,
                    Double.parseDouble(ready.group(2)));
        } finally {
            server.outputWriter().close();
            server.waitFor();
            delete(folder);
        }
    }

    /// With the memory and collector of `bin/run`.
    private static Process start(Path folder, String port, int count) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx640m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FilledServer.class.getName(),
                        folder.toString(),
                        port,
                        Integer.toString(count))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Matcher awaitReady(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return ready;
            }
        }
        throw new IOException("the server did not start");
    }

    private static void measure(
            String address, long application, long database, int requests, double rowsPerSecond)
            throws IOException, InterruptedException {
        Client client = new Client(address);
        client.signIn("office", DemoAccounts.PASSWORD);
        Matcher first =
                AGREEMENT.matcher(
                        new String(client.get("/agreements?size=20"), StandardCharsets.UTF_8));
        if (!first.find()) {
            throw new IOException("the list shows no agreement");
        }
        Map<String, String> cases = cases(first.group(1));
        for (String path : cases.values()) {
            repeat(client, path, requests);
        }
        System.out.printf(
                "%-22s %8s %8s %8s %8s %8s%n",
                "", "p50 ms", "p95 ms", "app cpu", "db cpu", "bytes");
        Map<String, Taken> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : cases.entrySet()) {
            all.put(one.getKey(), take(client, one.getValue(), application, database, requests));
            print(one.getKey(), all.get(one.getKey()));
        }
        summary(all, rowsPerSecond);
    }

    private static Map<String, String> cases(String agreement) {
        Map<String, String> cases = new LinkedHashMap<>();
        String list = "/agreements?size=20";
        cases.put("list", list);
        cases.put("list_by_end", list + "&sort=-end");
        cases.put("list_by_country", list + "&sort=country");
        cases.put("list_by_status", list + "&sort=status");
        cases.put("list_by_number", list + "&sort=-number");
        cases.put("list_deep_page", list + "&page=700");
        cases.put("filter_country_kind", list + "&country=DE&kind=student_exchange&sort=start");
        cases.put("filter_status", list + "&status=expiring&sort=end");
        cases.put("filter_region_year", list + "&region=asia&started=2015&sort=unit");
        cases.put("filter_as_of", list + "&asOf=2015-03-31&status=in_force&level=university");
        cases.put("search_rare", list + "&q=" + Client.encode("清華西湖"));
        cases.put("search_two_signs", list + "&q=" + Client.encode("海洋"));
        cases.put("search_common", list + "&q=" + Client.encode("大学"));
        cases.put("search_latin", list + "&q=uppsala+delft");
        cases.put("detail", agreement);
        cases.put("history", agreement + "/history");
        return cases;
    }

    private static void repeat(Client client, String path, int times)
            throws IOException, InterruptedException {
        for (int i = 0; i < times; i++) {
            client.get(path);
        }
    }

    private static Taken take(
            Client client, String path, long application, long database, int requests)
            throws IOException, InterruptedException {
        double applicationBefore = Processor.milliseconds(application);
        double databaseBefore = Processor.milliseconds(database);
        double[] times = new double[requests];
        int bytes = 0;
        for (int i = 0; i < requests; i++) {
            long begun = System.nanoTime();
            bytes = client.get(path).length;
            times[i] = (System.nanoTime() - begun) / 1e6;
        }
        double databaseUsed = Processor.milliseconds(database) - databaseBefore;
        double applicationUsed = Processor.milliseconds(application) - applicationBefore;
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

    private static void summary(Map<String, Taken> all, double rowsPerSecond) {
        double p95 = 0;
        double processor = 0;
        for (Map.Entry<String, Taken> one : all.entrySet()) {
            if (one.getKey().startsWith("list") || one.getKey().startsWith("filter")) {
                p95 = Math.max(p95, one.getValue().p95());
                processor = Math.max(processor, one.getValue().processor());
            }
        }
        Taken detail = all.getOrDefault("detail", new Taken(0, 0, 0, 0, 0));
        System.out.printf(
                Locale.ROOT,
                "AGREEMENTS list_p95_ms=%.1f list_cpu_ms=%.2f detail_p95_ms=%.1f detail_cpu_ms=%.2f stored_rows_per_second=%.0f%n",
                p95,
                processor,
                detail.p95(),
                detail.processor(),
                rowsPerSecond);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
