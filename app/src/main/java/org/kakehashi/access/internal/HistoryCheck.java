package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.AUDIT_CHAIN;
import static org.kakehashi.schema.kernel.Tables.CHANGES;
import static org.kakehashi.schema.kernel.Tables.TRACKED_TABLES;

import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.AuditReport.Broken;
import org.springframework.stereotype.Component;

/// Compares records, their history twins and the noted changes, table by table.
@Component
class HistoryCheck {
    private final DSLContext jooq;

    HistoryCheck(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// The first thing that does not fit, the lowest link before others.
    @Nullable Broken firstFault() {
        Broken first = null;
        for (String table :
                jooq.select(TRACKED_TABLES.PLACE)
                        .from(TRACKED_TABLES)
                        .orderBy(TRACKED_TABLES.PLACE)
                        .fetch(TRACKED_TABLES.PLACE)) {
            for (Record fault :
                    jooq.fetch("select * from kernel.broken_history({0}, 100)", table)) {
                Broken broken = broken(table, fault);
                if (first == null
                        || broken.seq() > 0 && (first.seq() == 0 || broken.seq() < first.seq())) {
                    first = broken;
                }
            }
        }
        return first;
    }

    private Broken broken(String table, Record fault) {
        Long change = fault.get("change_id", Long.class);
        Long link =
                change == null
                        ? null
                        : jooq.select(AUDIT_CHAIN.SEQ)
                                .from(AUDIT_CHAIN)
                                .join(CHANGES)
                                .on(CHANGES.TRANSACTION_ID.eq(AUDIT_CHAIN.SUBJECT))
                                .where(CHANGES.ID.eq(change))
                                .fetchOne(AUDIT_CHAIN.SEQ);
        String key =
                switch (fault.get("fault", String.class)) {
                    case "altered" -> "access.history.altered";
                    case "removed" -> "access.history.removed";
                    case "reopened", "closed" -> "access.history.times";
                    case "inserted" -> "access.history.inserted";
                    case "unrecorded" -> "access.history.unrecorded";
                    case "deleted" -> "access.history.deleted";
                    default -> "access.history.overwritten";
                };
        return new Broken(
                link == null ? 0 : link,
                key,
                Map.of(
                        "table", table,
                        "record", String.valueOf(fault.get("record_id")),
                        "at", String.valueOf(fault.get("at"))));
    }
}
