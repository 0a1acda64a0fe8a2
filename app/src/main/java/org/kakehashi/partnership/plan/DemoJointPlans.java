package org.kakehashi.partnership.plan;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.partnership.designation.Candidacies;
import org.kakehashi.partnership.designation.Candidacy;
import org.kakehashi.partnership.designation.Criterion;
import org.springframework.stereotype.Component;

/// The demonstration's plan with its strategic partner. Everything is invented.
@Component
class DemoJointPlans implements DemoData {
    private final JointPlans plans;
    private final Candidacies candidacies;
    private final Users users;
    private final Clock clock;

    DemoJointPlans(JointPlans plans, Candidacies candidacies, Users users, Clock clock) {
        this.plans = plans;
        this.candidacies = candidacies;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 46;
    }

    @Override
    public void fill() {
        User user = users.findByLogin("office").orElseThrow();
        CurrentUser office = new CurrentUser(user.id(), user.login(), user.name(), user.grants());
        LocalDate today = LocalDate.now(clock);
        office.run(() -> candidacies.designated(today).forEach(one -> fill(one, today, user)));
    }

    private void fill(Candidacy one, LocalDate today, User owner) {
        int year = FiscalYear.of(today).year();
        plans.save(
                one.id(),
                new JointPlan.Talk(
                        null,
                        today.minusDays(40),
                        "見本 両大学の国際担当 / Sample: both international offices",
                        new Bilingual(
                                "見本 来年度の計画を確認した。", "Sample: the plan of next year was agreed."),
                        0));
        plans.save(
                one.id(),
                new JointPlan.Goal(
                        null,
                        plans.of(one.id()).talks().getFirst().id(),
                        new Bilingual("見本 共同セミナーの開催", "Sample: a joint seminar"),
                        owner.id(),
                        "International Office",
                        today.plusDays(90),
                        JointPlan.Status.OPEN,
                        null,
                        0));
        plans.save(
                one.id(),
                new JointPlan.BudgetLine(
                        null,
                        year,
                        new Bilingual("見本 旅費", "Sample: travel"),
                        1_200_000L,
                        450_000L,
                        0));
        for (JointPlan.Side side : JointPlan.Side.values()) {
            plans.save(
                    one.id(),
                    new JointPlan.Benefit(
                            null,
                            side,
                            side == JointPlan.Side.OURS
                                    ? new Bilingual("見本 相手機関からの来訪", "Sample: visits to us")
                                    : new Bilingual(
                                            "見本 共同指導を受けた学生", "Sample: students jointly supervised"),
                            null,
                            side == JointPlan.Side.OURS
                                    ? new Criterion.Source(
                                            "partnership.visits",
                                            "direction=inbound",
                                            1,
                                            Criterion.Of.COUNT,
                                            null)
                                    : null,
                            Map.of(),
                            0));
        }
        List<JointPlan.Benefit> benefits = plans.of(one.id()).benefits();
        benefits.stream()
                .filter(each -> each.source() == null && each.id() != null)
                .forEach(each ->
                        plans.value(
                                one.id(),
                                java.util.Objects.requireNonNull(each.id()),
                                year - 1,
                                BigDecimal.valueOf(6)));
    }
}
