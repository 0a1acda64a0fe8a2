package org.kakehashi.agreement.facts;

import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.kakehashi.schema.agreement.Tables.AGREEMENTS;
import static org.kakehashi.schema.agreement.Tables.AGREEMENT_FACTS;
import static org.kakehashi.schema.agreement.Tables.ANNEXES;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.kakehashi.agreement.AgreementContent.Level;
import org.kakehashi.agreement.AgreementContent.Visibility;
import org.kakehashi.agreement.Status;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.DateText;
import org.springframework.stereotype.Component;

/// Reads lines of the list in one statement: the ids of the page are cut out of an index first,
/// what is shown is joined to them.
@Component
class LineReader {
    private static final String STATUS = "status";
    private static final Field<Integer> QUOTA_IN = quota(ANNEXES.QUOTA_IN, "quota_in");
    private static final Field<Integer> QUOTA_OUT = quota(ANNEXES.QUOTA_OUT, "quota_out");

    private static final Field<?>[] SHOWN = {
        AGREEMENT_FACTS.ORGANIZATION_IDS,
        AGREEMENT_FACTS.UNIT_IDS,
        AGREEMENT_FACTS.COUNTRIES,
        AGREEMENT_FACTS.RECOGNISED,
        AGREEMENT_FACTS.PARTNER_JA,
        AGREEMENT_FACTS.PARTNER_EN,
        AGREEMENTS.ID,
        AGREEMENTS.NUMBER,
        AGREEMENTS.TITLE_JA,
        AGREEMENTS.TITLE_EN,
        AGREEMENTS.LEVEL,
        AGREEMENTS.KINDS,
        AGREEMENTS.START_DATE,
        AGREEMENTS.START_PRECISION,
        AGREEMENTS.START_WRITTEN,
        AGREEMENTS.END_DATE,
        AGREEMENTS.END_PRECISION,
        AGREEMENTS.END_WRITTEN,
        AGREEMENTS.TERM,
        AGREEMENTS.RENEWAL_MODE,
        AGREEMENTS.RENEWAL_PENDING,
        AGREEMENTS.VISIBILITY
    };

    private final DSLContext jooq;
    private final FilterCondition conditions;

    LineReader(DSLContext jooq, FilterCondition conditions) {
        this.jooq = jooq;
        this.conditions = conditions;
    }

    /// Every agreement of the filter, in the order asked for.
    List<UUID> ids(AgreementFilter filter, Order order, Locale reader) {
        return jooq.select(AGREEMENT_FACTS.AGREEMENT_ID)
                .from(AGREEMENT_FACTS)
                .where(conditions.of(filter))
                .orderBy(order.by(order.key(reader), AGREEMENT_FACTS.AGREEMENT_ID))
                .fetch(AGREEMENT_FACTS.AGREEMENT_ID);
    }

    /// The lines of these agreements, in the order of the ids; of those that are there no more, or
    /// that the filter has no more, none.
    List<AgreementLine> lines(AgreementFilter filter, List<UUID> ids) {
        Map<UUID, AgreementLine> found = new HashMap<>();
        lines(
                        filter,
                        AGREEMENT_FACTS
                                .join(AGREEMENTS)
                                .on(AGREEMENTS.ID.eq(AGREEMENT_FACTS.AGREEMENT_ID)))
                .where(conditions.of(filter))
                .and(AGREEMENT_FACTS.AGREEMENT_ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .forEach(row -> found.put(row.get(AGREEMENTS.ID), line(row)));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    List<AgreementLine> page(
            AgreementFilter filter, Order order, long offset, int limit, Locale reader) {
        Field<?> key = order.key(reader);
        Table<?> page =
                select(AGREEMENT_FACTS.AGREEMENT_ID, key.as("sort_key"))
                        .from(AGREEMENT_FACTS)
                        .where(conditions.of(filter))
                        .orderBy(order.by(key, AGREEMENT_FACTS.AGREEMENT_ID))
                        .limit(limit)
                        .offset(offset)
                        .asTable("page");
        Field<UUID> id = Objects.requireNonNull(page.field(AGREEMENT_FACTS.AGREEMENT_ID));
        return lines(
                        filter,
                        page.join(AGREEMENT_FACTS)
                                .on(AGREEMENT_FACTS.AGREEMENT_ID.eq(id))
                                .join(AGREEMENTS)
                                .on(AGREEMENTS.ID.eq(id)))
                .orderBy(order.by(Objects.requireNonNull(page.field("sort_key")), id))
                .fetch(LineReader::line);
    }

    private SelectJoinStep<Record> lines(AgreementFilter filter, Table<?> joined) {
        return jooq.select(SHOWN)
                .select(
                        AgreementScope.statusOfFacts(filter.asOf(), filter.months()).as(STATUS),
                        QUOTA_IN,
                        QUOTA_OUT)
                .from(joined);
    }

    private static AgreementLine line(Record row) {
        return new AgreementLine(
                row.get(AGREEMENTS.ID),
                row.get(AGREEMENTS.NUMBER),
                new Bilingual(row.get(AGREEMENTS.TITLE_JA), row.get(AGREEMENTS.TITLE_EN)),
                new Bilingual(
                        row.get(AGREEMENT_FACTS.PARTNER_JA), row.get(AGREEMENT_FACTS.PARTNER_EN)),
                List.of(row.get(AGREEMENT_FACTS.ORGANIZATION_IDS)),
                row.get(AGREEMENT_FACTS.RECOGNISED),
                List.of(row.get(AGREEMENT_FACTS.COUNTRIES)),
                Coded.of(Level.class, row.get(AGREEMENTS.LEVEL)),
                List.of(row.get(AGREEMENTS.KINDS)),
                List.of(row.get(AGREEMENT_FACTS.UNIT_IDS)),
                Coded.of(Status.class, row.get(STATUS, String.class)),
                date(
                        row,
                        AGREEMENTS.START_DATE,
                        AGREEMENTS.START_PRECISION,
                        AGREEMENTS.START_WRITTEN),
                date(row, AGREEMENTS.END_DATE, AGREEMENTS.END_PRECISION, AGREEMENTS.END_WRITTEN),
                Coded.of(Term.Kind.class, row.get(AGREEMENTS.TERM)),
                Coded.of(Term.RenewalMode.class, row.get(AGREEMENTS.RENEWAL_MODE)),
                row.get(AGREEMENTS.RENEWAL_PENDING),
                Coded.of(Visibility.class, row.get(AGREEMENTS.VISIBILITY)),
                row.get(QUOTA_IN),
                row.get(QUOTA_OUT));
    }

    private static DateText date(
            Record row,
            TableField<?, LocalDate> date,
            TableField<?, String> precision,
            TableField<?, String> written) {
        return new DateText(
                row.get(date),
                DateText.Precision.valueOf(row.get(precision).toUpperCase(Locale.ROOT)),
                row.get(written));
    }

    private static Field<Integer> quota(TableField<?, Integer> places, String name) {
        return DSL.field(
                        select(sum(places).cast(Integer.class))
                                .from(ANNEXES)
                                .where(ANNEXES.AGREEMENT_ID.eq(AGREEMENTS.ID)))
                .as(name);
    }
}
