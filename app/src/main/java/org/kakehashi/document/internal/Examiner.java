package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kakehashi.kernel.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Looks into what was added, in the background: words for search, pages, signatures. A content
/// that ends the process or takes too long is given up after three attempts.
@Component
class Examiner implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);
    private static final Duration TIME = Duration.ofSeconds(90);
    private static final int AT_ONCE = 50;

    private final ExaminationStore store;
    private final ContentStore contents;
    private final Path folder;

    Examiner(
            ExaminationStore store,
            ContentStore contents,
            @Value("${kakehashi.data:}") String data) {
        this.store = store;
        this.contents = contents;
        this.folder = BlobConfiguration.folder(data).resolve("documents-arriving");
    }

    @Override
    public String name() {
        return "document.examine";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        for (int i = 0; i < AT_ONCE; i++) {
            Optional<ExaminationStore.Waiting> next = store.next();
            if (next.isEmpty()) {
                return;
            }
            store.examined(next.get().sha256(), examine(next.get()));
        }
    }

    private ReadText examine(ExaminationStore.Waiting waiting) {
        if (waiting.attempts() > 3) {
            return ReadText.of(ReadText.State.UNREADABLE);
        }
        try {
            Files.createDirectories(folder);
            Path copy = Files.createTempFile(folder, "examined-", ".part");
            try {
                try (InputStream in = contents.open(waiting.sha256())) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                return read(copy, waiting.mediaType());
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("Content {} could not be read: {}", waiting.sha256(), e.toString());
            return ReadText.of(ReadText.State.UNREADABLE);
        }
    }

    /// On a thread of its own: what does not look at the deadline is left behind at its end.
    private static ReadText read(Path file, String type) throws IOException {
        Deadline deadline = new Deadline(TIME);
        CompletableFuture<ReadText> reading = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("document-examine")
                        .start(() -> {
                            try {
                                reading.complete(TextReader.read(file, type, deadline));
                            } catch (IOException | RuntimeException | StackOverflowError e) {
                                reading.completeExceptionally(e);
                            }
                        });
        try {
            return reading.get(TIME.plusSeconds(10).toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            thread.interrupt();
        }
    }
}
