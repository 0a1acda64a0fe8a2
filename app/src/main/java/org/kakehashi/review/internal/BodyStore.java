package org.kakehashi.review.internal;

import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.review.Tables.BODIES;
import static org.kakehashi.schema.review.Tables.DELEGATIONS;
import static org.kakehashi.schema.review.Tables.HOLDERS;
import static org.kakehashi.schema.review.Tables.PROCESSES;
import static org.kakehashi.schema.review.Tables.STEPS;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Body;
import org.kakehashi.review.Delegation;
import org.kakehashi.review.Holder;
import org.kakehashi.schema.review.tables.records.BodiesRecord;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

/// The only class that writes bodies, their holders and deputies.
@Repository
public class BodyStore {
    /// Somebody with a role, in a unit and those below it or everywhere.
    public record RoleHolder(UUID user, Bilingual name, @Nullable UUID unit) {}

    private final DSLContext jooq;
    private final Clock clock;

    BodyStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public List<Body> list() {
        return jooq.selectFrom(BODIES).orderBy(BODIES.POSITION, BODIES.CODE).fetch(BodyStore::body);
    }

    public Optional<Body> find(UUID id) {
        return jooq.selectFrom(BODIES).where(BODIES.ID.eq(id)).fetchOptional(BodyStore::body);
    }

    public Optional<Body> findByCode(String code) {
        return jooq.selectFrom(BODIES).where(BODIES.CODE.eq(code)).fetchOptional(BodyStore::body);
    }

    /// Adds a body, or changes the one with this id if it still has this version.
    public UUID save(Body body, boolean isNew) {
        BodiesRecord row = new BodiesRecord();
        row.setCode(body.code());
        row.setKind(body.kind().code());
        row.setNameJa(body.name().ja());
        row.setNameEn(body.name().en());
        row.setPerUnit(body.perUnit());
        row.setRole(body.role());
        row.setQuorum(body.quorum().code());
        row.setDecidesBy(body.decidesBy().code());
        row.setActive(body.active());
        if (isNew) {
            row.setPosition(200);
            return jooq.insertInto(BODIES)
                    .set(row)
                    .returningResult(BODIES.ID)
                    .fetchSingle()
                    .value1();
        }
        int found =
                jooq.update(BODIES)
                        .set(row)
                        .set(BODIES.VERSION, BODIES.VERSION.plus(1))
                        .where(BODIES.ID.eq(body.id()).and(BODIES.VERSION.eq(body.version())))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        return body.id();
    }

    public List<Holder> holders(UUID body) {
        return jooq.select(HOLDERS.asterisk(), USERS.NAME_JA, USERS.NAME_EN)
                .from(HOLDERS)
                .join(USERS)
                .on(USERS.ID.eq(HOLDERS.USER_ID))
                .where(HOLDERS.BODY_ID.eq(body))
                .orderBy(
                        DSL.field(
                                "array_position(array['head','chair','deputy','secretary','member'], {0})",
                                Integer.class, HOLDERS.DUTY),
                        HOLDERS.ID)
                .fetch(BodyStore::holder);
    }

    /// Adds a term; nobody sits in a body twice at the same time.
    public void addHolder(Holder holder) {
        try {
            jooq.insertInto(HOLDERS)
                    .set(HOLDERS.BODY_ID, holder.body())
                    .set(HOLDERS.USER_ID, holder.user())
                    .set(HOLDERS.UNIT_ID, holder.unit())
                    .set(HOLDERS.DUTY, holder.duty().code())
                    .set(HOLDERS.VOTING, holder.voting())
                    .set(
                            HOLDERS.VALID,
                            LocalDateRange.localDateRange(holder.from(), holder.until()))
                    .execute();
        } catch (DataIntegrityViolationException e) {
            if (String.valueOf(e.getMessage()).contains("holders_one_term_at_a_time")) {
                throw KakehashiException.invalid("review.holder.overlap", Map.of());
            }
            throw e;
        }
    }

    /// Ends a term: the day given is the first one outside it. A term that would end before its
    /// first day was none; the history keeps it.
    public void endHolder(UUID body, UUID holder, LocalDate until) {
        var which = HOLDERS.ID.eq(holder).and(HOLDERS.BODY_ID.eq(body));
        int none =
                jooq.deleteFrom(HOLDERS)
                        .where(which)
                        .and(
                                DSL.condition(
                                        "lower({0}) >= {1}::date", HOLDERS.VALID, DSL.val(until)))
                        .execute();
        if (none == 0) {
            jooq.update(HOLDERS)
                    .set(
                            HOLDERS.VALID,
                            DSL.field(
                                    "daterange(lower({0}), {1}::date)",
                                    HOLDERS.VALID.getDataType(), HOLDERS.VALID, DSL.val(until)))
                    .set(HOLDERS.VERSION, HOLDERS.VERSION.plus(1))
                    .where(which)
                    .execute();
        }
    }

    /// The published processes in which this body has a step or is told of delays.
    public List<Bilingual> usedBy(UUID body) {
        return jooq.selectDistinct(PROCESSES.NAME_JA, PROCESSES.NAME_EN)
                .from(PROCESSES)
                .join(STEPS)
                .on(STEPS.PROCESS_ID.eq(PROCESSES.ID))
                .where(PROCESSES.STATE.eq("published"))
                .and(STEPS.BODY_ID.eq(body).or(STEPS.ESCALATE_TO.eq(body)))
                .fetch(row -> new Bilingual(row.value1(), row.value2()));
    }

    /// The people with this role now.
    public List<RoleHolder> withRole(String role) {
        return jooq.select(USERS.ID, USERS.NAME_JA, USERS.NAME_EN, GRANTS.UNIT_ID)
                .from(GRANTS)
                .join(USERS)
                .on(USERS.ID.eq(GRANTS.USER_ID))
                .where(GRANTS.ROLE.eq(role))
                .and(USERS.ACTIVE)
                .and(DSL.condition("{0} @> {1}", GRANTS.VALID, DSL.val(LocalDate.now(clock))))
                .orderBy(USERS.LOGIN)
                .fetch(row ->
                        new RoleHolder(row.get(USERS.ID), name(row), row.get(GRANTS.UNIT_ID)));
    }

    /// Everyone who can be named: active accounts.
    public Map<UUID, Bilingual> people() {
        return jooq.select(USERS.ID, USERS.NAME_JA, USERS.NAME_EN)
                .from(USERS)
                .where(USERS.ACTIVE)
                .orderBy(USERS.LOGIN)
                .fetchMap(USERS.ID, BodyStore::name);
    }

    public Map<UUID, Bilingual> names(Collection<UUID> ids) {
        return jooq.select(USERS.ID, USERS.NAME_JA, USERS.NAME_EN)
                .from(USERS)
                .where(USERS.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .fetchMap(USERS.ID, BodyStore::name);
    }

    /// The deputies on this day, of anyone or to anyone.
    public List<Delegation> delegations(LocalDate day) {
        return delegationsWhere(DSL.condition("{0} @> {1}::date", DELEGATIONS.VALID, DSL.val(day)));
    }

    public List<Delegation> delegationsOf(UUID user) {
        return delegationsWhere(DELEGATIONS.FROM_USER.eq(user).or(DELEGATIONS.TO_USER.eq(user)));
    }

    public void insert(Delegation delegation) {
        jooq.insertInto(DELEGATIONS)
                .set(DELEGATIONS.FROM_USER, delegation.from())
                .set(DELEGATIONS.TO_USER, delegation.to())
                .set(
                        DELEGATIONS.VALID,
                        LocalDateRange.localDateRange(
                                delegation.since(), delegation.lastDay().plusDays(1)))
                .set(DELEGATIONS.REASON, delegation.reason())
                .execute();
    }

    public void deleteDelegation(UUID id, UUID from) {
        jooq.deleteFrom(DELEGATIONS)
                .where(DELEGATIONS.ID.eq(id).and(DELEGATIONS.FROM_USER.eq(from)))
                .execute();
    }

    private List<Delegation> delegationsWhere(org.jooq.Condition which) {
        return jooq.selectFrom(DELEGATIONS)
                .where(which)
                .orderBy(DELEGATIONS.VALID.desc())
                .fetch(row -> {
                    LocalDateRange valid = row.getValid();
                    return new Delegation(
                            row.getId(),
                            row.getFromUser(),
                            row.getToUser(),
                            java.util.Objects.requireNonNull(valid.lower()),
                            java.util.Objects.requireNonNull(valid.upper()).minusDays(1),
                            row.getReason());
                });
    }

    private static Body body(BodiesRecord row) {
        return new Body(
                row.getId(),
                row.getCode(),
                Coded.of(Body.Kind.class, row.getKind()),
                new Bilingual(row.getNameJa(), row.getNameEn()),
                row.getPerUnit(),
                row.getRole(),
                Coded.of(Body.Quorum.class, row.getQuorum()),
                Coded.of(Body.Majority.class, row.getDecidesBy()),
                row.getActive(),
                row.getVersion());
    }

    private static Holder holder(Record row) {
        return new Holder(
                row.get(HOLDERS.ID),
                row.get(HOLDERS.BODY_ID),
                row.get(HOLDERS.USER_ID),
                name(row),
                row.get(HOLDERS.UNIT_ID),
                Coded.of(Holder.Duty.class, row.get(HOLDERS.DUTY)),
                row.get(HOLDERS.VOTING),
                row.get(HOLDERS.VALID).lower(),
                row.get(HOLDERS.VALID).upper());
    }

    private static Bilingual name(Record row) {
        return new Bilingual(row.get(USERS.NAME_JA), row.get(USERS.NAME_EN));
    }
}
