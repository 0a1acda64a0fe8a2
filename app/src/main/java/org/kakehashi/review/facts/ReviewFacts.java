package org.kakehashi.review.facts;

import static org.kakehashi.schema.review.Tables.ACTIONS;
import static org.kakehashi.schema.review.Tables.CASES;
import static org.kakehashi.schema.review.Tables.CASE_STEPS;
import static org.kakehashi.schema.review.Tables.MEETINGS;
import static org.kakehashi.schema.review.Tables.STEPS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.review.Durations;
import org.kakehashi.ui.Dates;
import org.springframework.stereotype.Service;

/// Figures about reviews, each defined here once. Counted over the cases whose units the person
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

    private final DSLContext jooq;
    private final Access access;

    ReviewFacts(DSLContext jooq, Access access) {
        this.jooq = jooq;
        this.access = access;
    }

    /// K38 付議から決定までの日数: from the moment a step opened at this body to its result; steps that ended
    /// in the fiscal year. Steps that only inform are left out.
    public Durations atBody(UUID body, FiscalYear year) {
        return jooq.select(median(CASE_STEPS.CLOSED_AT, CASE_STEPS.OPENED_AT), DSL.count())
                .from(CASE_STEPS)
                .join(STEPS)
                .on(STEPS.ID.eq(CASE_STEPS.STEP_ID))
                .join(CASES)
                .on(CASES.ID.eq(CASE_STEPS.CASE_ID))
                .where(STEPS.BODY_ID.eq(body))
                .and(STEPS.KIND.ne("inform"))
                .and(CASE_STEPS.STATE.eq("done"))
                .and(within(CASE_STEPS.CLOSED_AT, year))
                .and(readable())
                .fetchSingle(row -> new Durations(row.value1(), row.value2()));
    }

    /// K05, as far as this room sees it 提案から終結までの日数: from proposal to approval, signatures included
    /// where the process has them; cases approved in the fiscal year.
    public Durations proposalToApproval(String subjectKind, FiscalYear year) {
        return jooq.select(median(CASES.CLOSED_AT, CASES.PROPOSED_AT), DSL.count())
                .from(CASES)
                .where(CASES.STATE.eq("approved"))
                .and(CASES.SUBJECT_KIND.eq(subjectKind))
                .and(within(CASES.CLOSED_AT, year))
                .and(readable())
                .fetchSingle(row -> new Durations(row.value1(), row.value2()));
    }

    /// K14 改善措置完了率: corrective actions due in the fiscal year up to this day, and how many were
    /// done by the day they were due.
    ///
    /// @param body of this committee; null counts all, for who reads reviews everywhere
    public Closure closure(@Nullable UUID body, FiscalYear year, LocalDate today) {
        access.require("review.read");
        Condition due =
                ACTIONS.DUE_ON
                        .between(year.start(), year.end())
                        .and(ACTIONS.DUE_ON.le(today).or(ACTIONS.DONE_ON.isNotNull()));
        if (body != null) {
            due =
                    due.and(
                            ACTIONS.MEETING_ID.in(
                                    DSL.select(MEETINGS.ID)
                                            .from(MEETINGS)
                                            .where(MEETINGS.BODY_ID.eq(body))));
        } else if (access.reach("review.read") != null) {
            return new Closure(year.year(), 0, 0);
        }
        return jooq.select(DSL.count(), DSL.count().filterWhere(ACTIONS.DONE_ON.le(ACTIONS.DUE_ON)))
                .from(ACTIONS)
                .where(due)
                .fetchSingle(row -> new Closure(year.year(), row.value1(), row.value2()));
    }

    private Condition readable() {
        return access.scope("review.read", CASES.UNIT_IDS, null);
    }

    private static Condition within(Field<OffsetDateTime> moment, FiscalYear year) {
        return moment.ge(year.start().atStartOfDay(Dates.zone()).toOffsetDateTime())
                .and(moment.lt(year.plus(1).start().atStartOfDay(Dates.zone()).toOffsetDateTime()));
    }

    private static Field<Double> median(Field<OffsetDateTime> until, Field<OffsetDateTime> since) {
        return DSL.field(
                "percentile_cont(0.5) within group (order by extract(epoch from {0} - {1}) / 86400.0)",
                Double.class, until, since);
    }
}
