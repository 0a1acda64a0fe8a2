package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/// Where contents lie, named by their SHA-256. What was kept once is never changed, only deleted.
interface Blobs {
    /// Keeps a complete local file; when it returns, a crash loses nothing. The file may be gone
    /// afterwards. Does nothing where the content is there already.
    void keep(Path file, String sha256) throws IOException;

    /// The content as it lies there; [Verified] is for readers.
    InputStream open(String sha256) throws IOException;

    boolean has(String sha256) throws IOException;

    void delete(String sha256) throws IOException;

    /// Names every content that was put there before this moment.
    void each(Instant before, Consumer<String> visitor) throws IOException;
}
