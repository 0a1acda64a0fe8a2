package org.kakehashi.bench.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A mail server that takes everything and counts each Message-ID (RFC 5321, as little as is
/// needed).
final class MailSink implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    MailSink() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String url() {
        return "smtp://127.0.0.1:" + socket.getLocalPort() + "?from=kakehashi@example.ac.jp";
    }

    /// How often each Message-ID was taken.
    Map<String, Integer> taken() {
        return Map.copyOf(taken);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
            say(out, "220 sink");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String verb = line.length() < 4 ? line : line.substring(0, 4);
                switch (verb.toUpperCase(Locale.ROOT)) {
                    case "DATA" -> {
                        say(out, "354 go on");
                        String id = message(in);
                        if (id == null) {
                            return; // cut off: not taken
                        }
                        taken.merge(id, 1, Integer::sum);
                        say(out, "250 taken");
                    }
                    case "QUIT" -> {
                        say(out, "221 bye");
                        return;
                    }
                    default -> say(out, "250 ok");
                }
            }
        } catch (IOException e) {
            // the sender was killed
        }
    }

    private static @org.jspecify.annotations.Nullable String message(BufferedReader in)
            throws IOException {
        String id = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                return id;
            }
            if (line.toLowerCase(Locale.ROOT).startsWith("message-id:")) {
                id = line.substring("message-id:".length()).strip();
                if (id.isEmpty()) { // folded
                    id = String.valueOf(in.readLine()).strip();
                }
            }
        }
        return null;
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
