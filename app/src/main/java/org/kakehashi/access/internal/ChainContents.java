package org.kakehashi.access.internal;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.kernel.Tables.CHANGES;
import static org.kakehashi.schema.kernel.Tables.TRANSACTIONS;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Digests;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What the links are about, written in the canonical form.
@Component
class ChainContents {
    private static final TypeReference<Map<String, @Nullable Object>> MAP =
            new TypeReference<>() {};

    /// The changes of a transaction, as one digest over those of the single versions.
    private static final Field<byte[]> DIGEST =
            DSL.field(
                    "sha256(string_agg({0}, ''::bytea order by {1}))",
                    SQLDataType.BLOB, CHANGES.DIGEST, CHANGES.ID);

    static final List<SelectField<?>> ENTRY =
            List.of(
                    AUDIT.ID,
                    AUDIT.AT,
                    AUDIT.TRANSACTION_ID,
                    AUDIT.ACTOR,
                    AUDIT.ACTOR_LOGIN,
                    AUDIT.ACTION,
                    AUDIT.SUBJECT_KIND,
                    AUDIT.SUBJECT_ID,
                    AUDIT.DETAIL,
                    AUDIT.ORIGIN,
                    AUDIT.REASON,
                    AUDIT.READING);

    private final DSLContext jooq;
    private final JsonMapper json;

    ChainContents(DSLContext jooq, JsonMapper json) {
        this.jooq = jooq;
        this.json =
                json.rebuild().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    }

    /// An entry of the trail, out of a row with the columns of [#ENTRY].
    String entry(Record row) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("form", Canonical.FORM);
        content.put("kind", Link.ENTRY);
        content.put("id", row.get(AUDIT.ID));
        content.put("at", row.get(AUDIT.AT));
        content.put("transaction", row.get(AUDIT.TRANSACTION_ID));
        content.put("actor", row.get(AUDIT.ACTOR));
        content.put("acting", row.get(AUDIT.ACTOR_LOGIN));
        content.put("action", row.get(AUDIT.ACTION));
        content.put("subject_kind", row.get(AUDIT.SUBJECT_KIND));
        content.put("subject_id", row.get(AUDIT.SUBJECT_ID));
        content.put("detail", json.readValue(row.get(AUDIT.DETAIL).data(), MAP));
        content.put("origin", row.get(AUDIT.ORIGIN));
        content.put("reason", row.get(AUDIT.REASON));
        content.put("reading", row.get(AUDIT.READING));
        return Canonical.json(content);
    }

    /// What was changed by each of these transactions; those that changed no record are not there.
    Map<UUID, String> changes(List<UUID> transactions) {
        Map<UUID, String> contents = new LinkedHashMap<>();
        jooq.select(
                        TRANSACTIONS.ID,
                        TRANSACTIONS.AT,
                        TRANSACTIONS.ACTOR,
                        TRANSACTIONS.ORIGIN,
                        TRANSACTIONS.REASON,
                        count(),
                        min(CHANGES.ID),
                        max(CHANGES.ID),
                        DIGEST)
                .from(CHANGES)
                .join(TRANSACTIONS)
                .on(TRANSACTIONS.ID.eq(CHANGES.TRANSACTION_ID))
                .where(CHANGES.TRANSACTION_ID.in(transactions))
                .groupBy(TRANSACTIONS.ID)
                .orderBy(TRANSACTIONS.ID)
                .forEach(row -> contents.put(row.value1(), content(row)));
        return contents;
    }

    Optional<String> changes(UUID transaction) {
        return Optional.ofNullable(changes(List.of(transaction)).get(transaction));
    }

    private static String content(
            org.jooq.Record9<
                            UUID,
                            java.time.OffsetDateTime,
                            UUID,
                            String,
                            String,
                            Integer,
                            Long,
                            Long,
                            byte[]>
                    row) {
        Map<String, @Nullable Object> content = new LinkedHashMap<>();
        content.put("form", Canonical.FORM);
        content.put("kind", Link.CHANGES);
        content.put("transaction", row.value1());
        content.put("at", row.value2());
        content.put("actor", row.value3());
        content.put("origin", row.value4());
        content.put("reason", row.value5());
        content.put("changes", row.value6());
        content.put("first", row.value7());
        content.put("last", row.value8());
        content.put("digest", Digests.hex(row.value9()));
        return Canonical.json(content);
    }
}
