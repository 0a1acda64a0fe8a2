package org.kakehashi.bench.startup;

import java.io.IOException;
import java.net.CookieManager;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The product as a whole program: started by `bin/run`, spoken to over HTTP, ended by SIGTERM.
public final class Server implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final Process process;
    private final Path data;
    private final Path log;
    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    /// From the command to the moment it says that it is ready and serves its first page.
    final double seconds;

    private Server(Process process, Path data, int port, long begun)
            throws IOException, InterruptedException {
        this.process = process;
        this.data = data;
        this.log = data.resolveSibling("server.log");
        this.address = "http://127.0.0.1:" + port;
        awaitFirstPage();
        this.seconds = (System.nanoTime() - begun) / 1e9;
    }

    public static Server start(Path home, Path data, int port)
            throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process =
                command(home, data, "run", "--port", Integer.toString(port))
                        .redirectOutput(data.resolveSibling("server.log").toFile())
                        .start();
        return new Server(process, data, port, begun);
    }

    /// `bin/NAME --data DIR arguments…`, its output joined.
    public static ProcessBuilder command(Path home, Path data, String name, String... arguments) {
        List<String> words =
                new ArrayList<>(
                        List.of(home.resolve("bin/" + name).toString(), "--data", data.toString()));
        words.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().put("KAKEHASHI_SEARCHES_A_MINUTE", "1000000");
        return builder;
    }

    private void awaitFirstPage() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            try {
                if (Files.readString(log).contains(address)
                        && get("/sign-in").statusCode() == 200) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(20); // not listening yet
            }
        }
        throw new IOException("no page was served; see " + log);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "ja")
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    public void signIn(String login, String password) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in").body());
        if (!token.find()) {
            throw new IOException("the sign-in page has no form");
        }
        String form =
                "login="
                        + encode(login)
                        + "&password="
                        + encode(password)
                        + "&_csrf="
                        + encode(token.group(1));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.uri().getPath().startsWith("/sign-in")) {
            throw new IOException("sign-in was refused");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public List<Long> application() {
        return Memory.family(process.pid());
    }

    public List<Long> database() throws IOException {
        String postmaster =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        return Memory.family(Long.parseLong(postmaster));
    }

    /// Ends it as an operator would and says how long that took.
    public double stop() throws InterruptedException {
        long begun = System.nanoTime();
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    @Override
    public void close() throws InterruptedException {
        if (process.isAlive()) {
            stop();
        }
    }
}
