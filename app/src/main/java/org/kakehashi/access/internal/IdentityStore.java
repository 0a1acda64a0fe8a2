package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.IDENTITIES;
import static org.kakehashi.schema.access.Tables.USERS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.Arrival;
import org.kakehashi.access.Identities.Identity;
import org.kakehashi.access.User;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.identities`.
@Repository
public class IdentityStore {
    private final DSLContext jooq;
    private final UserStore users;

    IdentityStore(DSLContext jooq, UserStore users) {
        this.jooq = jooq;
        this.users = users;
    }

    public Optional<UUID> user(String issuer, String subject) {
        return jooq.select(IDENTITIES.USER_ID)
                .from(IDENTITIES)
                .where(IDENTITIES.ISSUER.eq(issuer).and(IDENTITIES.SUBJECT.eq(subject)))
                .fetchOptional(IDENTITIES.USER_ID);
    }

    public void insert(UUID user, Arrival arrival, OffsetDateTime now) {
        jooq.insertInto(IDENTITIES)
                .set(IDENTITIES.USER_ID, user)
                .set(IDENTITIES.PROVIDER, arrival.provider())
                .set(IDENTITIES.ISSUER, arrival.issuer())
                .set(IDENTITIES.SUBJECT, arrival.subject())
                .set(IDENTITIES.LINKED_AT, now)
                .execute();
    }

    public void seen(String issuer, String subject, OffsetDateTime now) {
        jooq.update(IDENTITIES)
                .set(IDENTITIES.LAST_AT, now)
                .where(IDENTITIES.ISSUER.eq(issuer).and(IDENTITIES.SUBJECT.eq(subject)))
                .execute();
    }

    public List<Identity> list(UUID user) {
        return jooq.selectFrom(IDENTITIES)
                .where(IDENTITIES.USER_ID.eq(user))
                .orderBy(IDENTITIES.LINKED_AT)
                .fetch(row ->
                        new Identity(
                                row.getId(),
                                row.getUserId(),
                                row.getProvider(),
                                row.getIssuer(),
                                row.getSubject(),
                                row.getLinkedAt(),
                                row.getLastAt()));
    }

    public boolean remove(UUID user, UUID identity) {
        return jooq.deleteFrom(IDENTITIES)
                        .where(IDENTITIES.USER_ID.eq(user).and(IDENTITIES.ID.eq(identity)))
                        .execute()
                == 1;
    }

    /// Accounts with this mail address that sign in by password, active or not.
    public List<User> byMail(String mail) {
        return jooq
                .select(USERS.ID)
                .from(USERS)
                .where(USERS.EMAIL.equalIgnoreCase(mail))
                .fetch(USERS.ID)
                .stream()
                .flatMap(id -> users.find(id).stream())
                .toList();
    }

    /// Nobody knows the password of this account, and none can be asked for by mail.
    public void withoutPassword(UUID user) {
        jooq.update(USERS).set(USERS.LOCAL_PASSWORD, false).where(USERS.ID.eq(user)).execute();
    }

    /// Of someone erased nothing stays.
    public void forget(UUID user) {
        jooq.deleteFrom(IDENTITIES).where(IDENTITIES.USER_ID.eq(user)).execute();
    }
}
