package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.PASSWORD_RESETS;
import static org.kakehashi.schema.access.Tables.USERS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.Users.Contact;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.password_resets`.
@Repository
public class ResetStore {
    private final DSLContext jooq;

    ResetStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Active accounts with this login or mail address that have an address to write to.
    public List<Contact> addressees(String loginOrMail) {
        return jooq.select(USERS.ID, USERS.LOGIN, USERS.EMAIL, USERS.LANGUAGE)
                .from(USERS)
                .where(USERS.ACTIVE)
                .and(USERS.LOCAL_PASSWORD)
                .and(USERS.EMAIL.isNotNull())
                .and(
                        USERS.LOGIN
                                .equalIgnoreCase(loginOrMail)
                                .or(USERS.EMAIL.equalIgnoreCase(loginOrMail)))
                .orderBy(USERS.LOGIN)
                .limit(5)
                .fetch(row -> new Contact(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    public int since(UUID user, OffsetDateTime from) {
        return jooq.fetchCount(
                PASSWORD_RESETS,
                PASSWORD_RESETS.USER_ID.eq(user).and(PASSWORD_RESETS.CREATED_AT.ge(from)));
    }

    public void insert(UUID user, byte[] hash, OffsetDateTime now, OffsetDateTime until) {
        jooq.insertInto(PASSWORD_RESETS)
                .set(PASSWORD_RESETS.USER_ID, user)
                .set(PASSWORD_RESETS.TOKEN_HASH, hash)
                .set(PASSWORD_RESETS.CREATED_AT, now)
                .set(PASSWORD_RESETS.EXPIRES_AT, until)
                .execute();
    }

    public Optional<UUID> owner(byte[] hash, OffsetDateTime now) {
        return jooq.select(PASSWORD_RESETS.USER_ID)
                .from(PASSWORD_RESETS)
                .join(USERS)
                .on(USERS.ID.eq(PASSWORD_RESETS.USER_ID).and(USERS.ACTIVE))
                .where(PASSWORD_RESETS.TOKEN_HASH.eq(hash))
                .and(PASSWORD_RESETS.USED_AT.isNull())
                .and(PASSWORD_RESETS.EXPIRES_AT.gt(now))
                .fetchOptional(PASSWORD_RESETS.USER_ID);
    }

    /// Uses the token up; false if another request was first.
    public boolean use(byte[] hash, OffsetDateTime now) {
        return jooq.update(PASSWORD_RESETS)
                        .set(PASSWORD_RESETS.USED_AT, now)
                        .where(PASSWORD_RESETS.TOKEN_HASH.eq(hash))
                        .and(PASSWORD_RESETS.USED_AT.isNull())
                        .and(PASSWORD_RESETS.EXPIRES_AT.gt(now))
                        .execute()
                == 1;
    }

    /// No link sent earlier works any more.
    public void useUp(UUID user, OffsetDateTime now) {
        jooq.update(PASSWORD_RESETS)
                .set(PASSWORD_RESETS.USED_AT, now)
                .where(PASSWORD_RESETS.USER_ID.eq(user).and(PASSWORD_RESETS.USED_AT.isNull()))
                .execute();
    }
}
