package org.kakehashi.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// Starts the real program as a process of its own and looks at what a person would see.
class LaunchTests {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final List<Program> programs = new ArrayList<>();

    @AfterEach
    void endAll() throws InterruptedException {
        for (Program program : programs) {
            program.process.destroy();
            assertThat(program.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anEmptyInstallationAsksForTheFirstAdministratorAndKeepsItsDataOverAKill()
            throws Exception {
        Program first = start("--empty", "--data", folder.toString());
        first.waitUntilReady();
        String code =
                first.output()
                        .lines()
                        .filter(line -> line.contains("set-up code"))
                        .findFirst()
                        .orElseThrow();
        assertThat(code).matches(".*[0-9a-f]{12}$");
        assertThat(get(first.port, "/welcome")).contains("name=\"code\"");

        Program second = start("--empty", "--data", folder.toString());
        assertThat(second.exitCode()).isEqualTo(2);
        assertThat(second.output())
                .contains("is in use by another running Kakehashi")
                .contains("実行中の別の架け橋が使用しています");

        long postmaster =
                Long.parseLong(
                        Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst());
        first.process.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(postmaster)).as("the database outlives the kill").isPresent();

        Program third = start("--empty", "--data", folder.toString());
        third.waitUntilReady();
        assertThat(get(third.port, "/welcome")).contains("name=\"code\"");
        third.process.destroy();
        assertThat(third.process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("postgres/postmaster.pid"))
                .as("SIGTERM ends the database too")
                .doesNotExist();
    }

    @Test
    void endsSoonThoughItsDatabaseIsGone() throws Exception {
        Program program = start("--empty", "--data", folder.toString());
        program.waitUntilReady();
        ProcessHandle database =
                ProcessHandle.of(
                                Long.parseLong(
                                        Files.readAllLines(
                                                        folder.resolve("postgres/postmaster.pid"))
                                                .getFirst()))
                        .orElseThrow();

        database.destroyForcibly();
        database.onExit().join();
        program.process.destroy();

        assertThat(program.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aPortInUseIsSaidInBothLanguages() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Program program = start(taken.getLocalPort(), "--empty", "--data", folder.toString());
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.output())
                    .contains("port " + taken.getLocalPort() + " on 127.0.0.1 is in use")
                    .contains("ポート " + taken.getLocalPort() + " は使用中");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void anUnreachableDatabaseIsSaidInBothLanguages() throws Exception {
        Program program = start("--empty", "--database-url", "jdbc:postgresql://127.0.0.1:1/none");
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.output()).contains("cannot be reached").contains("に接続できません");
    }

    @Test
    void aDemonstrationIsShownOnTheLoopbackAddressOnly() throws Exception {
        Program program = start("--host", "0.0.0.0", "--data", folder.toString());
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.output()).contains("loopback address only").contains("ループバックアドレスでのみ");
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private Program start(String... arguments) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return start(free.getLocalPort(), arguments);
        }
    }

    private Program start(int port, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Dfile.encoding=UTF-8",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.kakehashi.Kakehashi",
                                "--port",
                                Integer.toString(port)));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("kakehashi", ".log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        Program program = new Program(process, port, output);
        programs.add(program);
        return program;
    }

    private record Program(Process process, int port, Path log) {
        String output() throws IOException {
            return Files.readString(log);
        }

        int exitCode() throws InterruptedException {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        }

        void waitUntilReady() throws IOException, InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!output().contains("設定コード")) {
                assertThat(process.isAlive()).as(output()).isTrue();
                assertThat(System.nanoTime()).as(output()).isLessThan(deadline);
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
        }
    }
}
