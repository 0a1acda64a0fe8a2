package org.kakehashi.access.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Links what was committed, each second while the application runs and once more at its end.
@Component
public class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ChainStore store;
    private final Anchors anchors;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean troubled;

    Sealer(ChainStore store, Anchors anchors) {
        this.store = store;
        this.anchors = anchors;
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext()
                instanceof org.springframework.web.context.WebApplicationContext) {
            Thread.ofVirtual().name("audit-sealer").start(this::watch);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
        seal();
    }

    /// Links everything that waits.
    public void seal() {
        try {
            int made = 0;
            while (store.waiting()) {
                int some = store.sealSome();
                made += some;
                if (some == 0) {
                    break; // another process is at it
                }
            }
            if (made > 0) {
                anchors.daily();
            }
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) {
                LOG.warn("The audit chain cannot be continued just now", e);
            }
            troubled = true;
        }
    }

    private void watch() {
        try {
            do {
                seal();
            } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
