package org.kakehashi.bench.agreements;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kakehashi.access.DemoAccounts;

/// [FilledServer] in its process, with the memory and collector of `bin/run`.
final class Server implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("READY database=(\\d+) rows_per_second=(\\d+) partner=(\\S+)");
    private static final Pattern PEAK = Pattern.compile("PEAK heap_mib=(\\d+)");

    private final Process process;
    private final BufferedReader lines;
    private final String address;
    private final long database;
    private final double rowsPerSecond;
    private final String partner;

    private Server(Process process, String port) throws IOException {
        this.process = process;
        lines = process.inputReader(StandardCharsets.UTF_8);
        address = "http://127.0.0.1:" + port;
        Matcher ready = await(READY);
        database = Long.parseLong(ready.group(1));
        rowsPerSecond = Double.parseDouble(ready.group(2));
        partner = "/organizations/" + ready.group(3);
    }

    static Server start(Path folder, String port, int agreements) throws IOException {
        return new Server(
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx640m",
                                "-Xss512k",
                                "-XX:+UseSerialGC",
                                "-XX:+UseCompactObjectHeaders",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FilledServer.class.getName(),
                                folder.toString(),
                                port,
                                Integer.toString(agreements))
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start(),
                port);
    }

    /// A reader, signed in unless the login is empty.
    Client client(String login) throws IOException, InterruptedException {
        Client client = new Client(address);
        if (!login.isEmpty()) {
            client.signIn(login, DemoAccounts.PASSWORD);
        }
        return client;
    }

    /// The page of the partner with the longest history.
    String partner() {
        return partner;
    }

    double rowsPerSecond() {
        return rowsPerSecond;
    }

    /// Processor milliseconds used so far by the application.
    double application() throws IOException {
        return Processor.milliseconds(process.pid());
    }

    double database() throws IOException {
        return Processor.milliseconds(database);
    }

    /// The most heap in use since it was asked before, in MiB.
    long peak() throws IOException {
        try {
            process.outputWriter().write(".");
            process.outputWriter().flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return Long.parseLong(await(PEAK).group(1));
    }

    private Matcher await(Pattern wanted) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found;
            }
        }
        throw new IOException("the server did not start");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.outputWriter().close();
        process.waitFor();
    }
}
