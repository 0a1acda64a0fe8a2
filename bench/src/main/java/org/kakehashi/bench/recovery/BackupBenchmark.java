package org.kakehashi.bench.recovery;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.kakehashi.Kakehashi;
import org.kakehashi.access.AuditChain;
import org.kakehashi.access.AuditReport;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.bench.Benchmark;
import org.kakehashi.bench.agreements.Filling;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.kakehashi.recovery.Backups;
import org.kakehashi.recovery.Manifest;
import org.kakehashi.recovery.Restoring;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Backup, verification and full restore of a large installation, each with fsync on.
public final class BackupBenchmark implements Benchmark {
    private static final int MEGABYTE = 1_000_000;

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String description() {
        return "backup, verification and restore: [--agreements 30000] [--documents-mb 1000]";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        int agreements = Integer.parseInt(options.getOrDefault("--agreements", "30000"));
        int megabytes = Integer.parseInt(options.getOrDefault("--documents-mb", "1000"));
        Path folder = Files.createTempDirectory("kakehashi-backup");
        Path file = folder.resolve("backup.zip");
        try {
            documents(folder.resolve("data/documents"), megabytes);
            backUp(folder, file, agreements);
            restore(folder, file);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path one : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
    }

    private static void backUp(Path folder, Path file, int agreements) throws Exception {
        try (EmbeddedPostgres postgres = database(folder.resolve("from"));
                ConfigurableApplicationContext rooms = rooms(postgres, folder.resolve("data"))) {
            CurrentUser.SYSTEM.call(() -> {
                rooms.getBean(Installation.class)
                        .establish(
                                new Installation.Owner(
                                        false, new Bilingual("測定大学", "Measured University"), null));
                rooms.getBean(DemoAccounts.class).fill();
                return new Filling(rooms).agreements(agreements);
            });
            AuditReport before = walk(rooms, "sealed and walked");
            Backups backups = rooms.getBean(Backups.class);
            long begun = System.nanoTime();
            Backups.Made made =
                    CurrentUser.SYSTEM.call(() -> {
                        try {
                            return backups.make(file, "command", n -> {});
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
            double seconds = since(begun);
            begun = System.nanoTime();
            CurrentUser.SYSTEM.call(() -> {
                try {
                    return backups.verify(file);
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            System.out.printf(
                    Locale.ROOT,
                    "BACKUP agreements=%d rows=%d files=%d bytes=%d links=%d backup_seconds=%.1f verify_seconds=%.1f%n",
                    agreements,
                    made.rows(),
                    made.files(),
                    made.bytes(),
                    before.links(),
                    seconds,
                    since(begun));
        }
    }

    private static void restore(Path folder, Path file) throws Exception {
        try (EmbeddedPostgres postgres = database(folder.resolve("to"))) {
            Path data = folder.resolve("restored");
            long begun = System.nanoTime();
            Manifest manifest =
                    Restoring.restore(file, postgres.getPostgresDatabase(), data, null, false);
            double seconds = since(begun);
            try (ConfigurableApplicationContext rooms = rooms(postgres, data)) {
                AuditReport after = walk(rooms, "restored and walked");
                System.out.printf(
                        Locale.ROOT,
                        "RESTORE rows=%d document_bytes=%d seconds=%.1f audit=%s%n",
                        manifest.rows(),
                        manifest.fileBytes(),
                        seconds,
                        after.whole() ? "whole" : "broken");
            }
        }
    }

    private static AuditReport walk(ConfigurableApplicationContext rooms, String what) {
        long begun = System.nanoTime();
        AuditReport report =
                CurrentUser.SYSTEM.call(
                        () -> rooms.getBean(AuditChain.class).verify(List.of(), n -> {}));
        System.out.printf(Locale.ROOT, "%s in %.1f s: %s%n", what, since(begun), report.line());
        return report;
    }

    private static void documents(Path folder, int megabytes) throws IOException {
        Random random = new Random(20_261_121);
        byte[] bytes = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            random.nextBytes(bytes);
            Path place = folder.resolve("%02x".formatted(i & 0xff));
            Files.createDirectories(place);
            Files.write(place.resolve("document" + i), bytes);
        }
    }

    private static ConfigurableApplicationContext rooms(EmbeddedPostgres postgres, Path data) {
        return new SpringApplicationBuilder(Kakehashi.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--kakehashi.data=" + data);
    }

    /// As the product configures its own.
    private static EmbeddedPostgres database(Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "96MB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "128MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("jit", "off")
                .start();
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
