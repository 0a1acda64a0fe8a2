package org.kakehashi.kernel;

/// A kind of background work, contributed by a room as a bean.
public interface JobKind {
    /// Stable name, also the message key `<room>.job.<rest>`: `organization.import-ror`.
    String name();

    /// Does the work in as many transactions as it likes, calling [JobRun#progress] often: that is
    /// where a cancellation takes effect. After a crash it is called again and finds its last
    /// checkpoint.
    void run(JobRun run) throws Exception;
}
