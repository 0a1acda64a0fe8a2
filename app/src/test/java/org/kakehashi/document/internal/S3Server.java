package org.kakehashi.document.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kakehashi.kernel.Digests;

/// The part of Amazon's S3 that contents need, in memory: PutObject, GetObject, HeadObject,
/// DeleteObject, ListObjectsV2. Every request must be signed (Signature Version 4), and a body must
/// be what was signed.
final class S3Server implements AutoCloseable {
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final String key;
    private final String secret;

    S3Server(String key, String secret) throws IOException {
        this.key = key;
        this.secret = secret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (!signed(exchange, body)) {
                send(exchange, 403, error("SignatureDoesNotMatch"));
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(path, body);
                    exchange.getResponseHeaders().set("ETag", "\"1\"");
                    send(exchange, 200, new byte[0]);
                }
                case "DELETE" -> {
                    objects.remove(path);
                    send(exchange, 204, new byte[0]);
                }
                case "HEAD" -> send(exchange, objects.containsKey(path) ? 200 : 404, new byte[0]);
                default -> {
                    byte[] found =
                            path.chars().filter(c -> c == '/').count() < 2
                                            || path.equals("/papers/")
                                    ? list()
                                    : objects.get(path);
                    send(
                            exchange,
                            found == null ? 404 : 200,
                            found == null ? error("NoSuchKey") : found);
                }
            }
        }
    }

    private byte[] list() {
        StringBuilder xml =
                new StringBuilder(
                        "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>false</IsTruncated>");
        objects.forEach((path, content) ->
                xml.append("<Contents><Key>")
                        .append(path.replaceFirst("^/[^/]+/", ""))
                        .append("</Key><LastModified>")
                        .append(Instant.now().minusSeconds(1))
                        .append("</LastModified><Size>")
                        .append(content.length)
                        .append("</Size></Contents>"));
        return xml.append("</ListBucketResult>").toString().getBytes(UTF_8);
    }

    private static byte[] error(String code) {
        return ("<Error><Code>" + code + "</Code></Error>").getBytes(UTF_8);
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean none = body.length == 0;
        exchange.sendResponseHeaders(status, none ? -1 : body.length);
        if (!none) {
            exchange.getResponseBody().write(body);
        }
    }

    /// As "Signature Version 4 signing process" of the documentation of S3 says.
    private boolean signed(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        String authorization = String.valueOf(headers.getFirst("Authorization"));
        String hash = String.valueOf(headers.getFirst("x-amz-content-sha256"));
        String date = String.valueOf(headers.getFirst("X-Amz-Date"));
        if (!authorization.startsWith("AWS4-HMAC-SHA256 Credential=" + key + "/")
                || !hash.equals(
                        body.length == 0
                                ? "UNSIGNED-PAYLOAD"
                                : Digests.hex(Digests.sha256(body)))) {
            return false;
        }
        String scope = authorization.replaceAll(".*Credential=[^/]+/([^,]+),.*", "$1");
        String names = authorization.replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
        String query = exchange.getRequestURI().getRawQuery();
        String canonical =
                String.join(
                        "\n",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        query == null
                                ? ""
                                : Arrays.stream(query.split("&"))
                                        .map(one -> one.contains("=") ? one : one + "=")
                                        .sorted()
                                        .collect(Collectors.joining("&")),
                        Arrays.stream(names.split(";"))
                                .map(name ->
                                        name
                                                + ":"
                                                + String.join(",", headers.get(name)).strip()
                                                + "\n")
                                .collect(Collectors.joining()),
                        names,
                        hash);
        String text =
                String.join(
                        "\n",
                        "AWS4-HMAC-SHA256",
                        date,
                        scope,
                        Digests.hex(Digests.sha256(canonical.getBytes(UTF_8))));
        byte[] signing = ("AWS4" + secret).getBytes(UTF_8);
        for (String part : scope.split("/")) {
            signing = hmac(signing, part);
        }
        return authorization.endsWith("Signature=" + Digests.hex(hmac(signing, text)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
