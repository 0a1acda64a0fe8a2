package org.kakehashi.kernel;

/// Someone cancelled the job; thrown by [JobRun#progress] to end the work.
public class JobCancelled extends RuntimeException {
    JobCancelled() {
        super("cancelled", null, false, false);
    }
}
