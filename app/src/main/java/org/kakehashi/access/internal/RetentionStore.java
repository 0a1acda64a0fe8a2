package org.kakehashi.access.internal;

import static org.jooq.impl.DSL.count;
import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.access.Tables.AUDIT_CHAIN;
import static org.kakehashi.schema.access.Tables.AUDIT_TOMBSTONES;
import static org.kakehashi.schema.access.Tables.RETENTION_CLASSES;
import static org.kakehashi.schema.access.Tables.RETENTION_RULES;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.AuditReport.Broken;
import org.kakehashi.access.Retention.RetentionClass;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Digests;
import org.springframework.stereotype.Repository;

/// The only class that writes the retention tables and takes entries out of the trail.
@Repository
public class RetentionStore {
    /// How many entries went, and the SHA-256 of their sequence numbers, separated by commas.
    public record Disposed(int entries, String digest) {}

    private static final String READING = "reading";

    /// The class of an entry: reading is one of its own, else the longest prefix of the action.
    private static final Field<String> CLASS =
            DSL.when(AUDIT.READING, READING)
                    .otherwise(
                            DSL.field(
                                    DSL.select(RETENTION_RULES.CLASS_CODE)
                                            .from(RETENTION_RULES)
                                            .where(
                                                    DSL.condition(
                                                            "starts_with({0}, {1})",
                                                            AUDIT.ACTION, RETENTION_RULES.PREFIX))
                                            .orderBy(DSL.length(RETENTION_RULES.PREFIX).desc())
                                            .limit(1)));

    private final DSLContext jooq;
    private final Clock clock;

    RetentionStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public List<RetentionClass> report() {
        return jooq.selectFrom(RETENTION_CLASSES)
                .orderBy(RETENTION_CLASSES.YEARS.desc().nullsFirst(), RETENTION_CLASSES.CODE)
                .fetch(row ->
                        new RetentionClass(
                                row.getCode(),
                                new Bilingual(row.getNameJa(), row.getNameEn()),
                                row.getYears(),
                                new Bilingual(row.getReasonJa(), row.getReasonEn()),
                                jooq.fetchCount(AUDIT, CLASS.eq(row.getCode())),
                                jooq.fetchCount(AUDIT, due(row.getCode(), row.getYears()))));
    }

    /// Empty for a class that does not exist or is kept for ever.
    public Optional<Integer> years(String code) {
        return jooq.select(RETENTION_CLASSES.YEARS)
                .from(RETENTION_CLASSES)
                .where(RETENTION_CLASSES.CODE.eq(code))
                .fetchOptional(RETENTION_CLASSES.YEARS);
    }

    public void setYears(String code, int years) {
        jooq.update(RETENTION_CLASSES)
                .set(RETENTION_CLASSES.YEARS, years)
                .where(RETENTION_CLASSES.CODE.eq(code).and(RETENTION_CLASSES.YEARS.isNotNull()))
                .execute();
    }

    /// Takes out what is due and linked, leaving tombstones.
    public Disposed dispose(String code, UUID disposal) {
        List<Long> links =
                jooq.select(AUDIT_CHAIN.SEQ)
                        .from(AUDIT)
                        .join(AUDIT_CHAIN)
                        .on(AUDIT_CHAIN.KIND.eq(Link.ENTRY).and(AUDIT_CHAIN.SUBJECT.eq(AUDIT.ID)))
                        .where(due(code, years(code).orElse(null)))
                        .orderBy(AUDIT_CHAIN.SEQ)
                        .fetch(AUDIT_CHAIN.SEQ);
        if (links.isEmpty()) {
            return new Disposed(0, "");
        }
        jooq.insertInto(
                        AUDIT_TOMBSTONES,
                        AUDIT_TOMBSTONES.SEQ,
                        AUDIT_TOMBSTONES.CLASS_CODE,
                        AUDIT_TOMBSTONES.DISPOSAL_ID)
                .select(
                        DSL.select(AUDIT_CHAIN.SEQ, DSL.val(code), DSL.val(disposal))
                                .from(AUDIT_CHAIN)
                                .where(AUDIT_CHAIN.SEQ.eq(DSL.any(links.toArray(Long[]::new)))))
                .execute();
        jooq.fetch("select set_config('kakehashi.disposing', 'on', true)");
        jooq.deleteFrom(AUDIT)
                .where(
                        AUDIT.ID.in(
                                DSL.select(AUDIT_CHAIN.SUBJECT)
                                        .from(AUDIT_CHAIN)
                                        .join(AUDIT_TOMBSTONES)
                                        .on(AUDIT_TOMBSTONES.SEQ.eq(AUDIT_CHAIN.SEQ))
                                        .where(AUDIT_TOMBSTONES.DISPOSAL_ID.eq(disposal))))
                .execute();
        jooq.fetch("select set_config('kakehashi.disposing', '', true)");
        return new Disposed(links.size(), digest(links));
    }

    /// A tombstone that no disposal in the trail accounts for.
    @Nullable Broken firstForgedTombstone() {
        var disposals =
                jooq.select(
                                AUDIT_TOMBSTONES.DISPOSAL_ID,
                                DSL.multisetAgg(AUDIT_TOMBSTONES.SEQ)
                                        .convertFrom(rows ->
                                                rows.map(row -> row.value1()).stream()
                                                        .sorted()
                                                        .toList()),
                                count())
                        .from(AUDIT_TOMBSTONES)
                        .groupBy(AUDIT_TOMBSTONES.DISPOSAL_ID)
                        .fetch();
        for (var disposal : disposals) {
            boolean accounted =
                    jooq.fetchExists(
                            AUDIT,
                            AUDIT.ACTION
                                    .eq("access.retention.disposed")
                                    .and(AUDIT.SUBJECT_ID.eq(disposal.value1()))
                                    .and(
                                            DSL.condition(
                                                    "{0} ->> 'digest' = {1}",
                                                    AUDIT.DETAIL, digest(disposal.value2()))));
            if (!accounted) {
                long seq = disposal.value2().getFirst();
                return new Broken(
                        seq, "access.chain.tombstone", java.util.Map.of("seq", Long.toString(seq)));
            }
        }
        return null;
    }

    private Condition due(String code, @Nullable Integer years) {
        return years == null
                ? DSL.falseCondition()
                : CLASS.eq(code).and(AUDIT.AT.lt(OffsetDateTime.now(clock).minusYears(years)));
    }

    private static String digest(List<Long> links) {
        String text = links.stream().map(String::valueOf).collect(Collectors.joining(","));
        return Digests.hex(Digests.sha256(text.getBytes(StandardCharsets.US_ASCII)));
    }
}
