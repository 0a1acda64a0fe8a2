package org.kakehashi.kernel;

import static org.kakehashi.schema.kernel.Tables.INSTALLATION_KEYS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// The one secret that is not in the database: 256 random bits that wrap the keys of persons. Kept
/// in `installation-key` of the data folder, in the file `kakehashi.installation-key-file` names,
/// or given by the environment as KAKEHASHI_INSTALLATION_KEY (64 hexadecimal digits).
@Component
public class InstallationKey {
    private static final int BYTES = 32;
    private static final int ID_DIGITS = 16;

    private final DSLContext jooq;
    private final Path file;
    private final @Nullable String given;
    private byte @Nullable [] key;

    InstallationKey(
            DataSource dataSource,
            Environment environment,
            @Value("${kakehashi.data:#{systemProperties['java.io.tmpdir']}}") String data) {
        this.jooq = DSL.using(dataSource, SQLDialect.POSTGRES); // never within a transaction
        this.given = environment.getProperty("KAKEHASHI_INSTALLATION_KEY");
        this.file =
                Path.of(
                        environment.getProperty(
                                "kakehashi.installation-key-file",
                                Path.of(data).resolve("installation-key").toString()));
    }

    /// Where the key is kept; backups take a copy from here.
    public Path file() {
        return file;
    }

    /// Reads the key, or makes it where the database has never used one.
    ///
    /// @throws KakehashiException if the database was used with another key
    public synchronized byte[] bytes() {
        if (key == null) {
            byte[] read = read();
            register(id(read));
            key = read;
        }
        return key.clone();
    }

    /// What tells one key from another without giving it away.
    public static String id(byte[] key) {
        byte[] named = new byte[key.length + 1];
        System.arraycopy(key, 0, named, 0, key.length);
        named[key.length] = 1;
        return Digests.hex(Digests.sha256(named)).substring(0, ID_DIGITS);
    }

    private byte[] read() {
        try {
            if (given != null && !given.isBlank()) {
                return HexFormat.of().parseHex(given.strip());
            }
            if (!Files.exists(file)) {
                if (jooq.fetchExists(INSTALLATION_KEYS)) {
                    throw missing();
                }
                create();
            }
            byte[] read =
                    HexFormat.of()
                            .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (read.length != BYTES) {
                throw missing();
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    private void create() throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "key", "");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(fresh, HexFormat.of().formatHex(random), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, fresh); // fails if another process was first
        } catch (java.nio.file.FileAlreadyExistsException other) {
            // its key is the key
        } finally {
            Files.delete(fresh);
        }
    }

    private void register(String id) {
        boolean known = jooq.fetchExists(INSTALLATION_KEYS, INSTALLATION_KEYS.ID.eq(id));
        if (!known && jooq.fetchExists(INSTALLATION_KEYS)) {
            throw missing();
        }
        if (!known) {
            jooq.insertInto(INSTALLATION_KEYS)
                    .set(INSTALLATION_KEYS.ID, id)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private KakehashiException missing() {
        return new KakehashiException(
                KakehashiException.Kind.UNAVAILABLE,
                "ui.error.installationKey",
                Map.of("file", file.toString()));
    }
}
