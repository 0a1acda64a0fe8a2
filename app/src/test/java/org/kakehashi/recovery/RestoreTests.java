package org.kakehashi.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.Kakehashi;
import org.kakehashi.access.Audit;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.Verb;
import org.kakehashi.support.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A backup made while people work, restored elsewhere. Alone in its class: the restored rooms
/// start beside those of the test and take what is static from them.
class RestoreTests extends BackupTest {
    @TempDir private Path folder;
    @Autowired private Units units;
    @Autowired private List<DemoData> contributions;

    @BeforeAll
    void fill() throws IOException {
        CurrentUser.SYSTEM.run(() ->
                contributions.stream()
                        .filter(one -> one.order() > 0)
                        .sorted(java.util.Comparator.comparingInt(DemoData::order))
                        .forEach(DemoData::fill));
        Path documents = data().resolve("documents/ab");
        Files.createDirectories(documents);
        Files.writeString(documents.resolve("abcdef"), "協定書 Agreement", StandardCharsets.UTF_8);
    }

    @Test
    void whatIsBackedUpWhileOthersWriteIsWholeWhenRestoredElsewhere() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer =
                Thread.ofVirtual()
                        .start(() ->
                                CurrentUser.SYSTEM.run(() -> {
                                    while (!enough.get()) {
                                        Unit unit = units.findByNameOrCode("LIB").orElseThrow();
                                        units.save(unit);
                                    }
                                }));
        Path file = folder.resolve("backup.zip");
        Backups.Made made;
        try {
            made = CurrentUser.SYSTEM.call(() -> make(file));
        } finally {
            enough.set(true);
            writer.join();
        }
        Manifest manifest = CurrentUser.SYSTEM.call(() -> check(file));
        assertThat(manifest.rows()).isEqualTo(made.rows()).isGreaterThan(1000);
        assertThat(manifest.files())
                .extracting(Manifest.StoredFile::path)
                .contains("documents/ab/abcdef");

        String url = TestDatabase.empty();
        Path elsewhere = folder.resolve("elsewhere");
        var target = new DriverManagerDataSource(url, "postgres", "");
        Restoring.restore(file, target, elsewhere, null, false);
        assertThat(counts(url)).isEqualTo(expected(manifest));
        assertThat(elsewhere.resolve("documents/ab/abcdef")).hasContent("協定書 Agreement");
        assertThat(elsewhere.resolve("installation-key"))
                .hasSameTextualContentAs(data().resolve("installation-key"));

        StringWriter said = new StringWriter();
        try (var restored =
                new SpringApplicationBuilder(Kakehashi.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.datasource.url=" + url,
                                "--spring.datasource.username=postgres",
                                "--kakehashi.data=" + elsewhere)) {
            Verb verb =
                    restored.getBeansOfType(Verb.class).values().stream()
                            .filter(one -> one.name().equals("restore"))
                            .findFirst()
                            .orElseThrow();
            int code =
                    CurrentUser.SYSTEM.call(() -> {
                        try {
                            return verb.run(List.of(file.toString()), new PrintWriter(said, true));
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    });
            assertThat(said.toString()).contains("result=whole link=-");
            assertThat(code).isZero();
            assertThat(restored.getBean(Audit.class).latest(1).getFirst().action())
                    .isEqualTo("recovery.restoredHere");
        }

        assertThatThrownBy(() -> Restoring.restore(file, target, elsewhere, null, false))
                .isInstanceOfSatisfying(
                        BackupProblem.class,
                        problem ->
                                assertThat(problem.key()).isEqualTo("recovery.problem.notEmpty"));
        Restoring.restore(file, target, elsewhere, null, true);
        assertThat(counts(url)).isEqualTo(expected(manifest));
    }

    @Test
    void aServersDatabaseIsRestoredByAProgramOfItsOwnAndARoleThatIsNoSuperuser() throws Exception {
        Path file = folder.resolve("for-the-server.zip");
        CurrentUser.SYSTEM.call(() -> make(file));
        String url = TestDatabase.empty().replaceFirst("\\?.*$", "");
        String database = url.substring(url.lastIndexOf('/') + 1);
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("create role clerk login password 'clerk-of-the-test'");
            statement.execute("alter database " + database + " owner to clerk");
            assertThat(restored(url, file)).contains("Somebody is connected", "接続中のプログラム");
        }

        assertThat(restored(url, file)).contains("result=whole link=-");
        assertThat(counts(url + "?user=postgres")).containsKey("access.audit");
        assertThat(restored(url, file)).contains("There is data here already");
    }

    /// Runs `restore` as a process of its own, and gives what it said.
    private String restored(String url, Path file) throws Exception {
        Path said = Files.createTempFile("restore", ".log");
        ProcessBuilder program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-Dstdout.encoding=UTF-8",
                                "-Dstderr.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.kakehashi.Kakehashi",
                                "--data",
                                folder.resolve("server").toString(),
                                "--database-url",
                                url,
                                "--database-user",
                                "clerk",
                                "restore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile());
        program.environment().put("KAKEHASHI_DATABASE_PASSWORD", "clerk-of-the-test");
        Process process = program.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readString(said);
    }

    private static Map<String, Long> expected(Manifest manifest) {
        Map<String, Long> counts = new TreeMap<>();
        manifest.tables().forEach(table -> counts.put(table.name(), table.rows()));
        return counts;
    }

    private static Map<String, Long> counts(String url) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select format('%I.%I', n.nspname, c.relname),
                                       (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::bigint
                                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^(pg_|information_schema|public)'
                                  and c.relname <> 'register_changes'
                                """)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
