package org.kakehashi.kernel;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Somebody sees the system as another person does: on this thread [CurrentUser] is the person
/// whose rights hold, and this the one who really looks. Whatever is written down names the latter.
public final class Viewing {
    private static final ThreadLocal<@Nullable UUID> VIEWER = new ThreadLocal<>();

    private Viewing() {}

    /// Runs the work as seen by this person's eyes.
    public static <T> T call(UUID viewer, Supplier<T> work) {
        VIEWER.set(viewer);
        try {
            return work.get();
        } finally {
            VIEWER.remove();
        }
    }

    /// Who really looks; empty where people are who they are.
    public static Optional<UUID> viewer() {
        return Optional.ofNullable(VIEWER.get());
    }

    /// Whose name stands on what is written now; null for the public and the system.
    public static @Nullable UUID accountable() {
        UUID viewer = VIEWER.get();
        return viewer == null ? CurrentUser.get().id() : viewer;
    }
}
