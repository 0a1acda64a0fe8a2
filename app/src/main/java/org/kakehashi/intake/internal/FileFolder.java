package org.kakehashi.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import org.kakehashi.kernel.Digests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The bytes of uploaded files in the data folder, outside anything a web server serves, named by
/// their hash.
@Component
public class FileFolder {
    private final Path folder;

    FileFolder(@Value("${kakehashi.data:}") String data) {
        this.folder =
                (data.isBlank() ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(data))
                        .resolve("files");
    }

    /// A file being received; [#keep] gives it its place, [#close] forgets it if nobody kept it.
    public record Received(Path path, String sha256, long bytes, FileFolder folder)
            implements AutoCloseable {
        public void keep() throws IOException {
            Path target = folder.path(sha256);
            Files.createDirectories(target.getParent());
            if (Files.exists(target)) {
                return;
            }
            try {
                Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    public Received receive(InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path arriving = Files.createTempFile(folder, "arriving-", ".part");
        try (var digesting = new DigestInputStream(content, Digests.sha256())) {
            long bytes = Files.copy(digesting, arriving, StandardCopyOption.REPLACE_EXISTING);
            String hash = Digests.hex(digesting.getMessageDigest().digest());
            return new Received(arriving, hash, bytes, this);
        } catch (IOException e) {
            Files.deleteIfExists(arriving);
            throw e;
        }
    }

    public Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    public InputStream open(String sha256) {
        try {
            return Files.newInputStream(path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
