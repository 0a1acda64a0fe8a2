package org.kakehashi.bench.workbench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.kakehashi.Kakehashi;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Installation;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// The application without its web server, on an embedded database of its own that is thrown away.
final class Workbench implements AutoCloseable {
    private static final List<String> COUNTRIES =
            List.of("ドイツ", "中国", "タイ", "フランス", "アメリカ合衆国", "インドネシア", "韓国", "台湾");

    private final Path folder;
    private final EmbeddedPostgres database;
    private final ConfigurableApplicationContext context;

    Workbench() throws IOException {
        folder = Files.createTempDirectory("kakehashi-workbench");
        database =
                EmbeddedPostgres.builder()
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("encoding", "UTF8")
                        .start();
        context =
                new SpringApplicationBuilder(Kakehashi.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                Map.of(
                                        "spring.datasource.url",
                                        database.getJdbcUrl("postgres", "postgres"),
                                        "spring.datasource.username",
                                        "postgres",
                                        "kakehashi.data",
                                        folder.toString()))
                        .run();
        CurrentUser.SYSTEM.run(() -> {
            Installation installation = get(Installation.class);
            if (installation.owner().isEmpty()) {
                installation.establish(
                        new Installation.Owner(
                                false, new Bilingual("計測大学", "Measured University"), null));
            }
        });
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /// An invented list of agreements: 40 rows to an institution, as in large registers.
    static Iterable<String[]> rows(int count) {
        Random dice = new Random(20261121);
        return () ->
                Stream.iterate(1, number -> number + 1)
                        .limit(count)
                        .map(number -> {
                            int partner = number % Math.max(1, count / 40);
                            int year = 1990 + dice.nextInt(35);
                            return new String[] {
                                String.valueOf(number),
                                COUNTRIES.get(partner % COUNTRIES.size()),
                                "架空第" + partner + "大学",
                                dice.nextBoolean() ? "大学間" : "部局間",
                                "%d年%d月%d日"
                                        .formatted(
                                                year, 1 + dice.nextInt(12), 1 + dice.nextInt(28)),
                                "%d/3/31".formatted(2026 + dice.nextInt(9)),
                                String.valueOf(1 + dice.nextInt(5)),
                                String.valueOf(1 + dice.nextInt(5))
                            };
                        })
                        .iterator();
    }

    /// Processor seconds used so far by the application and the processes of its database: the wall
    /// clock of a busy machine says little.
    double processorSeconds() {
        List<Long> database =
                get(DSLContext.class)
                        .fetch("select pid::bigint from pg_stat_activity")
                        .getValues(0, Long.class);
        return Stream.concat(
                                Stream.of(ProcessHandle.current()),
                                database.stream().flatMap(pid -> ProcessHandle.of(pid).stream()))
                        .mapToLong(one ->
                                one.info().totalCpuDuration().map(Duration::toMillis).orElse(0L))
                        .sum()
                / 1000.0;
    }

    static String[] header() {
        return new String[] {"No.", "国・地域", "大学名", "区分", "締結日", "有効期限", "受入", "派遣"};
    }

    static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        return options;
    }

    @Override
    public void close() throws IOException {
        context.close();
        database.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
