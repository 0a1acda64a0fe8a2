package org.kakehashi.agreement.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.access.Units;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.internal.DemoPlan.DemoUnit;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.DemoPartners;
import org.springframework.stereotype.Component;

/// The agreements of the demonstration: several hundred, all invented ([DemoPlan]).
@Component
class DemoAgreements implements DemoData {
    private final Agreements agreements;
    private final DemoPartners partners;
    private final Units units;
    private final Clock clock;

    DemoAgreements(Agreements agreements, DemoPartners partners, Units units, Clock clock) {
        this.agreements = agreements;
        this.partners = partners;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void fill() {
        Map<String, DemoUnit> byCode = new LinkedHashMap<>();
        units.list().forEach(unit -> byCode.put(unit.code(), new DemoUnit(unit.id(), unit.name())));
        List<DemoPartner> known =
                partners.list().stream()
                        .filter(one -> one.country() != null)
                        .map(DemoPartner::of)
                        .toList();
        agreements.createAll(
                new DemoPlan(LocalDate.now(clock), known, byCode).all(),
                "見本データ / demonstration data");
    }
}
