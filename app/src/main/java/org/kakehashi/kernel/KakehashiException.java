package org.kakehashi.kernel;

import java.util.Map;

/// Something a person can be told: a message key with named arguments, and the kind that decides
/// the HTTP status. Validation problems of a form are values shown beside the field, never
/// exceptions.
public class KakehashiException extends RuntimeException {
    /// What went wrong, and the HTTP status it answers with.
    public enum Kind {
        NOT_FOUND(404),
        CONFLICT(409),
        INVALID(400),
        FORBIDDEN(403),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String key;
    private final transient Map<String, Object> arguments;

    public KakehashiException(Kind kind, String key, Map<String, Object> arguments) {
        super(key + " " + arguments);
        this.kind = kind;
        this.key = key;
        this.arguments = Map.copyOf(arguments);
    }

    public static KakehashiException notFound() {
        return new KakehashiException(Kind.NOT_FOUND, "ui.error.404", Map.of());
    }

    /// The record was changed by someone else since it was opened.
    public static KakehashiException changedMeanwhile() {
        return new KakehashiException(Kind.CONFLICT, "ui.error.changedMeanwhile", Map.of());
    }

    public static KakehashiException invalid(String key, Map<String, Object> arguments) {
        return new KakehashiException(Kind.INVALID, key, arguments);
    }

    /// The person acting may not do this.
    public static KakehashiException forbidden(String useCase) {
        return new KakehashiException(Kind.FORBIDDEN, "ui.error.403", Map.of("useCase", useCase));
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Map<String, Object> arguments() {
        return arguments;
    }
}
