package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Map;
import java.util.regex.Pattern;
import org.kakehashi.document.Incoming;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Files come in: written to a temporary file, counted, hashed and looked at; nothing is believed
/// of what the sender says.
@Component
public class Receiving {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final long MEGABYTE = 1024L * 1024;

    /// A file received whole; [#close] forgets the temporary file.
    public record Received(Path path, String sha256, long bytes, String mediaType)
            implements AutoCloseable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    private final Path folder;
    private final long megabytes;

    Receiving(
            @Value("${kakehashi.data:}") String data,
            @Value("${kakehashi.document-limit:100}") long megabytes) {
        this.folder = BlobConfiguration.folder(data).resolve("documents-arriving");
        this.megabytes = megabytes;
    }

    static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    /// The largest file taken.
    public long megabytes() {
        return megabytes;
    }

    /// The same with a harmless name.
    public static Incoming named(Incoming file) {
        return new Incoming(
                FileNames.clean(file.name()),
                file.declaredType(),
                file.note(),
                InputStream.nullInputStream());
    }

    /// @throws KakehashiException if it is empty, too large, or a program
    public Received receive(InputStream content) throws IOException {
        Files.createDirectories(folder);
        Path path = Files.createTempFile(folder, "arriving-", ".part");
        try {
            MessageDigest digest = Digests.sha256();
            long bytes = copy(content, path, digest);
            if (bytes == 0) {
                throw KakehashiException.invalid("document.problem.empty", Map.of());
            }
            String type = Sniffer.look(path);
            if (Sniffer.isProgram(type)) {
                throw KakehashiException.invalid("document.problem.program", Map.of("type", type));
            }
            return new Received(path, Digests.hex(digest.digest()), bytes, type);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    private long copy(InputStream content, Path path, MessageDigest digest) throws IOException {
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] some = new byte[64 * 1024];
            long bytes = 0;
            for (int read = content.read(some); read >= 0; read = content.read(some)) {
                bytes += read;
                if (bytes > megabytes * MEGABYTE) {
                    throw new KakehashiException(
                            KakehashiException.Kind.TOO_LARGE,
                            "document.problem.tooLarge",
                            Map.of("limit", megabytes));
                }
                out.write(some, 0, read);
            }
            return bytes;
        }
    }
}
