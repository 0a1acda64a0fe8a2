package org.kakehashi.recovery.internal;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kakehashi.kernel.Digests;
import org.kakehashi.recovery.BackupProblem;
import org.kakehashi.recovery.Manifest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup as it is read: every part against the hash of the manifest.
public final class BackupFile implements AutoCloseable {
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    /// @throws BackupProblem if it is no backup, or of a later form
    public static BackupFile open(Path file) {
        if (!Files.isReadable(file)) {
            throw new BackupProblem("recovery.problem.noFile", Map.of("file", file.toString()));
        }
        try {
            ZipFile zip = new ZipFile(file.toFile());
            try {
                return new BackupFile(zip, manifest(zip, file));
            } catch (BackupProblem problem) {
                zip.close();
                throw problem;
            }
        } catch (IOException e) {
            throw broken(file.toString());
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /// Reads every part to its end.
    ///
    /// @throws BackupProblem naming the first part that is missing or altered
    public void verify() throws IOException {
        for (Manifest.Table table : manifest.tables()) {
            readThrough(table(table), table.name());
        }
        for (Manifest.StoredFile file : manifest.files()) {
            readThrough(file(file), file.path());
        }
    }

    private static void readThrough(Part part, String name) throws IOException {
        try (part) {
            part.transferTo(OutputStream.nullOutputStream());
            part.check();
        } catch (ZipException | EOFException e) {
            throw broken(name);
        }
    }

    Part table(Manifest.Table table) throws IOException {
        return part("tables/" + table.name(), table.sha256());
    }

    Part file(Manifest.StoredFile file) throws IOException {
        return part("data/" + file.path(), file.sha256());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private Part part(String name, String sha256) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(name);
        }
        return new Part(name, sha256, zip.getInputStream(entry), Digests.sha256());
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(BackupWriter.MANIFEST);
        if (entry == null) {
            throw broken(BackupWriter.MANIFEST);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JsonMapper.shared().readValue(in.readAllBytes(), Manifest.class);
            if (manifest.form() > Manifest.FORM) {
                throw new BackupProblem(
                        "recovery.problem.newer", Map.of("version", manifest.software()));
            }
            return manifest;
        } catch (JacksonException e) {
            throw broken(file.toString());
        }
    }

    private static BackupProblem broken(String part) {
        return new BackupProblem("recovery.problem.broken", Map.of("part", part));
    }

    /// A part being read; [#check] compares once all of it has been.
    static final class Part extends FilterInputStream {
        private final String name;
        private final String sha256;
        private final MessageDigest digest;

        private Part(String name, String sha256, InputStream in, MessageDigest digest) {
            super(new DigestInputStream(in, digest));
            this.name = name;
            this.sha256 = sha256;
            this.digest = digest;
        }

        void check() {
            if (!Digests.hex(digest.digest()).equals(sha256)) {
                throw broken(name);
            }
        }
    }
}
