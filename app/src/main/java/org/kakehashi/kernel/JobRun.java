package org.kakehashi.kernel;

import java.util.Map;
import java.util.UUID;

/// One execution of a job, as the work itself sees it.
public interface JobRun {
    UUID id();

    /// What the job was started with.
    Map<String, Object> input();

    /// What [#checkpoint] saved last, empty at first.
    Map<String, Object> checkpoint();

    /// Saves where to go on after a crash or a cancellation.
    void checkpoint(Map<String, Object> state);

    /// Tells how far the work is; total is negative while unknown. Written at most a few times a
    /// second.
    ///
    /// @throws JobCancelled if someone asked to cancel
    void progress(long done, long total);

    /// What the finished job leaves for people to read: counts by name.
    void result(Map<String, Object> result);
}
