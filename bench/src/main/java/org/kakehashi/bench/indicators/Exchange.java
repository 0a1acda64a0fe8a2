package org.kakehashi.bench.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.DemoAccounts;
import org.kakehashi.access.Unit;
import org.kakehashi.access.Units;
import org.kakehashi.bench.agreements.Filling;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.Installation;
import org.springframework.context.ApplicationContext;

/// Invents units, agreements and what happened under them.
final class Exchange {
    private static final int YEARS = 10;

    private final ApplicationContext context;
    private final DSLContext jooq;

    Exchange(ApplicationContext context) {
        this.context = context;
        jooq = context.getBean(DSLContext.class);
    }

    void ground(int units, int agreements) {
        context.getBean(Installation.class)
                .establish(
                        new Installation.Owner(
                                false, new Bilingual("測定大学", "Measured University"), null));
        context.getBean(DemoAccounts.class).fill();
        Units all = context.getBean(Units.class);
        UUID root =
                all.list().stream()
                        .filter(one -> one.parent() == null)
                        .findFirst()
                        .orElseThrow()
                        .id();
        for (int i = all.list().size(); i < units; i++) {
            all.save(
                    new Unit(
                            new UUID(0x7100L, 0x8000_0000_0000_0000L | i),
                            "B" + i,
                            root,
                            "school",
                            new Bilingual("測定部局" + i, "Measured School " + i),
                            null,
                            null,
                            null,
                            100 + i,
                            0));
        }
        new Filling(context).agreements(agreements);
        // what is invented here has no past to keep
        jooq.execute("alter table agreement.activities disable trigger keep_history");
        jooq.execute("select setseed(0.2026)");
    }

    /// Adds records until there are about so many; answers how many there are.
    long records(long wanted) {
        long there = count();
        long agreements =
                jooq.fetchSingle("select count(*) from agreement.agreements").get(0, long.class);
        int year = FiscalYear.of(LocalDate.now()).year();
        // 48 combinations for each agreement and year; more than those can hold go back further
        int years = (int) Math.max(YEARS, Math.ceil(wanted * 1.1 / (agreements * 48.0)));
        double chance = (wanted - there) / (double) (agreements * years * 48L - there);
        for (int back = 0; back < years; back++) {
            jooq.execute(
                    """
                    insert into agreement.activities (agreement_id, kind, direction, year, term, period, number)
                    select a.id, kind, direction, ?, term, period,
                        case when random() < 0.02 then null else 1 + floor(random() * 9)::int end
                    from (select id from agreement.agreements) a
                    cross join unnest(array['student', 'staff']) kind
                    cross join unnest(array['inbound', 'outbound']) direction
                    cross join unnest(array['year', 'first', 'second']) term
                    cross join unnest(array['year', 'semester', 'short', 'unknown']) period
                    where random() < ?
                    on conflict do nothing
                    """,
                    year - back,
                    chance);
        }
        jooq.execute("select agreement.put_exchange_together()");
        jooq.execute("vacuum analyze agreement.activities");
        jooq.execute("vacuum analyze agreement.exchange_totals");
        return count();
    }

    long count() {
        return jooq.fetchSingle("select count(*) from agreement.activities").get(0, long.class);
    }

    /// Agreements whose use is changed to see how fast it shows.
    List<UUID> some(int number) {
        return jooq.fetch("select id from agreement.agreements order by id limit ?", number)
                .map(row -> row.get(0, UUID.class));
    }
}
