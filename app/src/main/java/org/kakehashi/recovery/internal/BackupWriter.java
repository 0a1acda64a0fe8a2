package org.kakehashi.recovery.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Digests;
import org.kakehashi.recovery.Manifest;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/// Writes a backup: every table of one snapshot by COPY, the files of the data folder, and a
/// manifest with the SHA-256 of each part. Others read and write meanwhile. Needs nothing of the
/// application's own tables, so that it also backs up a database of an earlier version.
public final class BackupWriter {
    /// Folders of the data folder that belong to the records: files that lists came in, documents.
    static final List<String> FOLDERS = List.of("files", "documents");

    static final String MANIFEST = "manifest.json";
    static final String ANCHORS = "audit-anchors.txt";
    static final String SOFTWARE = "0.1";
    private static final Pattern ANCHOR = Pattern.compile("\\b([1-9]\\d{0,17}):[0-9a-f]{64}\\b");
    private static final String HEAD =
            "select seq || ':' || encode(hash, 'hex') from access.audit_chain order by seq desc limit 1";

    private final Connection connection;
    private final @Nullable Path data;
    private final byte @Nullable [] key;
    private final @Nullable String passphrase;

    /// @param data the data folder; null if only the database is wanted
    /// @param key the installation key; null in installations from before there was one
    public BackupWriter(
            Connection connection,
            @Nullable Path data,
            byte @Nullable [] key,
            @Nullable String passphrase) {
        this.connection = connection;
        this.data = data;
        this.key = key;
        this.passphrase = passphrase;
    }

    /// Writes the file; it gets its name only when it is complete.
    public Manifest write(Path file, LongConsumer progress) throws SQLException, IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            Manifest manifest;
            try (OutputStream out = Files.newOutputStream(partial);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                manifest = write(zip, progress);
            }
            try (var written =
                    java.nio.channels.FileChannel.open(partial, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(
                    partial,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            connection.rollback();
            connection.setReadOnly(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(true);
            Files.deleteIfExists(partial);
        }
    }

    private Manifest write(ZipOutputStream zip, LongConsumer progress)
            throws SQLException, IOException {
        String migration =
                Catalogue.migration(connection); // the first statement takes the snapshot
        String made = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        zip.setLevel(Deflater.BEST_SPEED);
        List<Manifest.Table> tables = new ArrayList<>();
        for (Catalogue.Table table : Catalogue.tables(connection)) {
            tables.add(table(zip, table));
            progress.accept(tables.size());
        }
        boolean chained =
                !Catalogue.one(connection, "select to_regclass('access.audit_chain')").isEmpty();
        String head = chained ? Catalogue.one(connection, HEAD) : "";
        zip.setLevel(Deflater.NO_COMPRESSION); // documents are compressed already
        List<Manifest.StoredFile> files = files(zip);
        anchors(zip, head, files);
        Manifest manifest =
                new Manifest(
                        Manifest.FORM,
                        made,
                        SOFTWARE,
                        migration,
                        Catalogue.one(connection, "show server_version"),
                        head.isEmpty() ? null : head,
                        key == null ? null : KeyWrap.wrap(key, passphrase),
                        tables,
                        Catalogue.sequences(connection),
                        files);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(MANIFEST));
        zip.write(JsonMapper.shared().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    private Manifest.Table table(ZipOutputStream zip, Catalogue.Table table)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry("tables/" + table.name()));
        MessageDigest digest = Digests.sha256();
        Counting out = new Counting(new DigestOutputStream(zip, digest));
        long rows =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + table.name() + " (" + table.list() + ") to stdout", out);
        zip.closeEntry();
        return new Manifest.Table(
                table.name(), table.columns(), rows, out.bytes, Digests.hex(digest.digest()));
    }

    /// Files are named by their content and never change: those of the snapshot are all there.
    private List<Manifest.StoredFile> files(ZipOutputStream zip) throws IOException {
        List<Manifest.StoredFile> all = new ArrayList<>();
        if (data == null) {
            return all;
        }
        for (String folder : FOLDERS) {
            if (Files.isDirectory(data.resolve(folder))) {
                try (Stream<Path> found = Files.walk(data.resolve(folder))) {
                    for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
                        file(zip, file, all);
                    }
                }
            }
        }
        return all;
    }

    /// The anchors that the snapshot can prove: others may have been written since.
    private void anchors(ZipOutputStream zip, String head, List<Manifest.StoredFile> all)
            throws IOException {
        if (data == null || head.isEmpty() || !Files.exists(data.resolve(ANCHORS))) {
            return;
        }
        long last = Long.parseLong(head.substring(0, head.indexOf(':')));
        StringBuilder kept = new StringBuilder();
        for (String line : Files.readAllLines(data.resolve(ANCHORS))) {
            var anchor = ANCHOR.matcher(line);
            if (anchor.find() && Long.parseLong(anchor.group(1)) <= last) {
                kept.append(line).append('\n');
            }
        }
        entry(zip, ANCHORS, new ByteArrayInputStream(kept.toString().getBytes(UTF_8)), all);
    }

    private void file(ZipOutputStream zip, Path file, List<Manifest.StoredFile> all)
            throws IOException {
        String path = Objects.requireNonNull(data).relativize(file).toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            entry(zip, path, in, all);
        } catch (NoSuchFileException e) {
            // a temporary file that is gone again: no record knows it
        }
    }

    private static void entry(
            ZipOutputStream zip, String path, InputStream in, List<Manifest.StoredFile> all)
            throws IOException {
        zip.putNextEntry(new ZipEntry("data/" + path));
        MessageDigest digest = Digests.sha256();
        Counting out = new Counting(new DigestOutputStream(zip, digest));
        in.transferTo(out);
        zip.closeEntry();
        all.add(new Manifest.StoredFile(path, out.bytes, Digests.hex(digest.digest())));
    }

    /// Counts what passes, and never closes what is behind it.
    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            out.write(some, from, length);
            bytes += length;
        }
    }
}
