package org.kakehashi.organization.internal;

import static org.kakehashi.schema.organization.Tables.FREQUENT_GRAMS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.organization.OrganizationFilter;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.schema.organization.tables.Search;
import org.springframework.stereotype.Repository;

/// Lists and searches. A search for something rare goes through the index of grams and is ordered
/// whole: exact names, names that begin so, the rest, each by weight. A search for something
/// frequent ("university") walks the organizations by weight and stops when the page is full;
/// ordering a hundred thousand hits would tell nobody more.
@Repository
public class OrganizationSearch {
    /// Beyond this many hits a reader narrows down instead of paging; counts stop here.
    public static final int MOST = 1_000;

    private static final int FREQUENT = 2_000;

    /// What a gram not counted as frequent stands for: frequent ones begin at 1,000.
    private static final int RARE = 400;

    /// Organizations of the world, roughly; only for estimates.
    private static final double EVERYTHING = 130_000;

    private static final Search S = org.kakehashi.schema.organization.Tables.SEARCH.as("s");

    private final DSLContext jooq;
    private volatile @Nullable Map<Integer, Integer> frequent;

    OrganizationSearch(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// A page of a list and how many there are, counted up to [#MOST].
    public record Found(List<OrganizationRef> rows, int total) {
        public boolean more() {
            return total > MOST;
        }
    }

    /// @param use restricts to these identifiers; null does not
    /// @param order `name`, `country`, `city`, with `-` before it for descending; null for
    ///   relevance
    public Found page(
            OrganizationFilter filter,
            @Nullable Select<Record1<UUID>> use,
            @Nullable String order,
            Locale locale,
            int offset,
            int limit) {
        Condition condition = facts(filter, use);
        SearchTerms terms = SearchTerms.of(filter.text());
        Found found = page(terms, condition, order, locale, offset, limit);
        return found.total() == 0 && terms.hasOtherReading()
                ? page(terms.otherReading(), condition, order, locale, offset, limit)
                : found;
    }

    private Found page(
            SearchTerms terms,
            Condition facts,
            @Nullable String order,
            Locale locale,
            int offset,
            int limit) {
        int total = count(terms, facts);
        if (total == 0) {
            return new Found(List.of(), 0);
        }
        List<OrganizationRef> rows =
                order == null
                        ? byRelevance(terms, facts, offset, limit)
                        : sorted(terms, facts, order, locale, offset, limit);
        return new Found(rows, total);
    }

    /// The best few while someone types.
    public List<OrganizationRef> suggest(String typed, int limit) {
        Condition kept = S.STATUS.ne("withdrawn");
        SearchTerms terms = SearchTerms.of(typed);
        if (terms.isEmpty()) {
            return List.of();
        }
        List<OrganizationRef> found = byRelevance(terms, kept, 0, limit);
        return found.isEmpty() && terms.hasOtherReading()
                ? byRelevance(terms.otherReading(), kept, 0, limit)
                : found;
    }

    private int count(SearchTerms terms, Condition facts) {
        var counted =
                terms.isEmpty() || isRare(terms)
                        ? DSL.selectOne().from(S).where(facts.and(text(terms, true)))
                        : DSL.selectOne().from(byWeight(facts)).where(text(terms, false));
        return jooq.fetchCount(counted.limit(MOST + 1));
    }

    private List<OrganizationRef> byRelevance(
            SearchTerms terms, Condition facts, int offset, int limit) {
        boolean rare = isRare(terms);
        Field<Integer> closeness = rare ? closeness(terms) : DSL.inline(0);
        var best =
                DSL.select(S.ORGANIZATION_ID, S.WEIGHT, closeness.as("closeness"))
                        .from(rare ? S : byWeight(facts))
                        .where(rare ? facts.and(text(terms, true)) : text(terms, false))
                        .orderBy(order(rare))
                        .limit(limit)
                        .offset(offset)
                        .asTable("best");
        return jooq.select(Rows.ref(ORGANIZATIONS))
                .from(best)
                .join(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(best.field(S.ORGANIZATION_ID)))
                .orderBy(
                        best.field("closeness"),
                        DSL.field(DSL.name("best", "weight")).desc(),
                        ORGANIZATIONS.ID)
                .fetch(Record1::value1);
    }

    private static List<OrderField<?>> order(boolean rare) {
        return rare
                ? List.of(DSL.field(DSL.name("closeness")), S.WEIGHT.desc(), S.ORGANIZATION_ID)
                : List.of(S.WEIGHT.desc(), S.ORGANIZATION_ID);
    }

    /// The organizations of these facts, in the order of their weight, read only as far as asked:
    /// the limit, never reached, keeps the planner from sorting all of them.
    private static Table<?> byWeight(Condition facts) {
        return DSL.selectFrom(S)
                .where(facts)
                .orderBy(S.WEIGHT.desc(), S.ORGANIZATION_ID)
                .limit(10_000_000)
                .asTable("s");
    }

    private List<OrganizationRef> sorted(
            SearchTerms terms,
            Condition facts,
            String order,
            Locale locale,
            int offset,
            int limit) {
        Field<?> field =
                switch (order.replaceFirst("^-", "")) {
                    case "country" -> ORGANIZATIONS.COUNTRY;
                    case "city" -> ORGANIZATIONS.CITY;
                    default -> Rows.sortName(ORGANIZATIONS, locale);
                };
        return jooq.select(Rows.ref(ORGANIZATIONS))
                .from(ORGANIZATIONS)
                .join(S)
                .on(S.ORGANIZATION_ID.eq(ORGANIZATIONS.ID))
                .where(facts.and(text(terms, isRare(terms))))
                .orderBy(order.startsWith("-") ? field.desc() : field.asc(), ORGANIZATIONS.ID)
                .limit(limit)
                .offset(offset)
                .fetch(Record1::value1);
    }

    /// The frequent grams changed: a release was imported.
    public void refresh() {
        frequent = null;
    }

    private static Condition facts(OrganizationFilter filter, @Nullable Select<Record1<UUID>> use) {
        Condition all = DSL.noCondition();
        if (!filter.countries().isEmpty()) {
            all = all.and(S.COUNTRY.in(filter.countries()));
        }
        if (!filter.statuses().isEmpty()) {
            all = all.and(S.STATUS.in(filter.statuses()));
        }
        if (!filter.types().isEmpty()) {
            String[] types = filter.types().toArray(String[]::new);
            all =
                    all.and(
                            DSL.condition(
                                    "{0} && {1}", S.TYPES, DSL.val(types, S.TYPES.getDataType())));
        }
        if (filter.origin() != null) {
            all = all.and(S.ORIGIN.eq(filter.origin()));
        }
        return use == null ? all : all.and(S.ORGANIZATION_ID.in(use));
    }

    /// @param indexed whether the index of grams is to find them
    private static Condition text(SearchTerms terms, boolean indexed) {
        if (terms.rorId() != null) {
            return S.ORGANIZATION_ID.in(
                    DSL.select(ORGANIZATIONS.ID)
                            .from(ORGANIZATIONS)
                            .where(ORGANIZATIONS.ROR_ID.like(DSL.inline(terms.rorId() + "%"))));
        }
        Condition names = DSL.noCondition();
        for (SearchTerms.Term term : terms.terms()) {
            names = names.and(DSL.or(term.ways().stream().map(way -> way(way, indexed)).toList()));
        }
        return names;
    }

    private static Condition way(SearchTerms.Way way, boolean indexed) {
        Condition there = S.FOLDED.like("%" + way.needle() + "%");
        if (!indexed || way.grams().length == 0) {
            return there;
        }
        Integer[] grams = Arrays.stream(way.grams()).boxed().toArray(Integer[]::new);
        return DSL.condition("{0} @> {1}", S.GRAMS, DSL.val(grams)).and(there);
    }

    private static Field<Integer> closeness(SearchTerms terms) {
        return DSL.when(anyLine(terms, "\n%"), 0).when(anyLine(terms, "%"), 1).otherwise(2);
    }

    private static Condition anyLine(SearchTerms terms, String after) {
        return DSL.or(
                terms.wholes().stream()
                        .map(whole -> S.FOLDED.like("%\n" + whole + after))
                        .toList());
    }

    /// Whether few organizations are to be expected, as if the terms came together by chance.
    private boolean isRare(SearchTerms terms) {
        if (terms.rorId() != null) {
            return true;
        }
        Map<Integer, Integer> known = frequent();
        double share = 1;
        for (SearchTerms.Term term : terms.terms()) {
            double hits =
                    term.ways().stream().mapToDouble(way -> hits(way, known)).sum() / EVERYTHING;
            share *= Math.min(1, hits);
        }
        return share * EVERYTHING < FREQUENT;
    }

    /// At most how many organizations have what the way needs.
    private static double hits(SearchTerms.Way way, Map<Integer, Integer> frequent) {
        return Arrays.stream(way.grams())
                .map(gram -> frequent.getOrDefault(gram, RARE))
                .min()
                .orElse((int) EVERYTHING);
    }

    private Map<Integer, Integer> frequent() {
        Map<Integer, Integer> known = frequent;
        if (known == null) {
            known =
                    jooq.select(FREQUENT_GRAMS.GRAM, FREQUENT_GRAMS.ORGANIZATIONS)
                            .from(FREQUENT_GRAMS)
                            .fetchMap(FREQUENT_GRAMS.GRAM, FREQUENT_GRAMS.ORGANIZATIONS);
            frequent = known;
        }
        return known;
    }
}
