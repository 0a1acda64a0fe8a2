package org.kakehashi.interchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program of another origin, as OpenRefine is: no cookies, no session; every good answer is
/// compared with the schema of the protocol.
final class Program {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;

    Program(String address) {
        this.address = address;
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).GET();
        request.header("Origin", "https://openrefine.example.org");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    HttpResponse<String> form(String path, Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", "https://openrefine.example.org")
                        .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> json(String path, String body) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Content-Type", "application/json")
                        .header("Origin", "https://openrefine.example.org")
                        .POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> preflight(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .header("Origin", "https://openrefine.example.org")
                        .header("Access-Control-Request-Method", "POST")
                        .header("Access-Control-Request-Headers", "content-type")
                        .method("OPTIONS", BodyPublishers.noBody()));
    }

    /// The answer, which must be good, open to every origin and as the schema says.
    static JsonNode valid(HttpResponse<String> response, String schema) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        try (InputStream file =
                Objects.requireNonNull(
                        Program.class.getResourceAsStream("protocol-" + schema + ".json"))) {
            assertThat(SCHEMAS.getSchema(file).validate(response.body(), InputFormat.JSON))
                    .as("%s: %s", schema, response.body())
                    .isEmpty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return JSON.readTree(response.body());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
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
