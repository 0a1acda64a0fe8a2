package org.kakehashi.partnership.internal;

import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.partnership.Tables.FOLLOW_UPS;
import static org.kakehashi.schema.partnership.Tables.VISITS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visit.FollowUp;
import org.kakehashi.schema.partnership.tables.records.FollowUpsRecord;
import org.kakehashi.schema.partnership.tables.records.VisitsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes visits.
@Repository
public class VisitStore {
    private static final int MOST = 2_000;

    private final DSLContext jooq;

    VisitStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Visit> find(UUID id) {
        return read(VISITS.ID.eq(id), 1).stream().findFirst();
    }

    public List<Visit> findAll(Collection<UUID> ids) {
        return read(VISITS.ID.eq(DSL.any(ids.toArray(UUID[]::new))), ids.size());
    }

    /// The latest first.
    public List<Visit> of(Collection<UUID> organizations, LocalDate from, LocalDate until) {
        return read(
                VISITS.ORGANIZATION_ID
                        .eq(DSL.any(organizations.toArray(UUID[]::new)))
                        .and(VISITS.UNTIL_DAY.ge(from))
                        .and(VISITS.FROM_DAY.le(until)),
                100);
    }

    public List<Visit> in(Collection<String> countries, LocalDate from, LocalDate until) {
        return read(
                VISITS.ORGANIZATION_ID
                        .in(
                                DSL.select(ORGANIZATIONS.ID)
                                        .from(ORGANIZATIONS)
                                        .where(ORGANIZATIONS.COUNTRY.in(countries)))
                        .and(VISITS.UNTIL_DAY.ge(from))
                        .and(VISITS.FROM_DAY.le(until)),
                MOST);
    }

    public List<Visit> list(LocalDate from, LocalDate until, int limit) {
        return read(VISITS.UNTIL_DAY.ge(from).and(VISITS.FROM_DAY.le(until)), limit);
    }

    private List<Visit> read(Condition condition, int limit) {
        var rows =
                jooq.selectFrom(VISITS)
                        .where(condition)
                        .orderBy(VISITS.FROM_DAY.desc(), VISITS.ID.desc())
                        .limit(limit)
                        .fetch();
        Map<UUID, List<FollowUp>> after =
                jooq
                        .selectFrom(FOLLOW_UPS)
                        .where(
                                FOLLOW_UPS.VISIT_ID.eq(
                                        DSL.any(rows.getValues(VISITS.ID).toArray(UUID[]::new))))
                        .orderBy(FOLLOW_UPS.DUE_ON.asc().nullsLast(), FOLLOW_UPS.ID)
                        .fetch(VisitStore::followUp)
                        .stream()
                        .collect(Collectors.groupingBy(FollowUp::visit));
        return rows.map(row -> visit(row, after.getOrDefault(row.getId(), List.of())));
    }

    /// What this person must still do.
    public List<FollowUp> waiting(UUID user) {
        return jooq.selectFrom(FOLLOW_UPS)
                .where(FOLLOW_UPS.RESPONSIBLE.eq(user))
                .and(FOLLOW_UPS.DONE_ON.isNull())
                .orderBy(FOLLOW_UPS.DUE_ON.asc().nullsLast())
                .fetch(VisitStore::followUp);
    }

    public UUID save(Visit visit) {
        VisitsRecord row = row(visit);
        UUID id = visit.id();
        if (id == null) {
            return jooq.insertInto(VISITS)
                    .set(row)
                    .returningResult(VISITS.ID)
                    .fetchSingle()
                    .value1();
        }
        int found =
                jooq.update(VISITS)
                        .set(row)
                        .set(VISITS.VERSION, VISITS.VERSION.plus(1))
                        .where(VISITS.ID.eq(id))
                        .and(VISITS.VERSION.eq(visit.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        return id;
    }

    public void add(UUID visit, String what, @Nullable UUID responsible, @Nullable LocalDate due) {
        FollowUpsRecord row = new FollowUpsRecord();
        row.setVisitId(visit);
        row.setWhat(what);
        row.setResponsible(responsible);
        row.setDueOn(due);
        jooq.executeInsert(row);
    }

    public void done(UUID followUp, @Nullable LocalDate on) {
        jooq.update(FOLLOW_UPS)
                .set(FOLLOW_UPS.DONE_ON, on)
                .where(FOLLOW_UPS.ID.eq(followUp))
                .execute();
    }

    private static VisitsRecord row(Visit visit) {
        VisitsRecord row = new VisitsRecord();
        row.setOrganizationId(visit.organization());
        row.setDirection(visit.direction().code());
        row.setUnitId(visit.unit());
        row.setFromDay(visit.from());
        row.setUntilDay(visit.until());
        row.setPurposeJa(visit.purpose().ja());
        row.setPurposeEn(visit.purpose().en());
        row.setGuests(visit.guests());
        row.setHosts(visit.hosts());
        row.setProgrammeJa(visit.programme().ja());
        row.setProgrammeEn(visit.programme().en());
        row.setGifts(visit.gifts());
        row.setMinutesJa(visit.minutes().ja());
        row.setMinutesEn(visit.minutes().en());
        return row;
    }

    private static Visit visit(VisitsRecord row, List<FollowUp> followUps) {
        return new Visit(
                row.getId(),
                row.getOrganizationId(),
                Coded.of(Visit.Direction.class, row.getDirection()),
                row.getUnitId(),
                row.getFromDay(),
                row.getUntilDay(),
                new Bilingual(row.getPurposeJa(), row.getPurposeEn()),
                row.getGuests(),
                row.getHosts(),
                new Bilingual(row.getProgrammeJa(), row.getProgrammeEn()),
                row.getGifts(),
                new Bilingual(row.getMinutesJa(), row.getMinutesEn()),
                followUps,
                row.getVersion());
    }

    private static FollowUp followUp(FollowUpsRecord row) {
        return new FollowUp(
                row.getId(),
                row.getVisitId(),
                row.getWhat(),
                row.getResponsible(),
                row.getDueOn(),
                row.getDoneOn());
    }
}
