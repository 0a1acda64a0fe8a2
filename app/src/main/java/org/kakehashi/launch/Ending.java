package org.kakehashi.launch;

import java.util.concurrent.CountDownLatch;

/// Waits for SIGTERM or Ctrl-C, and holds the JVM back until rooms, database and folder are closed.
final class Ending {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    Ending() {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    asked.countDown();
                                    try {
                                        closed.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                },
                                "ending"));
    }

    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void over() {
        closed.countDown();
    }
}
