package org.kakehashi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kakehashi.access.Units;
import org.kakehashi.access.Users;
import org.kakehashi.strategy.SampleAgreements;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

/// Whatever happens to records and agreements, the sums kept of exchange are what the records give.
class ExchangeTotalsStoreTests extends ApplicationTest {
    @Autowired Agreements agreements;
    @Autowired Units units;
    @Autowired Users users;
    @Autowired DSLContext jooq;

    private static final String FROM_RECORDS =
            """
            select 'none' as told, year, kind, direction, period, level, visibility,
                case when visibility = 'restricted' then unit_ids else '{}' end as scope_units,
                '{}'::text[] as countries, '{}'::text[] as regions, '{}'::uuid[] as unit_ids, count(*) as records,
                coalesce(sum(persons), 0) as persons, count(*) filter (where persons is null) as unknown
            from agreement.exchange_facts group by 1, 2, 3, 4, 5, 6, 7, 8
            union all
            select 'country', year, kind, direction, period, level, visibility,
                case when visibility = 'restricted' then unit_ids else '{}' end, countries, regions, '{}', count(*),
                coalesce(sum(persons), 0), count(*) filter (where persons is null)
            from agreement.exchange_facts group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
            union all
            select 'unit', year, kind, direction, period, level, visibility,
                case when visibility = 'restricted' then unit_ids else '{}' end, '{}', '{}', unit_ids, count(*),
                coalesce(sum(persons), 0), count(*) filter (where persons is null)
            from agreement.exchange_facts group by 1, 2, 3, 4, 5, 6, 7, 8, 11
            """;

    private static final String FROM_SUMS =
            """
            select told, year, kind, direction, period, level, visibility, scope_units, countries, regions, unit_ids,
                sum(records)::bigint as records, sum(persons) as persons, sum(unknown)::bigint as unknown
            from agreement.exchange_totals group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            having sum(records) <> 0 or sum(persons) <> 0 or sum(unknown) <> 0
            """;

    @Test
    void theSumsFollowEveryChange() {
        new SampleAgreements(agreements, units, users, jooq).fill();
        long seed = 20_261_121;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int step = 0; step < 240; step++) {
            List<UUID> all =
                    jooq.fetch("select id from agreement.agreements order by number")
                            .map(row -> row.get(0, UUID.class));
            int what = random.nextInt(9);
            change(random, what, all.get(random.nextInt(all.size())));
            assertThat(differences()).as("step " + step + ", change " + what).isZero();
        }
        assertThat(jooq.fetch(FROM_RECORDS)).isNotEmpty();
        jooq.execute("delete from agreement.activities");
        assertThat(jooq.fetch(FROM_SUMS)).isEmpty();
    }

    private int differences() {
        return jooq.fetchSingle(
                        "select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) d"
                                .formatted("(" + FROM_RECORDS + ")", "(" + FROM_SUMS + ")"))
                .get(0, int.class);
    }

    private void change(Random random, int what, UUID agreement) {
        switch (what) {
            case 0, 1, 2 ->
                    jooq.execute(
                            """
                            insert into agreement.activities (agreement_id, kind, direction, year, number)
                            values (?, ?, ?, ?, ?) on conflict do nothing
                            """,
                            agreement,
                            random.nextBoolean() ? "student" : "staff",
                            random.nextBoolean() ? "inbound" : "outbound",
                            2020 + random.nextInt(5),
                            random.nextInt(5) == 0 ? null : random.nextInt(20));
            case 3 ->
                    jooq.execute(
                            "insert into agreement.activities (agreement_id, kind, year, number)"
                                    + " values (?, 'event', 2021, 3) on conflict do nothing",
                            agreement);
            case 4 ->
                    jooq.execute(
                            "update agreement.activities set number = ?, direction = 'inbound',"
                                    + " year = year + 5 where agreement_id = ? and kind = 'student' and"
                                    + " direction = 'outbound' and not exists (select from"
                                    + " agreement.activities o where o.agreement_id ="
                                    + " activities.agreement_id and o.year = activities.year + 5)",
                            random.nextInt(30),
                            agreement);
            case 5 ->
                    jooq.execute(
                            "delete from agreement.activities where id in (select id from"
                                    + " agreement.activities order by id limit 1)");
            case 6 -> {
                jooq.execute(
                        "update agreement.agreements set visibility = case visibility when"
                                + " 'members' then 'restricted' when 'restricted' then 'public' else"
                                + " 'members' end where id = ?",
                        agreement);
                jooq.execute("select agreement.refresh(array[?::uuid])", agreement);
            }
            case 7 -> {
                jooq.execute(
                        "update agreement.parties set country = case country when 'DE' then 'FR'"
                                + " else 'DE' end where agreement_id = ?",
                        agreement);
                jooq.execute("select agreement.refresh(array[?::uuid])", agreement);
            }
            default -> {
                if (random.nextInt(6) == 0) {
                    jooq.execute("delete from agreement.agreements where id = ?", agreement);
                } else {
                    jooq.execute("select agreement.put_exchange_together()");
                }
            }
        }
    }
}
