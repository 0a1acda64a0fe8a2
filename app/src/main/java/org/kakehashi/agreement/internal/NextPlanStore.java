package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.NEXT_PLANS;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.agreement.NextPlan;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.agreement.tables.records.NextPlansRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes plans for the next period.
@Repository
public class NextPlanStore {
    private final DSLContext jooq;

    NextPlanStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<NextPlan> find(UUID agreement) {
        return jooq.selectFrom(NEXT_PLANS)
                .where(NEXT_PLANS.AGREEMENT_ID.eq(agreement))
                .fetchOptional(row ->
                        new NextPlan(
                                row.getAgreementId(),
                                new Bilingual(row.getPlanJa(), row.getPlanEn()),
                                row.getStudentsIn(),
                                row.getStudentsOut(),
                                row.getVersion()));
    }

    public void save(NextPlan plan) {
        NextPlansRecord row = new NextPlansRecord();
        row.setPlanJa(plan.text().ja());
        row.setPlanEn(plan.text().en());
        row.setStudentsIn(plan.studentsIn());
        row.setStudentsOut(plan.studentsOut());
        row.setVersion(plan.version() + 1);
        int found =
                jooq.update(NEXT_PLANS)
                        .set(row)
                        .where(NEXT_PLANS.AGREEMENT_ID.eq(plan.agreement()))
                        .and(NEXT_PLANS.VERSION.eq(plan.version()))
                        .execute();
        if (found == 0) {
            row.setAgreementId(plan.agreement());
            int inserted =
                    plan.version() == 0
                            ? jooq.insertInto(NEXT_PLANS).set(row).onConflictDoNothing().execute()
                            : 0;
            if (inserted == 0) {
                throw KakehashiException.changedMeanwhile();
            }
        }
    }
}
