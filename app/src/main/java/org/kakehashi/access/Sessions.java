package org.kakehashi.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.SessionStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/// Who is signed in where. Each request asks whether its session still stands, so that one ended
/// here is out with its next click. Sessions live in the process: after a restart everybody signs
/// in again.
@Service
public class Sessions {
    /// As long as the container keeps one that is not used.
    private static final Duration LIFE = Duration.ofHours(8);

    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    private static final int LONGEST_AGENT = 200;

    /// One browser in which a person is signed in.
    public record Session(
            UUID id,
            UUID user,
            OffsetDateTime startedAt,
            OffsetDateTime lastSeenAt,
            @Nullable String origin,
            @Nullable String agent) {}

    private final SessionStore store;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Sessions(SessionStore store, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void started(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebApplicationContext) {
            store.endThoseOfAnEarlierStart(now());
        }
    }

    /// A person has signed in completely.
    public UUID begin(UUID user, String origin, @Nullable String agent) {
        String known = agent == null ? "" : agent;
        return store.insert(
                user, origin, known.substring(0, Math.min(LONGEST_AGENT, known.length())), now());
    }

    /// Does it still stand? Notes that it was seen, at most once a minute.
    public boolean stands(UUID id) {
        OffsetDateTime seen = store.lastSeen(id);
        if (seen != null && seen.plus(TOLD_EVERY).isBefore(now())) {
            store.seen(id, now());
        }
        return seen != null;
    }

    /// The person signs out.
    public void over(UUID user, UUID id) {
        store.end(user, id, user, now());
    }

    /// One's own sessions, or as administrator anyone's; the latest seen first.
    public List<Session> list(UUID user) {
        requireOwnOrAdministrator(user);
        return store.open(user, now().minus(LIFE));
    }

    @Transactional
    public void end(UUID user, UUID session) {
        requireOwnOrAdministrator(user);
        if (!store.end(user, session, CurrentUser.get().id(), now())) {
            throw KakehashiException.notFound();
        }
        audit.record("access.session.ended", "user", user, Map.of());
    }

    /// Ends all but the one in use.
    @Transactional
    public void endOthers(UUID user, @Nullable UUID present) {
        requireOwnOrAdministrator(user);
        store.endAll(user, present, CurrentUser.get().id(), now());
        audit.record("access.session.ended", "user", user, Map.of());
    }

    @Transactional
    public void endAll(UUID user) {
        endOthers(user, null);
    }

    private void requireOwnOrAdministrator(UUID user) {
        if (!Objects.equals(user, CurrentUser.get().id())) {
            access.require("access.administer");
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
