package org.kakehashi.recovery.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.InstallationKey;
import org.kakehashi.recovery.BackupProblem;
import org.kakehashi.recovery.Manifest;
import org.postgresql.PGConnection;

/// Puts a backup into an empty database and data folder: the schema as it was at the backup's
/// migration, the rows, and then the migrations since. One transaction holds all rows: a restore
/// that fails leaves no half of them.
public final class Restorer {
    private static final String NO_VIEWS_YET = "NONE";
    private static final int MOST_LOOKS = 30;

    private final DataSource target;
    private final Path data;
    private final @Nullable String passphrase;

    public Restorer(DataSource target, Path data, @Nullable String passphrase) {
        this.target = target;
        this.data = data;
        this.passphrase = passphrase;
    }

    /// @param replace throw away what the target holds
    public Manifest restore(Path file, boolean replace) throws SQLException, IOException {
        try (BackupFile backup = BackupFile.open(file)) {
            Manifest manifest = backup.manifest();
            byte @Nullable [] key =
                    manifest.key() == null ? null : KeyWrap.unwrap(manifest.key(), passphrase);
            refuseNewer(manifest);
            prepare(replace);
            files(backup);
            migrate(manifest.migration());
            try (Connection connection = target.getConnection()) {
                load(connection, backup);
            }
            migrate(null);
            try (Connection connection = target.getConnection()) {
                Catalogue.execute(connection, "analyze");
            }
            if (key != null) {
                key(key, replace);
            }
            return manifest;
        }
    }

    /// Older software does not know the tables of newer software.
    private void refuseNewer(Manifest manifest) {
        boolean known =
                manifest.migration().equals("0")
                        || List.of(flyway(null).info().all()).stream()
                                .anyMatch(one ->
                                        one.getVersion() != null
                                                && one.getVersion()
                                                        .getVersion()
                                                        .equals(
                                                                manifest.migration()
                                                                        .replace('_', '.')));
        if (!known) {
            throw new BackupProblem(
                    "recovery.problem.newer", Map.of("version", manifest.migration()));
        }
    }

    private void prepare(boolean replace) throws SQLException, IOException {
        try (Connection connection = target.getConnection()) {
            refuseInUse(connection);
            List<String> schemas =
                    Catalogue.rows(
                                    connection,
                                    """
                                    select format('%I', n.nspname) from pg_namespace n
                                    where (n.nspname <> 'public' or exists (select from pg_class c where c.relnamespace = n.oid and c.relkind = 'r'))
                                      and\
                                    """
                                            + " "
                                            + Catalogue.OURS)
                            .stream()
                            .map(List::getFirst)
                            .toList();
            boolean filled =
                    !schemas.isEmpty() || BackupWriter.FOLDERS.stream().anyMatch(this::holdsFiles);
            if (filled && !replace) {
                throw new BackupProblem("recovery.problem.notEmpty");
            }
            for (String schema : schemas) {
                Catalogue.execute(connection, "drop schema " + schema + " cascade");
            }
            Catalogue.execute(connection, "create schema if not exists public");
        }
    }

    /// Whoever is connected would see, or write, half of a restore. Connections just closed are
    /// given a moment to end.
    private static void refuseInUse(Connection connection) throws SQLException {
        for (int i = 0; others(connection) > 0; i++) {
            if (i == MOST_LOOKS) {
                throw new BackupProblem("recovery.problem.inUse");
            }
            Catalogue.execute(connection, "select pg_sleep(0.1)");
        }
    }

    /// A role that is no superuser sees of others' connections no more than this.
    private static long others(Connection connection) throws SQLException {
        String sql =
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid() and usename is not null
                """;
        return Long.parseLong(Catalogue.rows(connection, sql).getFirst().getFirst());
    }

    private boolean holdsFiles(String folder) {
        Path path = data.resolve(folder);
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var any = Files.walk(path)) {
            return any.anyMatch(Files::isRegularFile);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void migrate(@Nullable String version) {
        flyway(version).migrate();
    }

    private Flyway flyway(@Nullable String version) {
        var configuration =
                Flyway.configure().dataSource(target).locations("classpath:db/migration");
        if (version != null) {
            configuration.target(version).repeatableSqlMigrationPrefix(NO_VIEWS_YET);
        }
        return configuration.load();
    }

    private void load(Connection connection, BackupFile backup) throws SQLException, IOException {
        Manifest manifest = backup.manifest();
        connection.setAutoCommit(false);
        Set<String> present =
                Catalogue.tables(connection).stream()
                        .map(Catalogue.Table::name)
                        .collect(Collectors.toCollection(HashSet::new));
        for (Manifest.Table table : manifest.tables()) {
            if (!present.contains(table.name())) {
                throw new BackupProblem("recovery.problem.table", Map.of("table", table.name()));
            }
        }
        List<String> again = withoutConstraints(connection, present);
        Catalogue.execute(connection, "truncate " + String.join(", ", present));
        for (Manifest.Table table : manifest.tables()) {
            copy(connection, backup, table);
        }
        for (var sequence : manifest.sequences().entrySet()) {
            Catalogue.execute(
                    connection,
                    "select setval('"
                            + sequence.getKey().replace("'", "''")
                            + "', "
                            + sequence.getValue()
                            + ")");
        }
        for (String statement : again) {
            Catalogue.execute(connection, statement);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /// Foreign keys and triggers of ours would run for each row and ask for an order of tables; an
    /// owner who is no superuser may take them off and put them on again, which checks all rows.
    private static List<String> withoutConstraints(Connection connection, Set<String> tables)
            throws SQLException {
        List<String> again = new ArrayList<>();
        for (List<String> row :
                Catalogue.rows(
                        connection,
                        """
                        select format('%I.%I', n.nspname, c.relname), format('%I', k.conname), pg_get_constraintdef(k.oid)
                        from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
                        where k.contype = 'f' and k.conparentid = 0 and\
                        """
                                + " "
                                + Catalogue.OURS)) {
            String table = "alter table " + row.get(0);
            Catalogue.execute(connection, table + " drop constraint " + row.get(1));
            again.add(table + " add constraint " + row.get(1) + " " + row.get(2));
        }
        for (String table : tables) {
            Catalogue.execute(connection, "alter table " + table + " disable trigger user");
            again.add("alter table " + table + " enable trigger user");
        }
        return again;
    }

    private static void copy(Connection connection, BackupFile backup, Manifest.Table table)
            throws SQLException, IOException {
        try (BackupFile.Part part = backup.table(table)) {
            long rows =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy "
                                            + table.name()
                                            + " ("
                                            + String.join(", ", table.columns())
                                            + ") from stdin",
                                    part,
                                    1 << 16);
            part.check();
            if (rows != table.rows()) {
                throw new BackupProblem("recovery.problem.broken", Map.of("part", table.name()));
            }
        }
    }

    /// Each file is written beside its place and moved there when it proved whole. What the target
    /// knew of the audit chain is kept aside.
    private void files(BackupFile backup) throws IOException {
        Path root = data.toAbsolutePath().normalize();
        Files.createDirectories(root);
        Path anchors = root.resolve(BackupWriter.ANCHORS);
        if (Files.exists(anchors)) {
            Files.move(
                    anchors,
                    root.resolve(
                            "audit-anchors-before-restore-" + System.currentTimeMillis() + ".txt"));
        }
        for (Manifest.StoredFile file : backup.manifest().files()) {
            Path place = root.resolve(file.path()).normalize();
            boolean ours =
                    place.startsWith(root)
                            && (file.path().equals(BackupWriter.ANCHORS)
                                    || BackupWriter.FOLDERS.stream()
                                            .anyMatch(one -> place.startsWith(root.resolve(one))));
            if (!ours) {
                throw new BackupProblem("recovery.problem.broken", Map.of("part", file.path()));
            }
            Files.createDirectories(place.getParent());
            Path fresh = place.resolveSibling(place.getFileName() + ".restoring");
            try (BackupFile.Part part = backup.file(file)) {
                Files.copy(part, fresh, StandardCopyOption.REPLACE_EXISTING);
                part.check();
            }
            Files.move(fresh, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void key(byte[] key, boolean replace) throws IOException {
        Path place = data.resolve("installation-key");
        if (Files.exists(place)) {
            String present = Files.readString(place).strip();
            if (present.equals(HexFormat.of().formatHex(key))) {
                return;
            }
            if (!replace) {
                throw new BackupProblem(
                        "recovery.problem.otherKey",
                        Map.of(
                                "file",
                                place.toString(),
                                "id",
                                InstallationKey.id(HexFormat.of().parseHex(present))));
            }
            Files.move(
                    place,
                    place.resolveSibling(
                            "installation-key-before-restore-" + System.currentTimeMillis()));
        }
        Files.createFile(
                place,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(place, HexFormat.of().formatHex(key), StandardOpenOption.SYNC);
    }
}
