package org.kakehashi.kernel;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who is acting now: a signed-in person with the roles granted to them, the public, or the system
/// itself.
public record CurrentUser(@Nullable UUID id, String login, Bilingual name, List<Grant> grants) {
    /// A role, in one unit and those below it, or everywhere if the unit is null.
    public record Grant(String role, @Nullable UUID unit) {}

    public static final CurrentUser PUBLIC =
            new CurrentUser(
                    null, "public", new Bilingual(null, null), List.of(new Grant("public", null)));

    /// Work nobody started by hand: start-up, scheduled jobs, the command line.
    public static final CurrentUser SYSTEM =
            new CurrentUser(
                    null,
                    "system",
                    new Bilingual(null, null),
                    List.of(new Grant("administrator", null), new Grant("office", null)));

    private static final ThreadLocal<CurrentUser> ACTING = new ThreadLocal<>();

    /// The person acting on this thread; the public where nobody is.
    public static CurrentUser get() {
        CurrentUser user = ACTING.get();
        return user == null ? PUBLIC : user;
    }

    /// Runs the work as this person and gives back its answer.
    public <T> T call(Supplier<T> work) {
        CurrentUser before = ACTING.get();
        ACTING.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ACTING.remove();
            } else {
                ACTING.set(before);
            }
        }
    }

    /// Runs the work as this person.
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    public boolean signedIn() {
        return id != null;
    }

    public boolean has(String role) {
        return grants.stream().anyMatch(grant -> grant.role().equals(role));
    }

    public Set<String> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toUnmodifiableSet());
    }
}
