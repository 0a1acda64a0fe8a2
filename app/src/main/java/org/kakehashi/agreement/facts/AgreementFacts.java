package org.kakehashi.agreement.facts;

import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.kakehashi.agreement.Status;
import org.kakehashi.kernel.Coded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Counts and lists of agreements. What `count` counts is what `list` lists and what the page at
/// [AgreementFilter#href] shows, for the person acting.
@Service
@Transactional(readOnly = true)
public class AgreementFacts {
    /// Statuses as the list orders them: what asks for somebody first.
    private static final List<Status> BY_RANK =
            List.of(
                    Status.EXPIRING,
                    Status.LAPSED,
                    Status.UNKNOWN,
                    Status.PROPOSED,
                    Status.IN_FORCE,
                    Status.ENDED);

    private static final int AT_A_TIME = 1_000;

    private final DSLContext jooq;
    private final FilterCondition conditions;
    private final LineReader lines;
    private final Kept kept;

    AgreementFacts(DSLContext jooq, FilterCondition conditions, LineReader lines, Kept kept) {
        this.jooq = jooq;
        this.conditions = conditions;
        this.lines = lines;
        this.kept = kept;
    }

    private record CountBy(Dimension dimension, AgreementFilter filter) {}

    private record First(AgreementFilter filter, Order order, int most, Locale reader) {}

    public long count(AgreementFilter filter) {
        return kept.answer(filter, () -> counted(filter));
    }

    private long counted(AgreementFilter filter) {
        return jooq.selectCount()
                .from(AGREEMENT_FACTS)
                .where(conditions.of(filter))
                .fetchSingle()
                .value1();
    }

    /// How many have each value of the dimension, most first, unknown last. Where the dimension is
    /// not a partition an agreement counts under each of its values.
    public List<Counted> countBy(Dimension dimension, AgreementFilter filter) {
        return kept.answer(new CountBy(dimension, filter), () -> counted(dimension, filter));
    }

    private List<Counted> counted(Dimension dimension, AgreementFilter filter) {
        Field<String> value = value(dimension, filter).as("value");
        var each =
                DSL.select(value)
                        .from(AGREEMENT_FACTS)
                        .where(conditions.of(filter))
                        .asTable("each");
        Field<String> counted = each.field(value);
        return jooq.select(counted, DSL.count())
                .from(each)
                .groupBy(counted)
                .orderBy(
                        DSL.when(counted.eq(Dimension.UNKNOWN), 1).otherwise(0),
                        DSL.count().desc(),
                        counted)
                .fetch(row -> new Counted(row.value1(), row.value2()));
    }

    /// The recognised partners of these agreements, each once.
    public List<UUID> partners(AgreementFilter filter) {
        Field<UUID> partner = unnest(AGREEMENT_FACTS.ORGANIZATION_IDS, SQLDataType.UUID).as("id");
        return jooq.selectDistinct(partner)
                .from(AGREEMENT_FACTS)
                .where(conditions.of(filter))
                .fetch(partner);
    }

    /// The agreements the filter lets through, in no order.
    public List<UUID> ids(AgreementFilter filter) {
        return jooq.select(AGREEMENT_FACTS.AGREEMENT_ID)
                .from(AGREEMENT_FACTS)
                .where(conditions.of(filter))
                .fetch(AGREEMENT_FACTS.AGREEMENT_ID);
    }

    public List<AgreementLine> list(
            AgreementFilter filter, Order order, long offset, int limit, Locale reader) {
        return order.by() == Order.By.STATUS
                ? byStatus(filter, order, offset, limit, reader)
                : lines.page(filter, order, offset, limit, reader);
    }

    /// The first few of a list that is shown again and again, kept while the register stays as it
    /// is.
    public List<AgreementLine> first(AgreementFilter filter, Order order, int most, Locale reader) {
        return kept.answer(
                new First(filter, order, most, reader),
                () -> List.copyOf(list(filter, order, 0, most, reader)));
    }

    /// Every line, read some at a time: however long the list is, only their ids are in memory.
    public Stream<AgreementLine> all(AgreementFilter filter, Order order, Locale reader) {
        List<UUID> ids = new ArrayList<>();
        if (order.by() == Order.By.STATUS) {
            countBy(Dimension.STATUS, filter).stream()
                    .map(one -> Coded.of(Status.class, one.value()))
                    .sorted(rank(order))
                    .forEach(status -> ids.addAll(lines.ids(filter.with(status), order, reader)));
        } else {
            ids.addAll(lines.ids(filter, order, reader));
        }
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + AT_A_TIME)
                .boxed()
                .flatMap(from ->
                        lines
                                .lines(
                                        filter,
                                        ids.subList(from, Math.min(ids.size(), from + AT_A_TIME)))
                                .stream());
    }

    /// The status belongs to the day, no index has it: one status after the other, each by its end.
    private List<AgreementLine> byStatus(
            AgreementFilter filter, Order order, long offset, int limit, Locale reader) {
        Map<String, Long> sizes = new HashMap<>();
        countBy(Dimension.STATUS, filter).forEach(one -> sizes.put(one.value(), one.count()));
        List<AgreementLine> found = new ArrayList<>();
        long left = offset;
        for (Status status : BY_RANK.stream().sorted(rank(order)).toList()) {
            long size = sizes.getOrDefault(status.code(), 0L);
            if (left >= size) {
                left -= size;
                continue;
            }
            found.addAll(
                    lines.page(
                            filter.with(status),
                            new Order(Order.By.END, order.descending()),
                            left,
                            limit - found.size(),
                            reader));
            left = 0;
            if (found.size() >= limit) {
                break;
            }
        }
        return found;
    }

    private static Comparator<Status> rank(Order order) {
        Comparator<Status> rank = Comparator.comparing(BY_RANK::indexOf);
        return order.descending() ? rank.reversed() : rank;
    }

    static Field<String> value(Dimension dimension, AgreementFilter filter) {
        return switch (dimension) {
            case STATUS -> AgreementScope.statusOfFacts(filter.asOf(), filter.months());
            case LEVEL -> AGREEMENT_FACTS.LEVEL;
            case RENEWAL -> AGREEMENT_FACTS.RENEWAL_MODE;
            case VISIBILITY -> AGREEMENT_FACTS.VISIBILITY;
            case KIND -> each(AGREEMENT_FACTS.KINDS);
            case COUNTRY -> each(AGREEMENT_FACTS.COUNTRIES);
            case REGION -> each(AGREEMENT_FACTS.REGIONS);
            case UNIT ->
                    each(AGREEMENT_FACTS.UNIT_IDS.cast(SQLDataType.VARCHAR.getArrayDataType()));
            case PARTNER ->
                    each(
                            AGREEMENT_FACTS.ORGANIZATION_IDS.cast(
                                    SQLDataType.VARCHAR.getArrayDataType()));
            case STARTED -> year(AGREEMENT_FACTS.START_YEAR);
            case ENDED -> year(AGREEMENT_FACTS.END_YEAR);
            case RECOGNISED -> truth(AGREEMENT_FACTS.RECOGNISED);
            case END_KNOWN -> truth(AGREEMENT_FACTS.END_KNOWN);
            case PENDING -> truth(AGREEMENT_FACTS.RENEWAL_PENDING);
        };
    }

    private static Field<String> each(Field<String[]> array) {
        return DSL.field(
                "unnest(case when cardinality({0}) = 0 then array['unknown'] else {0} end)",
                SQLDataType.VARCHAR, array);
    }

    private static <T> Field<T> unnest(Field<T[]> array, org.jooq.DataType<T> type) {
        return DSL.field("unnest({0})", type, array);
    }

    private static Field<String> year(Field<Integer> year) {
        return DSL.coalesce(year.cast(SQLDataType.VARCHAR), DSL.inline(Dimension.UNKNOWN));
    }

    private static Field<String> truth(Field<Boolean> field) {
        return DSL.when(field, DSL.inline("true")).otherwise(DSL.inline("false"));
    }
}
