package org.kakehashi.review.facts;

import static org.kakehashi.schema.review.Tables.ACTION_FACTS;
import static org.kakehashi.schema.review.Tables.BODIES;
import static org.kakehashi.schema.review.Tables.CASE_FACTS;
import static org.kakehashi.schema.review.Tables.PROCESSES;
import static org.kakehashi.schema.review.Tables.STEP_FACTS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.review.Durations;
import org.kakehashi.ui.Dates;
import org.springframework.stereotype.Service;

/// Figures about reviews, over the room's fact views. Counted over the cases whose units the person
/// acting reads; days are whole and parts of days between two moments.
@Service
public class ReviewFacts {
    /// Corrective actions due in a fiscal year up to a day, and how many of them were done by their
    /// day.
    public record Closure(int fiscalYear, int due, int inTime) {
        /// In percent; null while nothing was due: no data is not zero.
        public @Nullable Integer percent() {
            return due == 0 ? null : Math.round(100f * inTime / due);
        }
    }

    /// How long something took, and what still waits.
    ///
    /// @param id of the body, or of the newest edition of the process
    /// @param median and @param p90 in days, of @param ended; null where nothing ended
    /// @param waiting how many are not over; @param oldest since when the first of them waits
    public record Spread(
            UUID id,
            Bilingual name,
            @Nullable Double median,
            @Nullable Double p90,
            int ended,
            int waiting,
            @Nullable OffsetDateTime oldest) {}

    private final DSLContext jooq;
    private final Access access;

    ReviewFacts(DSLContext jooq, Access access) {
        this.jooq = jooq;
        this.access = access;
    }

    /// K38 付議から決定までの日数: from the moment a step opened at this body to its result; steps that ended
    /// in the fiscal year. Steps that only inform are left out.
    public Durations atBody(UUID body, FiscalYear year) {
        return jooq.select(median(STEP_FACTS.DAYS), DSL.count())
                .from(STEP_FACTS)
                .where(STEP_FACTS.BODY_ID.eq(body))
                .and(STEP_FACTS.STATE.eq("done"))
                .and(within(STEP_FACTS.CLOSED_AT, year))
                .and(stepsReadable())
                .fetchSingle(row -> new Durations(row.value1(), row.value2()));
    }

    /// 提案から終結までの日数: from proposal to approval; cases approved in the fiscal year.
    public Durations proposalToApproval(String subjectKind, FiscalYear year) {
        return jooq.select(median(CASE_FACTS.DAYS), DSL.count())
                .from(CASE_FACTS)
                .where(CASE_FACTS.STATE.eq("approved"))
                .and(CASE_FACTS.SUBJECT_KIND.eq(subjectKind))
                .and(within(CASE_FACTS.CLOSED_AT, year))
                .and(casesReadable())
                .fetchSingle(row -> new Durations(row.value1(), row.value2()));
    }

    /// K14 改善措置完了率: corrective actions due in the fiscal year up to this day, and how many were
    /// done by the day they were due.
    ///
    /// @param body of this committee; null counts all, for who reads reviews everywhere
    public Closure closure(@Nullable UUID body, FiscalYear year, LocalDate today) {
        access.require("review.read");
        Condition which = due(MeasurePeriod.of(year), today);
        if (body != null) {
            which = which.and(ACTION_FACTS.BODY_ID.eq(body));
        } else if (access.reach("review.read") != null) {
            return new Closure(year.year(), 0, 0);
        }
        return jooq.select(DSL.count(), DSL.count().filterWhere(ACTION_FACTS.IN_TIME))
                .from(ACTION_FACTS)
                .where(which)
                .fetchSingle(row -> new Closure(year.year(), row.value1(), row.value2()));
    }

    /// What was due in the period up to a day, or done before it was due.
    static Condition due(MeasurePeriod period, LocalDate today) {
        return ACTION_FACTS
                .DUE_ON
                .between(period.from(), period.to())
                .and(ACTION_FACTS.DUE_ON.le(today).or(ACTION_FACTS.DONE_ON.isNotNull()));
    }

    /// Processes by name: cases decided, in this fiscal year or ever, and cases under way now. The
    /// editions of a process count together.
    public List<Spread> byProcess(@Nullable FiscalYear year) {
        Condition ended =
                CASE_FACTS.STATE.in("approved", "rejected").and(within(CASE_FACTS.CLOSED_AT, year));
        Condition open = CASE_FACTS.STATE.in("running", "returned");
        var newest =
                DSL.select(PROCESSES.CODE, PROCESSES.ID, PROCESSES.NAME_JA, PROCESSES.NAME_EN)
                        .distinctOn(PROCESSES.CODE)
                        .from(PROCESSES)
                        .orderBy(PROCESSES.CODE, PROCESSES.EDITION.desc())
                        .asTable("newest");
        Field<UUID> id = newest.field(PROCESSES.ID);
        Field<String> ja = newest.field(PROCESSES.NAME_JA);
        Field<String> en = newest.field(PROCESSES.NAME_EN);
        return jooq.select(
                        id,
                        ja,
                        en,
                        filtered("percentile_cont(0.5)", CASE_FACTS.DAYS, ended),
                        filtered("percentile_cont(0.9)", CASE_FACTS.DAYS, ended),
                        DSL.count().filterWhere(ended),
                        DSL.count().filterWhere(open),
                        DSL.min(CASE_FACTS.PROPOSED_AT).filterWhere(open))
                .from(CASE_FACTS)
                .join(newest)
                .on(newest.field(PROCESSES.CODE).eq(CASE_FACTS.PROCESS_CODE))
                .where(casesReadable())
                .and(ended.or(open))
                .groupBy(id, ja, en)
                .orderBy(DSL.count().filterWhere(open).desc(), ja)
                .fetch(row ->
                        new Spread(
                                row.value1(),
                                new Bilingual(row.value2(), row.value3()),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8()));
    }

    /// Committees and posts: steps ended there, in this fiscal year or ever, and steps that wait
    /// there now.
    public List<Spread> byBody(@Nullable FiscalYear year) {
        Condition ended = STEP_FACTS.STATE.eq("done").and(within(STEP_FACTS.CLOSED_AT, year));
        Condition open = STEP_FACTS.STATE.eq("open");
        return jooq.select(
                        BODIES.ID,
                        BODIES.NAME_JA,
                        BODIES.NAME_EN,
                        filtered("percentile_cont(0.5)", STEP_FACTS.DAYS, ended),
                        filtered("percentile_cont(0.9)", STEP_FACTS.DAYS, ended),
                        DSL.count().filterWhere(ended),
                        DSL.count().filterWhere(open),
                        DSL.min(STEP_FACTS.OPENED_AT).filterWhere(open))
                .from(STEP_FACTS)
                .join(BODIES)
                .on(BODIES.ID.eq(STEP_FACTS.BODY_ID))
                .where(stepsReadable())
                .and(ended.or(open))
                .groupBy(BODIES.ID, BODIES.NAME_JA, BODIES.NAME_EN, BODIES.POSITION)
                .orderBy(BODIES.POSITION, BODIES.NAME_JA)
                .fetch(row ->
                        new Spread(
                                row.value1(),
                                new Bilingual(row.value2(), row.value3()),
                                row.value4(),
                                row.value5(),
                                row.value6(),
                                row.value7(),
                                row.value8()));
    }

    private Condition casesReadable() {
        return access.scope("review.read", CASE_FACTS.UNIT_IDS, null);
    }

    private Condition stepsReadable() {
        return access.scope("review.read", STEP_FACTS.UNIT_IDS, null);
    }

    private static Condition within(Field<OffsetDateTime> moment, @Nullable FiscalYear year) {
        return year == null
                ? DSL.trueCondition()
                : moment.ge(year.start().atStartOfDay(Dates.zone()).toOffsetDateTime())
                        .and(
                                moment.lt(
                                        year.plus(1)
                                                .start()
                                                .atStartOfDay(Dates.zone())
                                                .toOffsetDateTime()));
    }

    private static Field<Double> median(Field<? extends Number> days) {
        return filtered("percentile_cont(0.5)", days, DSL.trueCondition());
    }

    private static Field<Double> filtered(
            String what, Field<? extends Number> days, Condition which) {
        return DSL.field(
                what + " within group (order by {0}::double precision) filter (where {1})",
                Double.class,
                days,
                which);
    }
}
