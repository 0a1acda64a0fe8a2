package org.kakehashi.bench.organization;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.startup.Memory;
import org.kakehashi.bench.startup.Server;

/// Batches of ten names asked of the reconciliation service as OpenRefine asks them.
public final class ReconcileBenchmark implements Benchmark {
    private static final int BATCH = 10;

    /// Universities, one in the way each language writes it; beginnings of a longer list.
    private static final List<String> NAMES =
            List.of(
                    "Tohoku University",
                    "東北大学",
                    "清華大学",
                    "Tsinghua University",
                    "Technische Universität München",
                    "ミュンヘン大学",
                    "University of Melbourne",
                    "서울대학교",
                    "Universidade de São Paulo",
                    "Chulalongkorn University",
                    "Hanoi University of Science and Technology",
                    "ETH Zürich",
                    "Univ. of California, Berkeley",
                    "武漢大学",
                    "National Taiwan University",
                    "Charles University in Prague",
                    "カレル大学",
                    "McGill University",
                    "University of Cape Town",
                    "Indian Institute of Technology Bombay");

    @Override
    public String name() {
        return "reconcile";
    }

    @Override
    public String description() {
        return "batches of ten names asked of /reconcile: --ror FILE [--names FILE] [--batches 300]"
                + " [--port 18982]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        try (Workplace place = Workplace.of(arguments, 18982)) {
            place.ror();
            try (Server server = place.start()) {
                place.load(server, "ROR_IMPORT kind=first");
                String address = "http://127.0.0.1:" + place.number("--port", 18982) + "/reconcile";
                List<String> names = names(place.text("--names"));
                int batches = place.number("--batches", 300);
                ask(server, address, names, batches); // warm, and the index is there
                ask(server, address, names, batches);
            }
        }
    }

    private static List<String> names(String file) throws IOException {
        return file.isEmpty() ? NAMES : Files.readAllLines(Path.of(file));
    }

    private static void ask(Server server, String address, List<String> names, int batches)
            throws IOException, InterruptedException {
        double[] millis = new double[batches];
        double before = Memory.processorSeconds(server.application());
        long matched = 0;
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < batches; i++) {
                String body =
                        "queries=" + URLEncoder.encode(queries(names, i), StandardCharsets.UTF_8);
                long begun = System.nanoTime();
                HttpResponse<String> answer =
                        http.send(
                                HttpRequest.newBuilder(URI.create(address))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(BodyPublishers.ofString(body))
                                        .build(),
                                BodyHandlers.ofString());
                millis[i] = (System.nanoTime() - begun) / 1e6;
                if (answer.statusCode() != 200) {
                    throw new IOException(answer.statusCode() + " " + answer.body());
                }
                matched += answer.body().split("\"match\":true", -1).length - 1;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "RECONCILE batches=%d names=%d matched=%d p50_ms=%.1f p95_ms=%.1f p99_ms=%.1f cpu_ms=%.2f%n",
                batches,
                BATCH,
                matched,
                millis[batches / 2],
                millis[(int) (batches * 0.95)],
                millis[(int) (batches * 0.99)],
                (Memory.processorSeconds(server.application()) - before) * 1000 / batches);
    }

    private static String queries(List<String> names, int batch) {
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            String name = names.get((batch * BATCH + i) % names.size());
            queries.add(
                    "\"q%d\":{\"query\":\"%s\",\"limit\":5}"
                            .formatted(i, name.replace("\\", "").replace("\"", "\\\"")));
        }
        return "{" + String.join(",", queries) + "}";
    }
}
