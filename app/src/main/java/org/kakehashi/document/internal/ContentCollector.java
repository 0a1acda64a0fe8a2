package org.kakehashi.document.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.kakehashi.kernel.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes contents away that no document needs, after the grace time: those of deleted documents,
/// and those a crash left between disk and database.
@Component
class ContentCollector implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(ContentCollector.class);
    private static final int MOST = 1000;

    private final ContentStore contents;
    private final Blobs blobs;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final int graceDays;

    ContentCollector(
            ContentStore contents,
            Blobs blobs,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${kakehashi.document-grace-days:30}") int graceDays) {
        this.contents = contents;
        this.blobs = blobs;
        this.transaction = transaction;
        this.clock = clock;
        this.graceDays = graceDays;
    }

    @Override
    public String name() {
        return "document.collect";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        OffsetDateTime since = OffsetDateTime.now(clock).minusDays(graceDays);
        for (String sha256 : contents.unneeded(since, MOST)) {
            transaction.executeWithoutResult(status -> forget(sha256, since));
        }
        strays(since.toInstant());
    }

    private void forget(String sha256, OffsetDateTime since) {
        try {
            if (contents.forget(sha256, since)) {
                LOG.info("Content {} is no longer needed and was deleted", sha256);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void strays(Instant before) {
        try {
            blobs.each(
                    before,
                    sha256 -> {
                        try {
                            if (!contents.known(sha256)) {
                                blobs.delete(sha256);
                            }
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
