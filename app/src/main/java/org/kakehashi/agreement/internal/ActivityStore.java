package org.kakehashi.agreement.internal;

import static org.jooq.impl.DSL.any;
import static org.kakehashi.schema.agreement.Tables.ACTIVITIES;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.YearSum;
import org.kakehashi.kernel.Coded;
import org.kakehashi.schema.agreement.tables.records.ActivitiesRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes what happened under agreements.
@Repository
public class ActivityStore {
    private final DSLContext jooq;

    ActivityStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<Activity> of(Collection<UUID> agreements) {
        return jooq.selectFrom(ACTIVITIES)
                .where(ACTIVITIES.AGREEMENT_ID.eq(any(agreements.toArray(UUID[]::new))))
                .orderBy(ACTIVITIES.YEAR.desc(), ACTIVITIES.KIND, ACTIVITIES.DIRECTION)
                .fetch(ActivityStore::activity);
    }

    /// Sums of students from this fiscal year on.
    public List<Activity> students(Collection<UUID> agreements, int from) {
        return jooq.selectFrom(ACTIVITIES)
                .where(ACTIVITIES.AGREEMENT_ID.eq(any(agreements.toArray(UUID[]::new))))
                .and(ACTIVITIES.KIND.eq(Activity.Kind.STUDENT.code()))
                .and(ACTIVITIES.YEAR.ge(from))
                .fetch(ActivityStore::activity);
    }

    /// The agreements added up.
    public List<YearSum> sums(Collection<UUID> agreements) {
        return jooq.select(
                        ACTIVITIES.KIND,
                        ACTIVITIES.DIRECTION,
                        ACTIVITIES.YEAR,
                        DSL.when(
                                DSL.count().eq(DSL.count(ACTIVITIES.NUMBER)),
                                DSL.sum(ACTIVITIES.NUMBER).cast(Integer.class)))
                .from(ACTIVITIES)
                .where(ACTIVITIES.AGREEMENT_ID.eq(any(agreements.toArray(UUID[]::new))))
                .groupBy(ACTIVITIES.KIND, ACTIVITIES.DIRECTION, ACTIVITIES.YEAR)
                .fetch(row ->
                        new YearSum(
                                Coded.of(Activity.Kind.class, row.value1()),
                                row.value2() == null
                                        ? null
                                        : Coded.of(Condition.Direction.class, row.value2()),
                                row.value3(),
                                row.value4()));
    }

    public Optional<Activity> find(UUID id) {
        return jooq.selectFrom(ACTIVITIES)
                .where(ACTIVITIES.ID.eq(id))
                .fetchOptional(ActivityStore::activity);
    }

    /// Writes the sum; what was there for the same year, term, direction and length gives way.
    public void save(Activity activity) {
        ActivitiesRecord row = new ActivitiesRecord();
        row.setAgreementId(activity.agreement());
        row.setKind(activity.kind().code());
        row.setDirection(activity.direction() == null ? null : activity.direction().code());
        row.setYear(activity.year());
        row.setTerm(activity.term().code());
        row.setPeriod(activity.period().code());
        row.setNumber(activity.number());
        Activity.Source source = activity.source();
        row.setSourceName(source == null ? null : source.name());
        row.setSourceRow(source == null ? null : source.row());
        row.setSourceHash(source == null ? null : source.hash());
        row.setNote(activity.note());
        int found =
                jooq.update(ACTIVITIES)
                        .set(row)
                        .where(ACTIVITIES.AGREEMENT_ID.eq(activity.agreement()))
                        .and(ACTIVITIES.KIND.eq(activity.kind().code()))
                        .and(ACTIVITIES.DIRECTION.isNotDistinctFrom(row.getDirection()))
                        .and(ACTIVITIES.YEAR.eq(activity.year()))
                        .and(ACTIVITIES.TERM.eq(activity.term().code()))
                        .and(ACTIVITIES.PERIOD.eq(activity.period().code()))
                        .execute();
        if (found == 0) {
            jooq.executeInsert(row);
        }
    }

    public void delete(UUID id) {
        jooq.deleteFrom(ACTIVITIES).where(ACTIVITIES.ID.eq(id)).execute();
    }

    private static Activity activity(ActivitiesRecord row) {
        String direction = row.getDirection();
        String source = row.getSourceName();
        return new Activity(
                row.getId(),
                row.getAgreementId(),
                Coded.of(Activity.Kind.class, row.getKind()),
                direction == null ? null : Coded.of(Condition.Direction.class, direction),
                row.getYear(),
                Coded.of(Activity.Term.class, row.getTerm()),
                Coded.of(Condition.Period.class, row.getPeriod()),
                row.getNumber(),
                source == null
                        ? null
                        : new Activity.Source(
                                source,
                                row.getSourceRow() == null ? 0 : row.getSourceRow(),
                                row.getSourceHash() == null ? "" : row.getSourceHash()),
                row.getNote());
    }
}
