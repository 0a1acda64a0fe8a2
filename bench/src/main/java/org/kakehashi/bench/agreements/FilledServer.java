package org.kakehashi.bench.agreements;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.Kakehashi;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The application in a process of its own, on an embedded database with many agreements. It prints
/// one line when it is ready, the peak of its heap for each sign it reads, and ends when its input
/// does.
public final class FilledServer {
    private FilledServer() {}

    /// Arguments: folder, port, number of agreements.
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (EmbeddedPostgres postgres = database(folder.resolve("postgres"))) {
            SpringApplication application = new SpringApplication(Kakehashi.class);
            application.setDefaultProperties(
                    Map.of(
                            "server.port",
                            args[1],
                            "server.address",
                            "127.0.0.1",
                            "spring.datasource.url",
                            postgres.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username",
                            "postgres",
                            "kakehashi.data",
                            folder.toString()));
            ConfigurableApplicationContext context = application.run();
            double rate = CurrentUser.SYSTEM.call(() -> fill(context, Integer.parseInt(args[2])));
            UUID partner = new History(context.getBean(DSLContext.class)).fill();
            String pid =
                    Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                            .getFirst()
                            .strip();
            System.out.printf(
                    "READY database=%s rows_per_second=%.0f partner=%s%n", pid, rate, partner);
            while (System.in.read() >= 0) {
                System.out.printf("PEAK heap_mib=%d%n", peak());
            }
            context.close();
        }
    }

    /// The most heap in use since it was asked before, garbage included.
    private static long peak() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                peak += pool.getPeakUsage().getUsed();
                pool.resetPeakUsage();
            }
        }
        return peak >> 20;
    }

    private static double fill(ConfigurableApplicationContext context, int agreements) {
        context.getBean(Installation.class)
                .establish(
                        new Installation.Owner(
                                false, new Bilingual("測定大学", "Measured University"), null));
        context.getBean(DemoAccounts.class).fill();
        return new Filling(context).agreements(agreements);
    }

    /// As the product configures its own.
    public static EmbeddedPostgres database(Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setServerConfig("shared_buffers", "96MB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("maintenance_work_mem", "128MB")
                .setServerConfig("max_connections", "40")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("wal_compression", "on")
                .setServerConfig("jit", "off")
                .start();
    }
}
