package org.kakehashi.interchange.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A question that is not answered, with what the asking program is told.
final class Refused extends RuntimeException {
    private final int status;
    private final String key;
    private final transient Map<String, Object> arguments;
    private final @Nullable Integer retryAfter;

    private Refused(
            int status, String key, Map<String, Object> arguments, @Nullable Integer retryAfter) {
        super(key + " " + arguments);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
        this.retryAfter = retryAfter;
    }

    static Refused malformed(String key, Map<String, Object> arguments) {
        return new Refused(400, key, arguments, null);
    }

    static Refused tooLarge(String key, Map<String, Object> arguments) {
        return new Refused(413, key, arguments, null);
    }

    static Refused tooMany(int seconds) {
        return new Refused(429, "interchange.refused.often", Map.of("seconds", seconds), seconds);
    }

    static Refused unknown() {
        return new Refused(404, "interchange.refused.unknown", Map.of(), null);
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    Map<String, Object> arguments() {
        return arguments;
    }

    /// Seconds after which asking makes sense again.
    @Nullable Integer retryAfter() {
        return retryAfter;
    }
}
