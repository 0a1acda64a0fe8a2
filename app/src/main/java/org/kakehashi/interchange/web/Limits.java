package org.kakehashi.interchange.web;

/// How much one request may ask. The guide tells them.
final class Limits {
    /// Questions of a batch; `batchSize` of the manifest.
    public static final int BATCH = 50;

    /// Bytes of a request.
    public static final int BYTES = 1_048_576;

    /// Records times properties of a data extension.
    public static final int RECORDS = 1_000;

    public static final int PROPERTIES = 30;

    /// Suggestions at a time.
    public static final int SUGGESTIONS = 10;

    public static final int MOST_SUGGESTIONS = 50;

    private Limits() {}
}
