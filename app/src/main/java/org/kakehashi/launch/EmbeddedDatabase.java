package org.kakehashi.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// PostgreSQL 18 in the data folder. The cluster is created once, with the builtin C.UTF-8 locale
/// whatever the machine says, and is never cleaned. It listens on the loopback address with a
/// password of its own.
final class EmbeddedDatabase implements AutoCloseable {
    private final EmbeddedPostgres postgres;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    static EmbeddedDatabase start(DataFolder folder) {
        try {
            String password = folder.password();
            boolean fresh = !Files.exists(folder.cluster().resolve("PG_VERSION"));
            endOrphan(folder.cluster());
            EmbeddedPostgres postgres = builder(folder.cluster(), fresh ? "" : password).start();
            if (fresh) {
                secure(postgres, folder.cluster(), password);
            }
            folder.announce(postgres.getPort());
            return new EmbeddedDatabase(postgres, password);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartupProblem(
                    "launch.problem.embedded",
                    Map.of("folder", folder.root(), "reason", String.valueOf(e.getMessage())));
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    String password() {
        return password;
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            System.err.println(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path cluster, String password) {
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(cluster)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setPGStartupWait(Duration.ofSeconds(60))
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("encoding", "UTF8")
                        .setServerConfig(
                                "fsync", "on") // the library is made for tests and says off
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setServerConfig("shared_buffers", "96MB")
                        .setServerConfig("work_mem", "16MB")
                        .setServerConfig("maintenance_work_mem", "128MB")
                        .setServerConfig("max_connections", "40")
                        .setServerConfig("max_wal_size", "2GB")
                        .setServerConfig("wal_compression", "on")
                        .setServerConfig("jit", "off")
                        .setServerConfig("logging_collector", "on")
                        .setServerConfig("log_filename", "postgres-%a.log")
                        .setServerConfig("log_truncate_on_rotation", "on")
                        .setServerConfig("log_rotation_age", "1440");
        return password.isEmpty() ? builder : builder.setConnectConfig("password", password);
    }

    /// initdb lets every local user in; from here on only who knows the password.
    private static void secure(EmbeddedPostgres postgres, Path cluster, String password)
            throws SQLException, IOException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter user postgres password '" + password + "'");
            Files.write(
                    cluster.resolve("pg_hba.conf"),
                    List.of(
                            "host all all 127.0.0.1/32 scram-sha-256",
                            "local all all scram-sha-256"));
            statement.execute("select pg_reload_conf()");
        }
    }

    /// A process of ours that was killed leaves its postmaster running: end it as a fast shutdown
    /// would; the next start recovers from the write-ahead log.
    private static void endOrphan(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        Optional<ProcessHandle> orphan =
                ProcessHandle.of(pid)
                        .filter(process ->
                                process.info()
                                        .command()
                                        .map(command -> command.contains("postgres"))
                                        .orElse(true));
        if (orphan.isPresent()) {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).inheritIO().start();
            try {
                orphan.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException
                    | java.util.concurrent.TimeoutException e) {
                throw new IllegalStateException(
                        "the database process " + pid + " of an earlier start does not end", e);
            }
        }
    }
}
