package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.USERS;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.kakehashi.access.User;
import org.kakehashi.access.Users.NewUser;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser.Grant;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.users` and `access.grants`.
@Repository
public class UserStore {
    private final DSLContext jooq;

    UserStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public int count() {
        return jooq.fetchCount(USERS);
    }

    public List<User> all() {
        return where(DSL.trueCondition());
    }

    public Optional<User> find(UUID id) {
        return where(USERS.ID.eq(id)).stream().findFirst();
    }

    public Optional<User> findByLogin(String login) {
        return where(USERS.LOGIN.eq(login)).stream().findFirst();
    }

    public Optional<String> passwordHash(UUID id) {
        return jooq.select(USERS.PASSWORD_HASH)
                .from(USERS)
                .where(USERS.ID.eq(id))
                .fetchOptional(USERS.PASSWORD_HASH);
    }

    public UUID insert(NewUser user, String hash) {
        UUID id =
                jooq.insertInto(USERS)
                        .set(USERS.LOGIN, user.login().strip().toLowerCase(Locale.ROOT))
                        .set(USERS.NAME_JA, user.name().ja())
                        .set(USERS.NAME_EN, user.name().en())
                        .set(USERS.EMAIL, user.email())
                        .set(USERS.PASSWORD_HASH, hash)
                        .returningResult(USERS.ID)
                        .fetchSingle()
                        .value1();
        insertGrants(id, user.grants());
        return id;
    }

    public void update(User user) {
        int changed =
                jooq.update(USERS)
                        .set(USERS.NAME_JA, user.name().ja())
                        .set(USERS.NAME_EN, user.name().en())
                        .set(USERS.EMAIL, user.email())
                        .set(USERS.ACTIVE, user.active())
                        .set(USERS.VERSION, USERS.VERSION.plus(1))
                        .where(USERS.ID.eq(user.id()).and(USERS.VERSION.eq(user.version())))
                        .execute();
        if (changed == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        jooq.deleteFrom(GRANTS).where(GRANTS.USER_ID.eq(user.id())).execute();
        insertGrants(user.id(), user.grants());
    }

    public void setPassword(UUID id, String hash) {
        jooq.update(USERS).set(USERS.PASSWORD_HASH, hash).where(USERS.ID.eq(id)).execute();
    }

    private void insertGrants(UUID user, List<Grant> grants) {
        for (Grant grant : grants) {
            jooq.insertInto(GRANTS)
                    .set(GRANTS.USER_ID, user)
                    .set(GRANTS.ROLE, grant.role())
                    .set(GRANTS.UNIT_ID, grant.unit())
                    .execute();
        }
    }

    /// One plain join: who acts is read at every request.
    private List<User> where(Condition condition) {
        return jooq
                .select(
                        USERS.ID,
                        USERS.LOGIN,
                        USERS.NAME_JA,
                        USERS.NAME_EN,
                        USERS.EMAIL,
                        USERS.ACTIVE,
                        USERS.VERSION,
                        GRANTS.ROLE,
                        GRANTS.UNIT_ID)
                .from(USERS)
                .leftJoin(GRANTS)
                .on(GRANTS.USER_ID.eq(USERS.ID))
                .and(DSL.condition("{0} @> current_date", GRANTS.VALID))
                .where(condition)
                .orderBy(USERS.LOGIN, GRANTS.ROLE)
                .fetchGroups(USERS.ID)
                .values()
                .stream()
                .map(UserStore::user)
                .toList();
    }

    private static User user(Result<? extends Record> rows) {
        Record row = rows.getFirst();
        return new User(
                row.get(USERS.ID),
                row.get(USERS.LOGIN),
                new Bilingual(row.get(USERS.NAME_JA), row.get(USERS.NAME_EN)),
                row.get(USERS.EMAIL),
                row.get(USERS.ACTIVE),
                rows.stream()
                        .filter(grant -> grant.get(GRANTS.ROLE) != null)
                        .map(grant -> new Grant(grant.get(GRANTS.ROLE), grant.get(GRANTS.UNIT_ID)))
                        .toList(),
                row.get(USERS.VERSION));
    }
}
