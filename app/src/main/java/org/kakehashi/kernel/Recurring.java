package org.kakehashi.kernel;

import java.time.Duration;

/// Short background work done again and again while the application runs, contributed by a room as
/// a bean. A bean that needs [Jobs] itself takes it through an `ObjectProvider`.
public interface Recurring {
    /// Stable name: `kernel.mails`.
    String name();

    /// The pause between the end of one run and the beginning of the next.
    Duration every();

    /// Runs as the system. A failure is logged and tried again next time.
    void run();
}
