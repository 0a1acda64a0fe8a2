package org.kakehashi.bench.load;

import java.io.BufferedReader;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.agreements.FilledServer;

/// Signed-in people, each asking for one page every ten seconds at moments of their own: how long
/// they wait. The program of the people and the server are two processes on the same machine.
public final class LoadBenchmark implements Benchmark {
    private static final long PAUSE_MILLIS = 10_000;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern AGREEMENT =
            Pattern.compile("href=\"(/agreements/[0-9a-f-]{36})\"");
    private static final String[] ACCOUNTS = {"office", "member", "executive", "admin"};

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final ConcurrentLinkedQueue<Double> waits = new ConcurrentLinkedQueue<>();
    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String description() {
        return "signed-in people, one page each ten seconds:"
                + " [--people 1000] [--seconds 60] [--agreements 30000] [--port 18984]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        int people = Integer.parseInt(options.getOrDefault("--people", "1000"));
        int seconds = Integer.parseInt(options.getOrDefault("--seconds", "60"));
        int agreements = Integer.parseInt(options.getOrDefault("--agreements", "30000"));
        String port = options.getOrDefault("--port", "18984");
        Path folder = Files.createTempDirectory("kakehashi-load");
        Process server = server(folder, port, agreements);
        try (BufferedReader lines = server.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("READY")) {
                line = lines.readLine();
            }
            if (line == null) {
                throw new IOException("the server did not start");
            }
            measure("http://127.0.0.1:" + port, people, seconds, agreements);
        } finally {
            server.outputWriter().close();
            server.waitFor();
            try (var files = Files.walk(folder)) {
                for (Path one : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private void measure(String address, int people, int seconds, int agreements) throws Exception {
        long begun = System.nanoTime();
        List<String> sessions = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            sessions.add(signIn(address, ACCOUNTS[i % ACCOUNTS.length]));
        }
        System.out.printf(
                Locale.ROOT,
                "%d people signed in within %.0f s%n",
                people,
                (System.nanoTime() - begun) / 1e9);
        List<String> pages = pages(address, sessions.getFirst());
        walk(address, sessions, pages, Math.min(20, seconds)); // warm
        waits.clear();
        failures.set(0);
        walk(address, sessions, pages, seconds);
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "LOAD people=%d agreements=%d pages=%d seconds=%d requests=%d per_second=%.0f p50_ms=%.0f p95_ms=%.0f p99_ms=%.0f failures=%d processors=%d%n",
                people,
                agreements,
                pages.size(),
                seconds,
                sorted.length,
                sorted.length / (double) seconds,
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[(int) (sorted.length * 0.99)],
                failures.get(),
                Runtime.getRuntime().availableProcessors());
    }

    private void walk(String address, List<String> sessions, List<String> pages, int seconds)
            throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < sessions.size(); i++) {
                String session = sessions.get(i);
                Random random = new Random(i);
                threads.submit(() -> {
                    TimeUnit.MILLISECONDS.sleep(random.nextLong(PAUSE_MILLIS));
                    while (System.nanoTime() < until) {
                        long begun = System.nanoTime();
                        ask(address, session, pages.get(random.nextInt(pages.size())));
                        long left =
                                PAUSE_MILLIS
                                        - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                        TimeUnit.MILLISECONDS.sleep(Math.max(0, left));
                    }
                    return true;
                });
            }
        }
    }

    private void ask(String address, String session, String page) throws InterruptedException {
        long begun = System.nanoTime();
        try {
            HttpResponse<byte[]> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address + page))
                                    .header("Cookie", session)
                                    .header("Accept", "text/html")
                                    .header("Accept-Language", "ja")
                                    .build(),
                            BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                failures.incrementAndGet();
            }
        } catch (IOException e) {
            failures.incrementAndGet();
        }
        waits.add((System.nanoTime() - begun) / 1e6);
    }

    /// What people look at: lists in several orders and filters, searches, records, figures.
    private List<String> pages(String address, String session)
            throws IOException, InterruptedException {
        List<String> pages =
                new ArrayList<>(
                        List.of(
                                "/",
                                "/agreements",
                                "/agreements?sort=-end",
                                "/agreements?country=DE&sort=start",
                                "/agreements?status=expiring&sort=end",
                                "/agreements?q=" + encode("海洋"),
                                "/organizations",
                                "/strategy",
                                "/units"));
        HttpResponse<String> list =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + "/agreements?size=20"))
                                .header("Cookie", session)
                                .build(),
                        BodyHandlers.ofString());
        Matcher found = AGREEMENT.matcher(list.body());
        while (found.find()) {
            pages.add(found.group(1));
        }
        return pages;
    }

    private String signIn(String address, String login) throws IOException, InterruptedException {
        HttpResponse<String> form =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + "/sign-in")).build(),
                        BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new IOException("the sign-in page has no form");
        }
        String body =
                "login="
                        + encode(login)
                        + "&password="
                        + encode(DemoAccounts.PASSWORD)
                        + "&_csrf="
                        + encode(token.group(1));
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                                .header("Cookie", cookie(form))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        return cookie(answer);
    }

    private static String cookie(HttpResponse<?> answer) throws IOException {
        return answer.headers().allValues("Set-Cookie").stream()
                .map(one -> one.split(";", 2)[0])
                .filter(one -> one.startsWith("kakehashi="))
                .findFirst()
                .orElseThrow(() -> new IOException("no session"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// With the memory and collector of `bin/run`.
    private static Process server(Path folder, String port, int agreements) throws IOException {
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
                        Integer.toString(agreements))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
