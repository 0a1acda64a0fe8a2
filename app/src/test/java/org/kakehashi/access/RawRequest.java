package org.kakehashi.access;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Requests that Java's client does not send: bytes in a header as a proxy writes them, malformed
/// addresses.
final class RawRequest {
    private RawRequest() {}

    /// The answer's head. The bytes stand in the header `X-Shib-jaDisplayName`.
    static String get(String url, Map<String, String> headers, byte[] name) {
        URI uri = URI.create(url);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            var request = new ByteArrayOutputStream();
            write(request, "GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority());
            for (var one : headers.entrySet()) {
                write(request, "\r\n" + one.getKey() + ": " + one.getValue());
            }
            write(request, "\r\nX-Shib-jaDisplayName: ");
            request.write(name);
            write(request, "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(request.toByteArray());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The answer to an address that is sent as it stands here, however malformed.
    static String get(String server, String path, Map<String, String> headers) {
        URI uri = URI.create(server);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            var request = new ByteArrayOutputStream();
            write(request, "GET " + path + " HTTP/1.1\r\nHost: " + uri.getAuthority());
            for (var one : headers.entrySet()) {
                write(request, "\r\n" + one.getKey() + ": " + one.getValue());
            }
            write(request, "\r\nConnection: close\r\n\r\n");
            socket.getOutputStream().write(request.toByteArray());
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(ByteArrayOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
