package org.kakehashi.bench.recovery;

import java.io.ByteArrayOutputStream;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Someone signed in who uses the product's pages as a browser would.
final class Person implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String address;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build();

    Person(String address, String login, String password) throws IOException, InterruptedException {
        this.address = address;
        submit(
                get("/sign-in").expectFirst("form[action=/sign-in]"),
                Map.of("login", login, "password", password));
    }

    Document get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /// Sends the form with what it holds, these values put in.
    Document submit(Element form, Map<String, String> values)
            throws IOException, InterruptedException {
        List<String> pairs = new ArrayList<>();
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            if (!values.containsKey(field.attr("name")) && counts(field)) {
                pairs.add(pair(field.attr("name"), value(field)));
            }
        }
        values.forEach((name, value) -> pairs.add(pair(name, value)));
        return send(
                request(form.attr("action"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /// Sends one file with the form.
    Document upload(Element form, String field, String fileName, byte[] content)
            throws IOException, InterruptedException {
        String boundary = "kakehashi-recovery-boundary";
        Map<String, String> values = new LinkedHashMap<>();
        form.select("input[type=hidden][name], select[name]")
                .forEach(one -> values.put(one.attr("name"), value(one)));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> one : values.entrySet()) {
            write(
                    body,
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                            .formatted(boundary, one.getKey(), one.getValue()));
        }
        write(
                body,
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(boundary, field, fileName));
        body.writeBytes(content);
        write(body, "\r\n--" + boundary + "--\r\n");
        return send(
                request(form.attr("action"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address).resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
    }

    /// The page one lands on; anything but success is an exception.
    private Document send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode());
        }
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private static boolean counts(Element field) {
        return !field.attr("type").matches("checkbox|radio|file") || field.hasAttr("checked");
    }

    private static String value(Element field) {
        if (!field.is("select")) {
            return field.val();
        }
        Element chosen = field.selectFirst("option[selected]");
        Element first = field.selectFirst("option");
        return chosen != null ? chosen.val() : first == null ? "" : first.val();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
