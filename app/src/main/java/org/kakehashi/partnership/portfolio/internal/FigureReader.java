package org.kakehashi.partnership.portfolio.internal;

import static org.kakehashi.schema.agreement.Tables.REGISTER_LINES;
import static org.kakehashi.schema.partnership.Tables.EXCHANGE_FACTS;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementScope;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.partnership.portfolio.Amount;
import org.kakehashi.partnership.portfolio.PartnerFigures;
import org.springframework.stereotype.Repository;

/// Counts, partner by partner, what the person acting may read: agreements, exchange, visits.
@Repository
public class FigureReader {
    private final DSLContext jooq;
    private final AgreementScope scope;

    FigureReader(DSLContext jooq, AgreementScope scope) {
        this.jooq = jooq;
        this.scope = scope;
    }

    /// Figures of these partners, or of all with an agreement in force.
    ///
    /// @param only null: all
    /// @param day on which agreements stand; the last fiscal year of exchange and visits is its own
    /// @param years fiscal years of exchange and visits
    public List<PartnerFigures> figures(@Nullable List<UUID> only, LocalDate day, int years) {
        int last = FiscalYear.of(day).year();
        Map<UUID, Map<String, Amount>> exchange = exchange(only, last - years + 1, last);
        Map<UUID, Amount> before = people(only, last - 2 * years + 1, last - years);
        Map<UUID, Amount> visits = visits(only, new FiscalYear(last - years + 1).start(), day);
        return jooq.resultQuery(
                        """
                        select o.id, o.name, o.name_ja, o.name_en, o.country, r.region, coalesce(a.agreements, 0) as agreements,
                            coalesce(a.university, 0) as university, coalesce(a.kinds, '{}') as kinds
                        from organization.organizations o
                        left join kernel.countries r on r.code = o.country
                        {0} join (
                            select p.id, count(distinct agreement_id)::int as agreements,
                                count(distinct agreement_id) filter (where level = 'university')::int as university,
                                array_agg(distinct k.kind order by k.kind) filter (where k.kind is not null) as kinds
                            from agreement.register_lines
                            cross join lateral unnest(organization_ids) p(id) left join lateral unnest(kinds) k(kind) on true
                            where {1} and {2} in ('in_force', 'expiring') and {3}
                            group by p.id) a on a.id = o.id
                        where {4}
                        """,
                        DSL.raw(only == null ? "" : "left"),
                        scope.condition(),
                        scope.status(day, 12),
                        only == null
                                ? DSL.trueCondition()
                                : DSL.condition("organization_ids && {0}::uuid[]", ids(only)),
                        only == null
                                ? DSL.trueCondition()
                                : DSL.condition("o.id = any({0}::uuid[])", ids(only)))
                .fetch(row -> {
                    UUID id = row.get("id", UUID.class);
                    return new PartnerFigures(
                            id,
                            row.get("name", String.class),
                            new Bilingual(
                                    row.get("name_ja", String.class),
                                    row.get("name_en", String.class)),
                            row.get("country", String.class),
                            row.get("region", String.class),
                            row.get("agreements", Integer.class),
                            row.get("university", Integer.class),
                            Arrays.asList(row.get("kinds", String[].class)),
                            exchange.getOrDefault(id, Map.of()),
                            before.getOrDefault(id, Amount.NONE),
                            visits.getOrDefault(id, Amount.NONE));
                });
    }

    private Map<UUID, Map<String, Amount>> exchange(@Nullable List<UUID> only, int from, int to) {
        Map<UUID, Map<String, Amount>> found = new HashMap<>();
        jooq.resultQuery(
                        """
                        select p.id, kind || coalesce('.' || direction, '') as what, sum(number) as sum, count(*) as records,
                            count(*) filter (where number is null) as missing
                        from partnership.exchange_facts cross join lateral unnest(organization_ids) p(id)
                        where {0} and year between {1} and {2} and {3} group by 1, 2
                        """,
                        readable(), DSL.val(from), DSL.val(to), among(only))
                .forEach(row ->
                        found.computeIfAbsent(row.get("id", UUID.class), any -> new HashMap<>())
                                .put(
                                        row.get("what", String.class),
                                        Amount.of(
                                                row.get("sum", Long.class),
                                                row.get("records", Long.class),
                                                row.get("missing", Long.class))));
        return found;
    }

    private Map<UUID, Amount> people(@Nullable List<UUID> only, int from, int to) {
        Map<UUID, Amount> found = new HashMap<>();
        jooq.resultQuery(
                        """
                        select p.id, sum(number) as sum, count(*) as records, count(*) filter (where number is null) as missing
                        from partnership.exchange_facts cross join lateral unnest(organization_ids) p(id)
                        where {0} and kind in ('student', 'staff') and year between {1} and {2} and {3} group by 1
                        """,
                        readable(), DSL.val(from), DSL.val(to), among(only))
                .forEach(row ->
                        found.put(
                                row.get("id", UUID.class),
                                Amount.of(
                                        row.get("sum", Long.class),
                                        row.get("records", Long.class),
                                        row.get("missing", Long.class))));
        return found;
    }

    private Map<UUID, Amount> visits(@Nullable List<UUID> only, LocalDate from, LocalDate to) {
        Map<UUID, Amount> found = new HashMap<>();
        jooq.resultQuery(
                        """
                        select organization_id, count(*) as visits from partnership.visits
                        where from_day between {0} and {1} and {2} group by 1
                        """,
                        DSL.val(from),
                        DSL.val(to),
                        only == null
                                ? DSL.trueCondition()
                                : DSL.condition("organization_id = any({0}::uuid[])", ids(only)))
                .forEach(row -> {
                    long visits = row.get("visits", Long.class);
                    found.put(row.get("organization_id", UUID.class), Amount.of(visits, visits, 0));
                });
        return found;
    }

    /// The agreements of these partners that the person acting may read.
    public Map<UUID, List<UUID>> agreements(List<UUID> partners) {
        Map<UUID, List<UUID>> found = new HashMap<>();
        jooq.select(REGISTER_LINES.AGREEMENT_ID, REGISTER_LINES.ORGANIZATION_IDS)
                .from(REGISTER_LINES)
                .where(scope.condition())
                .and(DSL.condition("organization_ids && {0}::uuid[]", ids(partners)))
                .forEach(row ->
                        Arrays.stream(row.value2())
                                .filter(partners::contains)
                                .forEach(partner ->
                                        found.computeIfAbsent(
                                                        partner, any -> new java.util.ArrayList<>())
                                                .add(row.value1())));
        return found;
    }

    private Condition readable() {
        return scope.of(EXCHANGE_FACTS.UNIT_IDS, EXCHANGE_FACTS.VISIBILITY);
    }

    private static Condition among(@Nullable List<UUID> only) {
        return only == null
                ? DSL.trueCondition()
                : DSL.condition(
                        "organization_ids && {0}::uuid[] and p.id = any({0}::uuid[])", ids(only));
    }

    private static org.jooq.Field<UUID[]> ids(List<UUID> some) {
        return DSL.val(some.toArray(UUID[]::new));
    }
}
