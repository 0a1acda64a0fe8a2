package org.kakehashi.resolver;

/// A saved index cannot be used: it is damaged, from another version of this library or of another
/// registry. Build the index anew from the registry.
public final class IndexException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IndexException(String message) {
        super(message);
    }
}
