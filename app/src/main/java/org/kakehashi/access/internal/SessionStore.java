package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.SESSIONS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Sessions.Session;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.sessions`.
@Repository
public class SessionStore {
    private final DSLContext jooq;

    SessionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public UUID insert(UUID user, String origin, String agent, OffsetDateTime now) {
        return jooq.insertInto(SESSIONS)
                .set(SESSIONS.USER_ID, user)
                .set(SESSIONS.ORIGIN, origin)
                .set(SESSIONS.AGENT, agent)
                .set(SESSIONS.STARTED_AT, now)
                .set(SESSIONS.LAST_SEEN_AT, now)
                .returningResult(SESSIONS.ID)
                .fetchSingle()
                .value1();
    }

    /// When it was last seen; null once it has ended.
    public @Nullable OffsetDateTime lastSeen(UUID id) {
        return jooq.select(SESSIONS.LAST_SEEN_AT)
                .from(SESSIONS)
                .where(SESSIONS.ID.eq(id).and(SESSIONS.ENDED_AT.isNull()))
                .fetchOne(SESSIONS.LAST_SEEN_AT);
    }

    public void seen(UUID id, OffsetDateTime now) {
        jooq.update(SESSIONS).set(SESSIONS.LAST_SEEN_AT, now).where(SESSIONS.ID.eq(id)).execute();
    }

    public List<Session> open(UUID user, OffsetDateTime seenAfter) {
        return jooq.selectFrom(SESSIONS)
                .where(SESSIONS.USER_ID.eq(user))
                .and(SESSIONS.ENDED_AT.isNull())
                .and(SESSIONS.LAST_SEEN_AT.gt(seenAfter))
                .orderBy(SESSIONS.LAST_SEEN_AT.desc())
                .fetch(row ->
                        new Session(
                                row.getId(),
                                row.getUserId(),
                                row.getStartedAt(),
                                row.getLastSeenAt(),
                                row.getOrigin(),
                                row.getAgent()));
    }

    /// Ends one session of that person; false if there is none such.
    public boolean end(UUID user, UUID id, @Nullable UUID by, OffsetDateTime now) {
        return jooq.update(SESSIONS)
                        .set(SESSIONS.ENDED_AT, now)
                        .set(SESSIONS.ENDED_BY, by)
                        .where(SESSIONS.USER_ID.eq(user).and(SESSIONS.ID.eq(id)))
                        .and(SESSIONS.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /// Ends all sessions of that person but this one.
    public int endAll(UUID user, @Nullable UUID but, @Nullable UUID by, OffsetDateTime now) {
        var ofThem = SESSIONS.USER_ID.eq(user).and(SESSIONS.ENDED_AT.isNull());
        return jooq.update(SESSIONS)
                .set(SESSIONS.ENDED_AT, now)
                .set(SESSIONS.ENDED_BY, by)
                .where(but == null ? ofThem : ofThem.and(SESSIONS.ID.ne(but)))
                .execute();
    }

    /// Sessions are kept by the process: those of an earlier one are over.
    public void endThoseOfAnEarlierStart(OffsetDateTime now) {
        jooq.update(SESSIONS)
                .set(SESSIONS.ENDED_AT, now)
                .where(SESSIONS.ENDED_AT.isNull())
                .execute();
    }

    /// Of someone erased nothing stays.
    public void forget(UUID user) {
        jooq.deleteFrom(SESSIONS).where(SESSIONS.USER_ID.eq(user)).execute();
    }
}
