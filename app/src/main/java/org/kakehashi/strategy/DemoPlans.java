package org.kakehashi.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.access.User;
import org.kakehashi.access.Users;
import org.kakehashi.kernel.Bilingual;
import org.springframework.stereotype.Component;

/// The demonstration's plans: owners and steps of the strategy, an edition, and the plan of a unit
/// aligned to it. Everything is invented.
@Component
class DemoPlans {
    private static final String UNIT = "ENG";

    private final PlanChanges changes;
    private final Plans plans;
    private final Units units;
    private final Users users;

    DemoPlans(PlanChanges changes, Plans plans, Units units, Users users) {
        this.changes = changes;
        this.plans = plans;
        this.units = units;
        this.users = users;
    }

    void fill(int year) {
        Map<String, UUID> people =
                users.list().stream().collect(Collectors.toMap(User::login, User::id));
        UUID unit = units.findByNameOrCode(UNIT).map(Unit::id).orElse(null);
        own("P1.3", null, people.get("office"));
        own("T1.5", unit, people.get("member"));
        step(
                "P1.3",
                PlanStep.Kind.MEASURE,
                new Bilingual("協定台帳の全件点検", "Every agreement checked"),
                "activity",
                people.get("office"),
                LocalDate.of(year, 4, 1),
                LocalDate.of(year + 1, 3, 31));
        step(
                "T1.5",
                PlanStep.Kind.MILESTONE,
                new Bilingual("派遣先での単位認定の規程", "Rules on credits earned abroad"),
                "output",
                people.get("member"),
                null,
                LocalDate.of(year + 1, 9, 30));
        changes.adopt(
                "INT",
                LocalDate.of(year - 2, 4, 1),
                new Bilingual("策定（架空）", "First adopted (invented)"));
        if (unit != null) {
            ofUnit(unit, year);
        }
    }

    private void ofUnit(UUID unit, int year) {
        changes.create(
                new Plan(
                        "ENGP",
                        new Bilingual("工学系国際計画（架空）", "Engineering: plan abroad (invented)"),
                        Plan.Scope.UNIT,
                        unit,
                        year,
                        year + 5,
                        0,
                        List.of()));
        String part =
                changes.addPart(
                        "ENGP",
                        new Plan.Part(
                                "",
                                Plan.Kind.TARGET,
                                new Bilingual("学生の双方向交流", "Students in both directions"),
                                new Bilingual("派遣と受入の均衡をとる。", "Keep the exchange balanced."),
                                0,
                                List.of()));
        String action =
                changes.addAction(
                        "ENGP",
                        part,
                        action(
                                "",
                                new Bilingual("短期派遣の拡充", "More short stays abroad"),
                                unit,
                                null,
                                0));
        changes.align(action, "T1.5", true);
        changes.hang(action, "K46", true);
    }

    private void own(String code, @Nullable UUID unit, @Nullable UUID owner) {
        Plan.Action kept = plans.action(code);
        changes.changeAction(action(code, kept.title(), unit, owner, kept.version()));
    }

    private static Plan.Action action(
            String code, Bilingual title, @Nullable UUID unit, @Nullable UUID owner, int version) {
        return new Plan.Action(code, title, unit, owner, null, version, List.of(), List.of());
    }

    private void step(
            String action,
            PlanStep.Kind kind,
            Bilingual title,
            String level,
            @Nullable UUID owner,
            @Nullable LocalDate from,
            LocalDate due) {
        changes.saveStep(
                action,
                new PlanStep(
                        PlanStep.NEW, kind, title, level, null, owner, from, due, null, null, 0));
    }
}
