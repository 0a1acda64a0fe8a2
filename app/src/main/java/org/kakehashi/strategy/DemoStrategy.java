package org.kakehashi.strategy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.FiscalYear;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The demonstration's own indicator, recorded values and targets. Everything is invented.
@Component
class DemoStrategy implements DemoData {
    private static final List<String> SHARES = List.of("4.8", "5.1", "5.3", "6.0", "6.2");

    private final Catalogue catalogue;
    private final RecordedValues values;
    private final Targets targets;
    private final DemoPlans plans;
    private final Clock clock;

    DemoStrategy(
            Catalogue catalogue,
            RecordedValues values,
            Targets targets,
            DemoPlans plans,
            Clock clock) {
        this.catalogue = catalogue;
        this.values = values;
        this.targets = targets;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    @Transactional
    public void fill() {
        String inForce = "status in (in_force, expiring)";
        catalogue.add(
                new IndicatorDraft(
                        new Bilingual("学生交流を含む協定の割合", "Agreements with student exchange"),
                        new Bilingual(
                                "基準日に有効な協定のうち、種別に学生交流を含むものの割合。有効かどうか不明な協定は含まない。",
                                "Of the agreements in force on the day, the share whose kinds"
                                        + " include student exchange. Those not known to be in force"
                                        + " are left out."),
                        "percent",
                        1,
                        Indicator.Period.STOCK,
                        MonthDay.of(10, 1),
                        Indicator.Direction.UP,
                        "output",
                        "agreement",
                        "share(count(agreement.agreements where kind = student_exchange and "
                                + inForce
                                + "), count(agreement.agreements where "
                                + inForce
                                + "))",
                        List.of("P1.2", "T1.5")));
        int year = FiscalYear.of(LocalDate.now(clock)).year();
        for (int i = 0; i < SHARES.size(); i++) {
            values.record(
                    "K39",
                    new ValueEntry(
                            year - SHARES.size() + 1 + i,
                            null,
                            new BigDecimal(SHARES.get(i)),
                            "学校基本調査（架空の値） / School survey (invented)",
                            null,
                            null));
        }
        plans.fill(year);
        set("K39", year - 4, Target.Kind.BASELINE, "4.8");
        set("K39", year + 6, Target.Kind.TARGET, "12");
        set("K39", year + 6, Target.Kind.STRETCH, "15");
        set("K61", year - 4, Target.Kind.BASELINE, "290");
        set("K61", year + 3, Target.Kind.TARGET, "430");
    }

    private void set(String code, int year, Target.Kind kind, String value) {
        targets.set(
                new Target(
                        new UUID(0, 0),
                        code,
                        null,
                        year,
                        kind,
                        new BigDecimal(value),
                        "国際戦略（架空） / International Strategy (invented)",
                        0));
    }
}
