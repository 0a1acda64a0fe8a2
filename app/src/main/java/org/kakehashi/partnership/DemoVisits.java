package org.kakehashi.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.organization.DemoPartners;
import org.kakehashi.organization.OrganizationRef;
import org.springframework.stereotype.Component;

/// Invented visits for the demonstration: some over, some to come.
@Component
class DemoVisits implements DemoData {
    private static final int COUNT = 12;
    private static final Bilingual NOTHING = new Bilingual(null, null);
    private static final List<Bilingual> PURPOSES =
            List.of(
                    new Bilingual(
                            "学長表敬と協定更新の協議", "Courtesy call on the President and talks on renewal"),
                    new Bilingual("学生交流の打合せ", "Talks on student exchange"),
                    new Bilingual("共同研究の打合せ", "Talks on joint research"));

    private final Visits visits;
    private final DemoPartners partners;
    private final Units units;
    private final Clock clock;

    DemoVisits(Visits visits, DemoPartners partners, Units units, Clock clock) {
        this.visits = visits;
        this.partners = partners;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void fill() {
        List<OrganizationRef> known = partners.list();
        @Nullable UUID unit = units.list().stream().map(Unit::id).findFirst().orElse(null);
        LocalDate today = LocalDate.now(clock);
        for (int i = 0; i < Math.min(COUNT, known.size()); i++) {
            LocalDate day = today.plusDays(60L - 45L * i);
            UUID visit = visits.save(visit(known.get(i).id(), unit, day, i));
            if (day.isBefore(today)) {
                visits.add(visit, "礼状を送る / Send a letter of thanks", null, day.plusDays(14));
            }
        }
    }

    private static Visit visit(UUID partner, @Nullable UUID unit, LocalDate day, int i) {
        return new Visit(
                null,
                partner,
                i % 3 == 0 ? Visit.Direction.OUTBOUND : Visit.Direction.INBOUND,
                unit,
                day,
                day.plusDays(i % 2),
                PURPOSES.get(i % PURPOSES.size()),
                i % 3 == 0 ? "見本 総長 ほか3名" : "President and 4 others",
                "見本 国際",
                NOTHING,
                null,
                NOTHING,
                List.of(),
                0);
    }
}
