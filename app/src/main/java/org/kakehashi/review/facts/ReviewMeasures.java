package org.kakehashi.review.facts;

import static org.kakehashi.schema.review.Tables.ACTION_FACTS;
import static org.kakehashi.schema.review.Tables.CASE_FACTS;
import static org.kakehashi.schema.review.Tables.HOLDERS;
import static org.kakehashi.schema.review.Tables.STEP_FACTS;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Measure;
import org.kakehashi.kernel.MeasureDimension;
import org.kakehashi.kernel.MeasureDimension.What;
import org.kakehashi.kernel.MeasurePeriod;
import org.kakehashi.ui.Dates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What of reviews formulas count: cases decided, agreements signed, results at bodies, corrective
/// actions due.
@Configuration(proxyBeanMethods = false)
class ReviewMeasures {
    private final Access access;
    private final CodeNames names;
    private final Clock clock;

    ReviewMeasures(Access access, CodeNames names, Clock clock) {
        this.access = access;
        this.names = names;
        this.clock = clock;
    }

    /// Cases approved or rejected in the period; the days from proposal to end.
    @Bean
    Measure reviewProposals() {
        return ofCases("review.proposals", CASE_FACTS.CLOSED_AT, CASE_FACTS.DAYS);
    }

    /// Approved cases whose last signature fell in the period; the days from proposal to it (K05).
    @Bean
    Measure reviewSignatures() {
        return ofCases("review.signatures", CASE_FACTS.SIGNED_AT, CASE_FACTS.DAYS_TO_SIGNATURE);
    }

    private Measure ofCases(
            String name, Field<OffsetDateTime> moment, Field<? extends Number> days) {
        return new ReviewMeasure(
                name,
                "cases",
                CASE_FACTS,
                CASE_FACTS.CASE_ID,
                () -> access.scope("review.read", CASE_FACTS.UNIT_IDS, null),
                period -> within(moment, period).and(CASE_FACTS.STATE.in("approved", "rejected")),
                List.of(
                        MeasureDimension.one("kind", What.CODE, CASE_FACTS.SUBJECT_KIND),
                        MeasureDimension.one("process", What.CODE, CASE_FACTS.PROCESS_CODE),
                        MeasureDimension.one("state", What.CODE, CASE_FACTS.STATE),
                        MeasureDimension.ids("unit", What.UNIT, CASE_FACTS.UNIT_IDS)),
                days,
                "/reviews/",
                japanese ->
                        ReviewMeasure.called(
                                CASE_FACTS.NUMBER,
                                japanese ? CASE_FACTS.TITLE_JA : CASE_FACTS.TITLE_EN,
                                japanese ? CASE_FACTS.TITLE_EN : CASE_FACTS.TITLE_JA),
                names);
    }

    /// Results of steps at bodies in the period; the days from opening to result (K38).
    @Bean
    Measure reviewSteps() {
        return new ReviewMeasure(
                "review.steps",
                "cases",
                STEP_FACTS,
                STEP_FACTS.CASE_ID,
                () -> access.scope("review.read", STEP_FACTS.UNIT_IDS, null),
                period -> within(STEP_FACTS.CLOSED_AT, period).and(STEP_FACTS.STATE.eq("done")),
                List.of(
                        MeasureDimension.one("kind", What.CODE, STEP_FACTS.SUBJECT_KIND),
                        MeasureDimension.one("step_kind", What.CODE, STEP_FACTS.STEP_KIND),
                        MeasureDimension.one("body", What.CODE, STEP_FACTS.BODY_CODE),
                        MeasureDimension.one("body_kind", What.CODE, STEP_FACTS.BODY_KIND),
                        MeasureDimension.ids("unit", What.UNIT, STEP_FACTS.UNIT_IDS)),
                STEP_FACTS.DAYS,
                "/reviews/",
                japanese ->
                        DSL.concat(
                                ReviewMeasure.called(
                                        STEP_FACTS.NUMBER,
                                        japanese ? STEP_FACTS.TITLE_JA : STEP_FACTS.TITLE_EN,
                                        japanese ? STEP_FACTS.TITLE_EN : STEP_FACTS.TITLE_JA),
                                DSL.inline(" · "),
                                japanese ? STEP_FACTS.STEP_JA : STEP_FACTS.STEP_EN),
                names);
    }

    /// Corrective actions due in the period up to today, and those done before they were due (K14).
    @Bean
    Measure reviewActions() {
        return new ReviewMeasure(
                "review.actions",
                "actions",
                ACTION_FACTS,
                ACTION_FACTS.MEETING_ID,
                this::ofReadableBodies,
                period -> ReviewFacts.due(period, LocalDate.now(clock)),
                List.of(
                        MeasureDimension.one("body", What.CODE, ACTION_FACTS.BODY_CODE),
                        MeasureDimension.one("in_time", What.CODE, ACTION_FACTS.IN_TIME)),
                null,
                "/meetings/",
                japanese ->
                        ReviewMeasure.called(
                                ACTION_FACTS.NUMBER,
                                japanese ? ACTION_FACTS.TITLE_JA : ACTION_FACTS.TITLE_EN,
                                japanese ? ACTION_FACTS.TITLE_EN : ACTION_FACTS.TITLE_JA),
                names);
    }

    /// Who reads reviews everywhere counts all; others those of committees they sit in.
    private Condition ofReadableBodies() {
        if (access.may("review.read") && access.reach("review.read") == null) {
            return DSL.trueCondition();
        }
        UUID me = CurrentUser.get().id();
        return me == null
                ? DSL.falseCondition()
                : ACTION_FACTS.BODY_ID.in(
                        DSL.select(HOLDERS.BODY_ID)
                                .from(HOLDERS)
                                .where(HOLDERS.USER_ID.eq(me))
                                .and(
                                        DSL.condition(
                                                "{0} @> {1}",
                                                HOLDERS.VALID, DSL.val(LocalDate.now(clock)))));
    }

    private static Condition within(Field<OffsetDateTime> moment, MeasurePeriod period) {
        return moment.ge(period.from().atStartOfDay(Dates.zone()).toOffsetDateTime())
                .and(
                        moment.lt(
                                period.to()
                                        .plusDays(1)
                                        .atStartOfDay(Dates.zone())
                                        .toOffsetDateTime()));
    }
}
