package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.access.Tables.AUDIT_CHAIN;
import static org.kakehashi.schema.access.Tables.AUDIT_TOMBSTONES;
import static org.kakehashi.schema.kernel.Tables.CHANGES;
import static org.kakehashi.schema.kernel.Tables.UNSEALED;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.AuditAnchor;
import org.kakehashi.access.AuditReport;
import org.kakehashi.access.AuditReport.Broken;
import org.kakehashi.kernel.Digests;
import org.springframework.stereotype.Component;

/// Walks the chain from its first link, then compares what it proves with what is stored. The first
/// thing that does not fit ends the walk.
@Component
public class ChainWalk {
    private static final int AT_ONCE = 500;

    private final DSLContext jooq;
    private final ChainContents contents;
    private final HistoryCheck history;
    private final RetentionStore retention;

    ChainWalk(
            DSLContext jooq,
            ChainContents contents,
            HistoryCheck history,
            RetentionStore retention) {
        this.jooq = jooq;
        this.contents = contents;
        this.history = history;
        this.retention = retention;
    }

    /// Within one snapshot, so that it can run while others write.
    public AuditReport walk(List<AuditAnchor> anchors, LongConsumer progress) {
        Walk walk = new Walk(anchors);
        List<SelectFieldOrAsterisk> columns = new ArrayList<>(ChainContents.ENTRY);
        columns.addAll(
                List.of(
                        AUDIT_CHAIN.SEQ,
                        AUDIT_CHAIN.KIND,
                        AUDIT_CHAIN.SUBJECT,
                        AUDIT_CHAIN.CONTENT_HASH,
                        AUDIT_CHAIN.HASH,
                        AUDIT_CHAIN.SEALED_AT,
                        AUDIT_TOMBSTONES.SEQ));
        try (var rows =
                jooq.select(columns)
                        .from(AUDIT_CHAIN)
                        .leftJoin(AUDIT)
                        .on(AUDIT_CHAIN.KIND.eq(Link.ENTRY).and(AUDIT.ID.eq(AUDIT_CHAIN.SUBJECT)))
                        .leftJoin(AUDIT_TOMBSTONES)
                        .on(AUDIT_TOMBSTONES.SEQ.eq(AUDIT_CHAIN.SEQ))
                        .orderBy(AUDIT_CHAIN.SEQ)
                        .fetchSize(AT_ONCE)
                        .fetchLazy()) {
            while (walk.broken == null && rows.hasNext()) {
                for (Record row : rows.fetchNext(AT_ONCE)) {
                    walk.step(row);
                    if (walk.broken != null) {
                        break;
                    }
                }
                walk.compareChanges();
                progress.accept(walk.seq);
            }
        }
        walk.end();
        long waiting = jooq.fetchCount(UNSEALED);
        if (walk.broken == null) {
            walk.broken = unlinked();
        }
        if (walk.broken == null) {
            walk.broken = retention.firstForgedTombstone();
        }
        if (walk.broken == null) {
            walk.broken = history.firstFault();
        }
        return new AuditReport(
                walk.links,
                walk.entries,
                walk.broken == null ? jooq.fetchCount(CHANGES) : walk.changes,
                walk.disposed,
                waiting,
                walk.anchorsSeen,
                walk.broken);
    }

    /// Rows that no link speaks of, though their transaction waits for none.
    private @Nullable Broken unlinked() {
        var entry =
                jooq.select(AUDIT.ID, AUDIT.AT)
                        .from(AUDIT)
                        .whereNotExists(
                                jooq.selectOne()
                                        .from(AUDIT_CHAIN)
                                        .where(AUDIT_CHAIN.KIND.eq(Link.ENTRY))
                                        .and(AUDIT_CHAIN.SUBJECT.eq(AUDIT.ID)))
                        .andNotExists(
                                jooq.selectOne()
                                        .from(UNSEALED)
                                        .where(UNSEALED.TRANSACTION_ID.eq(AUDIT.TRANSACTION_ID)))
                        .orderBy(AUDIT.ID)
                        .limit(1)
                        .fetchOne();
        if (entry != null) {
            return new Broken(0, "access.chain.inserted", Map.of("id", entry.value1().toString()));
        }
        var change =
                jooq.select(CHANGES.ID, CHANGES.PLACE)
                        .from(CHANGES)
                        .whereNotExists(
                                jooq.selectOne()
                                        .from(AUDIT_CHAIN)
                                        .where(AUDIT_CHAIN.KIND.eq(Link.CHANGES))
                                        .and(AUDIT_CHAIN.SUBJECT.eq(CHANGES.TRANSACTION_ID)))
                        .andNotExists(
                                jooq.selectOne()
                                        .from(UNSEALED)
                                        .where(UNSEALED.TRANSACTION_ID.eq(CHANGES.TRANSACTION_ID)))
                        .orderBy(CHANGES.ID)
                        .limit(1)
                        .fetchOne();
        return change == null
                ? null
                : new Broken(
                        0,
                        "access.chain.insertedChange",
                        Map.of("id", change.value1().toString(), "table", change.value2()));
    }

    /// The state of one walk.
    private final class Walk {
        private final NavigableMap<Long, List<AuditAnchor>> anchors = new TreeMap<>();
        private final Map<UUID, Record> waitingChanges = new java.util.LinkedHashMap<>();
        private byte[] last = Link.NOTHING;
        private long seq;
        private long links;
        private long entries;
        private long changes;
        private long disposed;
        private int anchorsSeen;
        private @Nullable Broken broken;

        Walk(List<AuditAnchor> given) {
            given.forEach(
                    one -> anchors.computeIfAbsent(one.seq(), any -> new ArrayList<>()).add(one));
        }

        void step(Record row) {
            long number = row.get(AUDIT_CHAIN.SEQ);
            if (number != seq + 1) {
                broken = at(seq + 1, "access.chain.missing");
                return;
            }
            seq = number;
            links++;
            byte[] hash = row.get(AUDIT_CHAIN.HASH);
            byte[] contentHash = row.get(AUDIT_CHAIN.CONTENT_HASH);
            if (!Arrays.equals(
                    hash, Link.hash(seq, last, contentHash, row.get(AUDIT_CHAIN.SEALED_AT)))) {
                broken = at(seq, "access.chain.link");
                return;
            }
            last = hash;
            if (row.get(AUDIT_CHAIN.KIND).equals(Link.CHANGES)) {
                changes++;
                waitingChanges.put(row.get(AUDIT_CHAIN.SUBJECT), row);
            } else {
                entries++;
                compareEntry(row, contentHash);
            }
            compareAnchors(hash);
        }

        private void compareEntry(Record row, byte[] contentHash) {
            if (row.get(AUDIT.ID) == null) {
                if (row.get(AUDIT_TOMBSTONES.SEQ) == null) {
                    broken = at(seq, "access.chain.removed");
                }
                disposed++;
            } else if (!Arrays.equals(
                    contentHash,
                    Digests.sha256(contents.entry(row).getBytes(StandardCharsets.UTF_8)))) {
                broken = at(seq, "access.chain.altered");
            }
        }

        private void compareAnchors(byte[] hash) {
            for (AuditAnchor anchor : anchors.getOrDefault(seq, List.of())) {
                anchorsSeen++;
                if (broken == null
                        && !Arrays.equals(hash, HexFormat.of().parseHex(anchor.hash()))) {
                    broken = at(seq, "access.chain.rewritten");
                }
            }
        }

        void compareChanges() {
            Map<UUID, String> now = contents.changes(List.copyOf(waitingChanges.keySet()));
            for (Map.Entry<UUID, Record> one : waitingChanges.entrySet()) {
                long number = one.getValue().get(AUDIT_CHAIN.SEQ);
                String content = now.get(one.getKey());
                boolean same =
                        content != null
                                && Arrays.equals(
                                        one.getValue().get(AUDIT_CHAIN.CONTENT_HASH),
                                        Digests.sha256(content.getBytes(StandardCharsets.UTF_8)));
                if (!same && (broken == null || number < broken.seq())) {
                    broken = at(number, "access.chain.changes");
                    break;
                }
            }
            waitingChanges.clear();
        }

        /// An anchor beyond the last link: the tail was cut off.
        void end() {
            if (broken == null && !anchors.isEmpty() && anchors.lastKey() > seq) {
                broken = at(seq + 1, "access.chain.truncated");
            }
        }

        private Broken at(long number, String key) {
            return new Broken(number, key, Map.of("seq", Long.toString(number)));
        }
    }
}
