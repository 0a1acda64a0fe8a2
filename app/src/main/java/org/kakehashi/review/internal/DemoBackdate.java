package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.CASES;
import static org.kakehashi.schema.review.Tables.CASE_STEPS;
import static org.kakehashi.schema.review.Tables.EVENTS;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/// Moves invented cases of the demonstration into the past, so that there is something to see: the
/// first event lies so many days back, each later one a few days after the one before.
@Repository
public class DemoBackdate {
    private final DSLContext jooq;

    DemoBackdate(DSLContext jooq) {
        this.jooq = jooq;
    }

    public void move(UUID caseId, int daysBack, int daysBetween) {
        jooq.execute(
                """
                with moments as (
                  select position, at as old,
                         at - make_interval(days => greatest(0, ? - ? * (dense_rank() over (order by at) - 1)::int)) as moved
                  from review.events where case_id = ?)
                update review.events e set at = m.moved from moments m
                where e.case_id = ? and e.position = m.position
                """,
                daysBack,
                daysBetween,
                caseId,
                caseId);
        jooq.update(CASE_STEPS)
                .set(
                        CASE_STEPS.OPENED_AT,
                        DSL.field(
                                "(select max(at) from review.events e where e.case_id = {0} and e.step_id = {1} and e.kind = 'opened')",
                                CASE_STEPS.OPENED_AT.getDataType(),
                                CASE_STEPS.CASE_ID,
                                CASE_STEPS.STEP_ID))
                .set(
                        CASE_STEPS.CLOSED_AT,
                        DSL.field(
                                "(select max(at) from review.events e where e.case_id = {0} and e.step_id = {1} and e.kind = 'done')",
                                CASE_STEPS.CLOSED_AT.getDataType(),
                                CASE_STEPS.CASE_ID,
                                CASE_STEPS.STEP_ID))
                .where(CASE_STEPS.CASE_ID.eq(caseId))
                .execute();
        jooq.execute(
                """
                update review.case_steps cs set due_on = (cs.opened_at at time zone 'Asia/Tokyo')::date + s.days
                from review.steps s where s.id = cs.step_id and cs.case_id = ? and cs.due_on is not null
                """,
                caseId);
        jooq.update(CASES)
                .set(
                        CASES.PROPOSED_AT,
                        DSL.select(DSL.min(EVENTS.AT))
                                .from(EVENTS)
                                .where(EVENTS.CASE_ID.eq(caseId)))
                .set(
                        CASES.CLOSED_AT,
                        DSL.when(
                                CASES.CLOSED_AT.isNotNull(),
                                DSL.field(
                                        DSL.select(DSL.max(EVENTS.AT))
                                                .from(EVENTS)
                                                .where(EVENTS.CASE_ID.eq(caseId)))))
                .where(CASES.ID.eq(caseId))
                .execute();
    }
}
