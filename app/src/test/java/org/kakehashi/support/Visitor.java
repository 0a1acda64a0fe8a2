package org.kakehashi.support;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A visitor over HTTP with cookies of their own: reads pages as documents, sends forms as the page
/// offers them (with their hidden fields, so with the CSRF token).
public final class Visitor {
    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client;
    private String language = "en";
    private String from = "";

    Visitor(String address) {
        this(address, HttpClient.Redirect.NORMAL);
    }

    private Visitor(String address, HttpClient.Redirect redirects) {
        this.address = address;
        this.client =
                HttpClient.newBuilder().cookieHandler(cookies).followRedirects(redirects).build();
    }

    /// Another visitor, who sees the redirects themselves.
    public Visitor withoutFollowing() {
        return new Visitor(address, HttpClient.Redirect.NEVER);
    }

    /// The language the browser asks for, `ja` or `en` (English if never set).
    public Visitor reads(String asked) {
        language = asked;
        return this;
    }

    /// The page the next forms are sent from, as browsers say it.
    public Visitor from(String path) {
        from = path;
        return this;
    }

    public void signIn(String login, String password) {
        Document page = get("/sign-in");
        submit(
                page.expectFirst("form[action=/sign-in]"),
                Map.of("login", login, "password", password));
    }

    /// The value of a cookie the server has set; empty if there is none.
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /// The page at this path, whatever its status.
    public Document get(String path) {
        return Jsoup.parse(send(request(path).GET()).body(), address + path);
    }

    public int status(String path) {
        return send(request(path).GET()).statusCode();
    }

    /// The answer itself: status, headers, body.
    public HttpResponse<String> answer(String path) {
        return send(request(path).GET());
    }

    /// Sends a form with nothing in it but the CSRF token.
    public HttpResponse<String> answerToForm(String path, String csrf) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(pair("_csrf", csrf))));
    }

    /// Sends a form with the CSRF token and these fields, written as in an address.
    public HttpResponse<String> answerToForm(String path, String csrf, String fields) {
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(pair("_csrf", csrf) + "&" + fields)));
    }

    /// Sends a form with the CSRF token and an empty file in the field `file`.
    public HttpResponse<String> answerToUpload(String path, String csrf) {
        String body =
                "--edge\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                        + csrf
                        + "\r\n"
                        + "--edge\r\n"
                        + "Content-Disposition: form-data; name=\"file\";"
                        + " filename=\"a.txt\"\r\n\r\n\r\n"
                        + "--edge--\r\n";
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=edge")
                        .POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<byte[]> download(String path) {
        try {
            return client.send(request(path).GET().build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Sends the form with what it holds, these values put in; answers the page one lands on.
    public Document submit(Element form, Map<String, String> values) {
        HttpResponse<String> response = post(form, values);
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    public HttpResponse<String> post(Element form, Map<String, String> values) {
        List<String> pairs = new ArrayList<>();
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            if (!values.containsKey(field.attr("name")) && counts(field)) {
                pairs.add(
                        pair(field.attr("name"), field.is("select") ? chosen(field) : field.val()));
            }
        }
        values.forEach((name, value) -> pairs.add(pair(name, value)));
        return send(
                request(form.attr("action"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /// Posts without a form, so without a CSRF token: what a hostile page could do.
    public int forge(String path, Map<String, String> values) {
        String body =
                values.entrySet().stream()
                        .map(e -> pair(e.getKey(), e.getValue()))
                        .collect(Collectors.joining("&"));
        return send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    /// Sends the form as multipart, with one file in the named field.
    public Document upload(
            Element form,
            String field,
            String fileName,
            byte[] content,
            Map<String, String> values) {
        String boundary = "kakehashi-boundary-7d1f";
        var parts = new ArrayList<byte[]>();
        Map<String, String> all = new java.util.LinkedHashMap<>();
        form.select("input[type=hidden][name], select[name]")
                .forEach(input ->
                        all.put(
                                input.attr("name"),
                                input.is("select") ? chosen(input) : input.val()));
        all.putAll(values);
        all.forEach((name, value) ->
                parts.add(
                        bytes(
                                "--"
                                        + boundary
                                        + "\r\nContent-Disposition: form-data; name=\""
                                        + name
                                        + "\"\r\n"
                                        + "Content-Type: text/plain; charset=UTF-8\r\n\r\n"
                                        + value
                                        + "\r\n")));
        parts.add(
                bytes(
                        "--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\""
                                + field
                                + "\"; filename=\""
                                + fileName
                                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(content);
        parts.add(bytes("\r\n--" + boundary + "--\r\n"));
        HttpResponse<String> response =
                send(
                        request(form.attr("action"))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(BodyPublishers.ofByteArrays(parts)));
        return Jsoup.parse(response.body(), response.uri().toString());
    }

    private static boolean counts(Element field) {
        boolean choice = field.is("input[type=checkbox], input[type=radio]");
        return !field.is("input[type=submit], input[type=file], button")
                && (!choice || field.hasAttr("checked"));
    }

    private static String chosen(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element first = option == null ? select.selectFirst("option") : option;
        return first == null ? "" : first.val();
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language);
        return from.isEmpty() ? request : request.header("Referer", address + from);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
