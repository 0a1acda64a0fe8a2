package org.kakehashi.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.UserStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.CurrentUser.Grant;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// "Show me what you see": an administrator looks at the system with another person's rights, never
/// changes anything, for half an hour at most; the trail names the administrator at the beginning,
/// on each page and at the end. Nobody with rights the administrator lacks can be looked through.
@Service
public class SupportViews {
    /// How long one view lasts at most.
    public static final Duration LONGEST = Duration.ofMinutes(30);

    private static final int LONGEST_REASON = 500;

    /// Rights that are never lent, whoever asks.
    private static final Set<String> GUARDING =
            Set.of(
                    "access.administer",
                    "access.audit",
                    "access.retention",
                    "access.erase",
                    "access.support");

    private final UserStore users;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    SupportViews(UserStore users, Access access, Audit audit, Clock clock) {
        this.users = users;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Why this person cannot be looked through, as a message key; empty if they can.
    public Optional<String> obstacle(UUID of) {
        access.require("access.support");
        User viewed = users.find(of).orElseThrow(KakehashiException::notFound);
        if (of.equals(CurrentUser.get().id())) {
            return Optional.of("access.support.self");
        }
        if (!viewed.active()) {
            return Optional.of("access.support.inactive");
        }
        return seesMore(viewed.grants()) ? Optional.of("access.support.more") : Optional.empty();
    }

    @Transactional
    public SupportView start(UUID of, String reason) {
        obstacle(of)
                .ifPresent(problem -> {
                    throw KakehashiException.invalid(problem, Map.of());
                });
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw KakehashiException.invalid("access.support.reason.missing", Map.of());
        }
        audit.record("access.support.started", "user", of, Map.of("reason", why));
        UUID viewer = java.util.Objects.requireNonNull(CurrentUser.get().id());
        return new SupportView(viewer, of, clock.instant().plus(LONGEST), why);
    }

    /// May the view go on? The administrator acts.
    public boolean stands(SupportView view) {
        return clock.instant().isBefore(view.until())
                && view.viewer().equals(CurrentUser.get().id())
                && access.may("access.support")
                && obstacle(view.of()).isEmpty();
    }

    /// A page is about to be shown. The administrator acts.
    @Transactional
    public void page(SupportView view, String path) {
        audit.read("access.support.page", "user", view.of(), Map.of("page", path));
    }

    @Transactional
    public void end(SupportView view) {
        audit.record("access.support.ended", "user", view.of(), Map.of());
    }

    /// Guarding rights, or reading something the administrator may not read, or further.
    private boolean seesMore(Collection<Grant> grants) {
        for (Grant grant : grants) {
            for (String useCase : access.useCases()) {
                Boolean theirs = access.granted(grant.role(), useCase);
                if (theirs != null
                        && (GUARDING.contains(useCase)
                                || isReading(useCase) && !mineReaches(useCase))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Administrators have everything read everywhere, or they have it not.
    private boolean mineReaches(String useCase) {
        @Nullable Set<UUID> reach = access.reach(useCase);
        return reach == null;
    }

    private static boolean isReading(String useCase) {
        String verb = useCase.substring(useCase.lastIndexOf('.') + 1);
        return verb.startsWith("read") || verb.startsWith("see") || verb.contains("onfidential");
    }
}
