package org.kakehashi.document.internal;

import java.io.IOException;
import java.time.Duration;

/// Until when work on a content may go on.
final class Deadline {
    /// It took longer than it may.
    static final class Passed extends IOException {
        private static final long serialVersionUID = 1L;

        Passed() {
            super("took too long");
        }
    }

    private final long end;

    Deadline(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    void check() throws Passed {
        if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
            throw new Passed();
        }
    }
}
