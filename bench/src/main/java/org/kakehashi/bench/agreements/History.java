package org.kakehashi.bench.agreements;

import java.util.UUID;
import org.jooq.DSLContext;

/// What happened under the agreements and between the partners: exchange of the last years under
/// every agreement with a memorandum, visits, and twenty years of both with one partner.
final class History {
    private final DSLContext jooq;

    History(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Invents it and answers the partner with the longest history. History twins are left out: the
    /// pages that are measured do not read them, and writing them takes most of the time.
    UUID fill() {
        UUID partner =
                jooq.transactionResult(inside -> {
                    inside.dsl().execute("set local session_replication_role = replica");
                    return new History(inside.dsl()).invent();
                });
        jooq.execute("vacuum analyze");
        return partner;
    }

    private UUID invent() {
        jooq.execute(
                """
                insert into agreement.activities (agreement_id, kind, direction, year, period, number)
                select x.agreement_id, 'student', d, y, 'semester', case when hashtext(x.agreement_id::text || d || y) % 20 = 0 then null
                    else abs(hashtext(x.agreement_id::text || y || d)) % 7 end
                from (select distinct agreement_id from agreement.annexes) x
                cross join unnest(array['inbound', 'outbound']) d cross join generate_series(2023, 2026) y
                """);
        jooq.execute(
                """
                insert into partnership.visits (organization_id, direction, from_day, until_day, purpose_en, minutes_en)
                select o.id, case i % 2 when 0 then 'inbound' else 'outbound' end,
                    date '2026-11-01' - (i * 300 + (o.n % 200)::int), date '2026-11-01' - (i * 300 + (o.n % 200)::int), 'Talks', 'Agreed to go on.'
                from (select id, row_number() over (order by id) n from organization.organizations where origin = 'local') o
                cross join generate_series(1, 2) i where o.n <= 1500
                """);
        UUID partner = longest();
        jooq.execute(
                """
                insert into agreement.activities (agreement_id, kind, direction, year, period, number)
                select l.agreement_id, 'staff', d, y, 'short', 1 + y % 3
                from agreement.register_lines l cross join unnest(array['inbound', 'outbound']) d
                cross join generate_series(2007, 2026) y where l.organization_ids @> array[{0}]
                """,
                partner);
        jooq.execute(
                """
                insert into partnership.visits (organization_id, direction, from_day, until_day, purpose_en, minutes_en)
                select {0}, case n % 2 when 0 then 'inbound' else 'outbound' end, date '2026-11-01' - (n * 90)::int, date '2026-11-01' - (n * 90)::int,
                    'Talks', 'Agreed to go on.' from generate_series(0, 80) n
                """,
                partner);
        return partner;
    }

    private UUID longest() {
        return jooq.resultQuery(
                        "select p from agreement.register_lines l, unnest(l.organization_ids) p"
                                + " group by p order by count(*) desc, p limit 1")
                .fetchSingle(0, UUID.class);
    }
}
