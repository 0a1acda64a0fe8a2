package org.kakehashi.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A browser that goes from one server to another: follows redirects wherever they lead, and sends
/// forms to where they point.
final class Traveller {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;

    Traveller(boolean follows) {
        client =
                HttpClient.newBuilder()
                        .cookieHandler(cookies)
                        .followRedirects(
                                follows ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER)
                        .build();
    }

    Document get(String url) {
        return document(answer(url));
    }

    HttpResponse<String> answer(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).GET());
    }

    HttpResponse<String> answer(String url, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url)).GET();
        headers.forEach(request::header);
        return send(request);
    }

    Document submit(Element form, Map<String, String> values) {
        Map<String, String> all = new LinkedHashMap<>();
        form.select("input[type=hidden]")
                .forEach(input -> all.put(input.attr("name"), input.val()));
        all.putAll(values);
        String body =
                all.entrySet().stream()
                        .map(one -> encoded(one.getKey()) + '=' + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return document(
                send(
                        HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private static Document document(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.setHeader("Accept", "text/html")
                            .setHeader("Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
