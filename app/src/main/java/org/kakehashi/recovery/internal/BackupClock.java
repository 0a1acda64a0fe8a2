package org.kakehashi.recovery.internal;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.recovery.Backups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Starts the backup of the day when its hour has come, also when the application was off at that
/// hour.
@Component
class BackupClock {
    private static final Logger LOG = LoggerFactory.getLogger(BackupClock.class);

    private final Backups backups;
    private final Jobs jobs;
    private final CountDownLatch stopped = new CountDownLatch(1);

    BackupClock(Backups backups, Jobs jobs) {
        this.backups = backups;
        this.jobs = jobs;
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext()
                instanceof org.springframework.web.context.WebApplicationContext) {
            Thread.ofVirtual().name("backup-clock").start(this::watch);
        }
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    /// Starts one if one is due and none is under way.
    void look() {
        try {
            boolean underWay =
                    jobs.latest(Backups.MAKE, 1).stream().anyMatch(BackupClock::underWay);
            if (!underWay && backups.due()) {
                jobs.start(Backups.MAKE, Map.of("kind", "clock"));
            }
        } catch (RuntimeException e) {
            LOG.warn("The clock of the backups cannot look just now", e);
        }
    }

    private static boolean underWay(Job job) {
        return !job.state().over();
    }

    private void watch() {
        try {
            while (!stopped.await(1, TimeUnit.MINUTES)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
