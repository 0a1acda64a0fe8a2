package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.USERS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.User;
import org.kakehashi.access.Users.Contact;
import org.kakehashi.access.Users.NewUser;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser.Grant;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.users` and `access.grants`.
@Repository
public class UserStore {
    private final DSLContext jooq;
    private final Clock clock;

    UserStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
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
        changeGrants(user);
    }

    public void setPassword(UUID id, String hash) {
        jooq.update(USERS)
                .set(USERS.PASSWORD_HASH, hash)
                .set(USERS.LOCAL_PASSWORD, true)
                .where(USERS.ID.eq(id))
                .execute();
    }

    public Optional<Contact> contact(UUID id) {
        return jooq.select(USERS.ID, USERS.LOGIN, USERS.EMAIL, USERS.LANGUAGE)
                .from(USERS)
                .where(USERS.ID.eq(id))
                .and(USERS.ACTIVE)
                .and(USERS.EMAIL.isNotNull())
                .fetchOptional(
                        row -> new Contact(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    public String language(UUID id) {
        return jooq.select(USERS.LANGUAGE)
                .from(USERS)
                .where(USERS.ID.eq(id))
                .fetchSingle()
                .value1();
    }

    /// The language the person has chosen; empty if they never did.
    public Optional<String> chosenLanguage(UUID id) {
        return jooq.select(USERS.LANGUAGE)
                .from(USERS)
                .where(USERS.ID.eq(id).and(USERS.LANGUAGE_CHOSEN))
                .fetchOptional(USERS.LANGUAGE);
    }

    public void setContact(UUID id, @Nullable String email, String language) {
        jooq.update(USERS)
                .set(USERS.EMAIL, email)
                .set(USERS.LANGUAGE, language)
                .set(USERS.LANGUAGE_CHOSEN, true)
                .set(USERS.VERSION, USERS.VERSION.plus(1))
                .where(USERS.ID.eq(id))
                .execute();
    }

    /// Active accounts that may administer everything today, with no end in sight.
    public int administrators() {
        return jooq.fetchCount(
                jooq.selectDistinct(GRANTS.USER_ID)
                        .from(GRANTS)
                        .join(USERS)
                        .on(USERS.ID.eq(GRANTS.USER_ID).and(USERS.ACTIVE))
                        .where(GRANTS.ROLE.eq("administrator"))
                        .and(GRANTS.UNIT_ID.isNull())
                        .and(inForce())
                        .and(DSL.condition("upper_inf({0})", GRANTS.VALID)));
    }

    /// Ends what is in force and no longer chosen, begins what is newly chosen; what is in force
    /// and stays keeps its dates, what is past or to come is left alone.
    private void changeGrants(User user) {
        List<Grant> present = find(user.id()).map(User::grants).orElse(List.of());
        for (Grant grant : present) {
            if (!user.grants().contains(grant)) {
                endGrant(user.id(), grant);
            }
        }
        insertGrants(
                user.id(),
                user.grants().stream().filter(grant -> !present.contains(grant)).toList());
    }

    private void endGrant(UUID user, Grant grant) {
        Condition it =
                GRANTS.USER_ID
                        .eq(user)
                        .and(GRANTS.ROLE.eq(grant.role()))
                        .and(GRANTS.UNIT_ID.isNotDistinctFrom(grant.unit()))
                        .and(inForce());
        jooq.deleteFrom(GRANTS)
                .where(it)
                .and(DSL.condition("lower({0}) = {1}", GRANTS.VALID, today()))
                .execute();
        jooq.update(GRANTS)
                .set(
                        GRANTS.VALID,
                        DSL.field(
                                "daterange(lower({0}), {1})",
                                GRANTS.VALID.getDataType(), GRANTS.VALID, today()))
                .where(it)
                .execute();
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

    /// The day in the office's zone, which is another than the database's for some hours.
    private Field<LocalDate> today() {
        return DSL.val(LocalDate.now(clock));
    }

    private Condition inForce() {
        return DSL.condition("{0} @> {1}", GRANTS.VALID, today());
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
                .and(inForce())
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
