package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kakehashi.kernel.KakehashiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Pictures of contents, drawn when first asked for and kept beside the data; they can be drawn
/// again at any time and are in no backup. Two are drawn at once, each within its time.
@Component
public class PictureStore {
    private static final Logger LOG = LoggerFactory.getLogger(PictureStore.class);
    private static final int SECONDS = 20;
    private static final int WAIT_SECONDS = 30;

    private final Semaphore drawing = new Semaphore(2);
    private final ContentStore contents;
    private final Path folder;

    PictureStore(ContentStore contents, @Value("${kakehashi.data:}") String data) {
        this.contents = contents;
        this.folder = BlobConfiguration.folder(data).resolve("previews");
    }

    /// @param page from 1; of a picture there is one
    /// @throws KakehashiException if it cannot be drawn
    public byte[] png(String sha256, String mediaType, int page) {
        Path kept = folder.resolve(sha256).resolve(page + ".png");
        try {
            if (Files.exists(kept)) {
                return Files.readAllBytes(kept);
            }
            if (!drawing.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("too many at once");
            }
            try {
                byte[] png = drawn(sha256, mediaType, page);
                keep(kept, png);
                return png;
            } finally {
                drawing.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw impossible();
        } catch (IOException e) {
            LOG.info("No picture of {} page {}: {}", sha256, page, e.toString());
            throw impossible();
        }
    }

    private byte[] drawn(String sha256, String mediaType, int page) throws IOException {
        Files.createDirectories(folder);
        Path copy = Files.createTempFile(folder, "drawn-", ".part");
        try {
            try (InputStream in = contents.open(sha256)) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return inTime(copy, mediaType, page);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static byte[] inTime(Path file, String mediaType, int page) throws IOException {
        CompletableFuture<byte[]> picture = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("document-draw")
                        .start(() -> {
                            try {
                                picture.complete(
                                        mediaType.equals(Sniffer.PDF)
                                                ? Pictures.page(file, page)
                                                : Pictures.image(file));
                            } catch (IOException
                                    | RuntimeException
                                    | StackOverflowError
                                    | OutOfMemoryError e) {
                                picture.completeExceptionally(e);
                            }
                        });
        try {
            return picture.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            thread.interrupt();
        }
    }

    private void keep(Path kept, byte[] png) throws IOException {
        Files.createDirectories(java.util.Objects.requireNonNull(kept.getParent()));
        Path beside = Files.createTempFile(folder, "kept-", ".part");
        Files.write(beside, png);
        Files.move(beside, kept, StandardCopyOption.REPLACE_EXISTING);
    }

    private static KakehashiException impossible() {
        return KakehashiException.invalid("document.preview.impossible", Map.of());
    }
}
