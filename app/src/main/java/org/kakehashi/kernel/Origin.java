package org.kakehashi.kernel;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// From where someone acts: the network address of a request, `command-line`, `background`. Written
/// into the audit trail with each transaction.
public final class Origin {
    public static final String COMMAND_LINE = "command-line";
    public static final String BACKGROUND = "background";

    private static final ThreadLocal<String> HERE = new ThreadLocal<>();

    private Origin() {}

    /// Empty where nothing is known.
    public static String get() {
        String origin = HERE.get();
        return origin == null ? "" : origin;
    }

    /// Does the work as coming from there and gives back its answer.
    public static <T extends @Nullable Object> T call(String origin, Supplier<T> work) {
        String before = HERE.get();
        HERE.set(origin);
        try {
            return work.get();
        } finally {
            if (before == null) {
                HERE.remove();
            } else {
                HERE.set(before);
            }
        }
    }
}
