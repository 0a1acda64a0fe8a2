package org.kakehashi.mobility.internal;

import static org.kakehashi.schema.mobility.Tables.STAYS;
import static org.kakehashi.schema.organization.Tables.ORGANIZATIONS;
import static org.kakehashi.schema.person.Tables.PEOPLE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.mobility.Stay;
import org.kakehashi.mobility.StayFilter;
import org.kakehashi.mobility.StayLine;
import org.kakehashi.person.NameOrder;
import org.kakehashi.person.People;
import org.kakehashi.person.PersonNames;
import org.springframework.stereotype.Repository;

/// Lists of stays as far as the person acting may read them. Orders follow indexes, so that a page
/// of a million is cut out of one; counts stop where nobody reads on.
@Repository
public class StayLists {
    /// Beyond this many a count says only that there are more.
    public static final int MOST = 10_000;

    private final DSLContext jooq;
    private final People people;
    private final Access access;

    StayLists(DSLContext jooq, People people, Access access) {
        this.jooq = jooq;
        this.people = people;
        this.access = access;
    }

    /// How many, at most [#MOST] and one more.
    public int count(StayFilter filter) {
        return jooq.fetchCount(
                jooq.selectOne().from(STAYS).where(condition(filter)).limit(MOST + 1));
    }

    public List<StayLine> page(
            StayFilter filter, String sort, long offset, int limit, boolean japanese) {
        return ordered(filter, sort, japanese).offset(offset).limit(limit).fetch(StayLists::line);
    }

    /// All of them, read as they are written out.
    public Stream<StayLine> all(StayFilter filter, String sort, boolean japanese) {
        return ordered(filter, sort, japanese).fetchSize(2_000).fetchStream().map(StayLists::line);
    }

    private org.jooq.SelectLimitStep<? extends Record> ordered(
            StayFilter filter, String sort, boolean japanese) {
        return select(condition(filter)).orderBy(order(sort, japanese));
    }

    private SelectConditionStep<? extends Record> select(Condition condition) {
        return jooq.select(
                        STAYS.ID,
                        STAYS.NUMBER,
                        STAYS.PERSON_ID,
                        PEOPLE.NUMBER,
                        PEOPLE.FAMILY_NATIVE,
                        PEOPLE.GIVEN_NATIVE,
                        PEOPLE.FAMILY_KANA,
                        PEOPLE.GIVEN_KANA,
                        PEOPLE.FAMILY_LATIN,
                        PEOPLE.GIVEN_LATIN,
                        PEOPLE.LATIN_ORDER,
                        STAYS.DIRECTION,
                        STAYS.KIND,
                        STAYS.STATUS,
                        STAYS.LEVEL,
                        ORGANIZATIONS.NAME,
                        ORGANIZATIONS.NAME_JA,
                        ORGANIZATIONS.NAME_EN,
                        STAYS.ORGANIZATION_WRITTEN,
                        STAYS.COUNTRY,
                        STAYS.CITY,
                        STAYS.UNIT_ID,
                        STAYS.STARTS,
                        STAYS.ENDS,
                        STAYS.PROGRAMME,
                        STAYS.UNDER_AGREEMENT)
                .from(STAYS)
                .join(PEOPLE)
                .on(PEOPLE.ID.eq(STAYS.PERSON_ID))
                .leftJoin(ORGANIZATIONS)
                .on(ORGANIZATIONS.ID.eq(STAYS.ORGANIZATION_ID))
                .where(condition);
    }

    private static List<OrderField<?>> order(String sort, boolean japanese) {
        boolean down = sort.startsWith("-");
        List<OrderField<?>> order = new ArrayList<>();
        switch (down ? sort.substring(1) : sort) {
            case "person" -> order.add(towards(PEOPLE.SORT_NAME.collate("C"), down));
            case "partner" ->
                    order.add(
                            towards(
                                    DSL.coalesce(
                                                    japanese
                                                            ? ORGANIZATIONS.NAME_JA
                                                            : ORGANIZATIONS.NAME_EN,
                                                    ORGANIZATIONS.NAME)
                                            .collate(
                                                    DSL.collation(
                                                            DSL.name(
                                                                    "kernel",
                                                                    japanese ? "ja" : "en"))),
                                    down));
            case "country" -> order.add(towards(STAYS.COUNTRY, down));
            case "status" -> order.add(towards(STAYS.STATUS, down));
            case "level" -> order.add(towards(STAYS.LEVEL, down));
            case "number" -> order.add(towards(STAYS.NUMBER, down));
            case "ends" -> order.add(dated(STAYS.ENDS, down));
            default -> {}
        }
        boolean latestFirst = !sort.equals("starts");
        order.add(dated(STAYS.STARTS, latestFirst));
        order.add(latestFirst ? STAYS.ID.desc() : STAYS.ID.asc());
        return order;
    }

    /// As the indexes run: unknown last where the latest comes first, and the other way round.
    private static SortField<?> dated(Field<LocalDate> day, boolean down) {
        return down ? day.desc().nullsLast() : day.asc().nullsFirst();
    }

    private static SortField<?> towards(Field<?> field, boolean down) {
        return down ? field.desc() : field.asc();
    }

    /// On `mobility.stays`.
    Condition condition(StayFilter filter) {
        Condition all = readable("mobility.read");
        all = all.and(equal(STAYS.DIRECTION, filter.direction()));
        all = all.and(equal(STAYS.KIND, filter.kind()));
        all = all.and(equal(STAYS.STATUS, filter.status()));
        all = all.and(equal(STAYS.LEVEL, filter.level()));
        all = all.and(equal(STAYS.COUNTRY, filter.country()));
        all = all.and(equal(STAYS.ORGANIZATION_ID, filter.partner()));
        all = all.and(equal(STAYS.UNIT_ID, filter.unit()));
        all = all.and(equal(STAYS.AGREEMENT_ID, filter.agreement()));
        Integer year = filter.year();
        if (year != null) {
            FiscalYear fiscal = new FiscalYear(year);
            all = all.and(STAYS.STARTS.between(fiscal.start(), fiscal.end()));
        }
        LocalDate on = filter.on();
        if (on != null) {
            all =
                    all.and(STAYS.STARTS.le(on))
                            .and(STAYS.ENDS.ge(on))
                            .and(STAYS.STATUS.ne("cancelled"));
        }
        return all.and(text(filter.text()));
    }

    private Condition text(String typed) {
        if (typed.isBlank()) {
            return DSL.trueCondition();
        }
        String number = typed.strip().toUpperCase(java.util.Locale.ROOT);
        if (number.matches("S-\\d{7,}")) {
            return STAYS.NUMBER.eq(number);
        }
        return STAYS.PERSON_ID.in(DSL.select(PEOPLE.ID).from(PEOPLE).where(people.named(typed)));
    }

    private static <T> Condition equal(Field<T> field, @Nullable T value) {
        return value == null ? DSL.trueCondition() : field.eq(value);
    }

    /// Stays of the units the use case reaches; on `mobility.stays`.
    Condition readable(String useCase) {
        Condition scope = access.scope(useCase, DSL.array(STAYS.UNIT_ID), null);
        Set<UUID> reach = access.reach(useCase);
        return reach == null || reach.isEmpty() ? scope : scope.and(STAYS.UNIT_ID.in(reach));
    }

    static StayLine line(Record row) {
        String written = row.get(STAYS.ORGANIZATION_WRITTEN);
        String registered = row.get(ORGANIZATIONS.NAME);
        String fallback = registered == null ? written : registered;
        return new StayLine(
                row.get(STAYS.ID),
                row.get(STAYS.NUMBER),
                row.get(STAYS.PERSON_ID),
                row.get(PEOPLE.NUMBER),
                names(row),
                Coded.of(Stay.Direction.class, row.get(STAYS.DIRECTION)),
                Coded.of(Stay.Kind.class, row.get(STAYS.KIND)),
                Coded.of(Stay.Status.class, row.get(STAYS.STATUS)),
                Coded.of(Stay.Level.class, row.get(STAYS.LEVEL)),
                new Bilingual(
                        row.get(ORGANIZATIONS.NAME_JA) == null
                                ? fallback
                                : row.get(ORGANIZATIONS.NAME_JA),
                        row.get(ORGANIZATIONS.NAME_EN) == null
                                ? fallback
                                : row.get(ORGANIZATIONS.NAME_EN)),
                row.get(STAYS.COUNTRY),
                row.get(STAYS.CITY),
                row.get(STAYS.UNIT_ID),
                row.get(STAYS.STARTS),
                row.get(STAYS.ENDS),
                row.get(STAYS.PROGRAMME),
                row.get(STAYS.UNDER_AGREEMENT));
    }

    static PersonNames names(Record row) {
        return new PersonNames(
                new PersonNames.Script(row.get(PEOPLE.FAMILY_NATIVE), row.get(PEOPLE.GIVEN_NATIVE)),
                new PersonNames.Script(row.get(PEOPLE.FAMILY_KANA), row.get(PEOPLE.GIVEN_KANA)),
                new PersonNames.Script(row.get(PEOPLE.FAMILY_LATIN), row.get(PEOPLE.GIVEN_LATIN)),
                Coded.of(NameOrder.class, row.get(PEOPLE.LATIN_ORDER)));
    }
}
