package org.kakehashi.review.internal;

import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.review.Tables.CALENDARS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.Calendars;
import org.springframework.stereotype.Repository;

/// The only class that writes the addresses of calendars.
@Repository
public class CalendarStore {
    /// Whose calendar it is and in which language they read.
    public record Owner(UUID user, @Nullable UUID body, String language) {}

    private final DSLContext jooq;

    CalendarStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Calendars.Address> of(UUID user) {
        return jooq.selectFrom(CALENDARS)
                .where(CALENDARS.USER_ID.eq(user))
                .orderBy(CALENDARS.CREATED_AT)
                .fetch(row ->
                        new Calendars.Address(
                                row.getBodyId(), row.getCreatedAt(), row.getReadAt()));
    }

    public void replace(UUID user, @Nullable UUID body, byte[] hash) {
        delete(user, body);
        jooq.insertInto(CALENDARS)
                .set(CALENDARS.USER_ID, user)
                .set(CALENDARS.BODY_ID, body)
                .set(CALENDARS.SECRET, hash)
                .execute();
    }

    public void delete(UUID user, @Nullable UUID body) {
        Condition which = body == null ? CALENDARS.BODY_ID.isNull() : CALENDARS.BODY_ID.eq(body);
        jooq.deleteFrom(CALENDARS).where(CALENDARS.USER_ID.eq(user).and(which)).execute();
    }

    /// Of accounts that are in use.
    public Optional<Owner> find(byte[] hash) {
        return jooq.select(CALENDARS.USER_ID, CALENDARS.BODY_ID, USERS.LANGUAGE)
                .from(CALENDARS)
                .join(USERS)
                .on(USERS.ID.eq(CALENDARS.USER_ID).and(USERS.ACTIVE))
                .where(CALENDARS.SECRET.eq(hash))
                .fetchOptional(row -> new Owner(row.value1(), row.value2(), row.value3()));
    }

    public void markRead(byte[] hash, OffsetDateTime at) {
        jooq.update(CALENDARS)
                .set(CALENDARS.READ_AT, at)
                .where(CALENDARS.SECRET.eq(hash))
                .execute();
    }
}
