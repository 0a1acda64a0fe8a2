package org.kakehashi.access;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Narrows what the person acting may do on this thread to some use cases, as a token's scopes do.
/// It never widens anything.
public final class UseCaseLimit {
    private static final ThreadLocal<@Nullable Set<String>> LIMIT = new ThreadLocal<>();

    private UseCaseLimit() {}

    /// Runs the work with nothing allowed but these use cases.
    public static <T> T within(Set<String> useCases, Supplier<T> work) {
        Set<String> before = LIMIT.get();
        LIMIT.set(useCases);
        try {
            return work.get();
        } finally {
            if (before == null) {
                LIMIT.remove();
            } else {
                LIMIT.set(before);
            }
        }
    }

    static boolean allows(String useCase) {
        Set<String> limit = LIMIT.get();
        return limit == null || limit.contains(useCase);
    }
}
