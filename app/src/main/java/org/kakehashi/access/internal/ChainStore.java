package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.AUDIT;
import static org.kakehashi.schema.access.Tables.AUDIT_ANCHORS;
import static org.kakehashi.schema.access.Tables.AUDIT_CHAIN;
import static org.kakehashi.schema.kernel.Tables.UNSEALED;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.AuditAnchor;
import org.kakehashi.kernel.Digests;
import org.kakehashi.schema.access.tables.records.AuditChainRecord;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The only class that writes the audit chain. Writers of the trail never wait for it: what they
/// committed stands in `kernel.unsealed` until one sealer at a time links it.
@Repository
public class ChainStore {
    /// Advisory lock of the one sealer.
    private static final long LOCK = 7_305_101L;

    private static final int TRANSACTIONS_AT_ONCE = 200;

    private final DSLContext jooq;
    private final ChainContents contents;
    private final Clock clock;

    ChainStore(DSLContext jooq, ChainContents contents, Clock clock) {
        this.jooq = jooq;
        this.contents = contents;
        this.clock = clock;
    }

    /// Is anything committed that is not yet linked? Cheap enough to ask each second.
    public boolean waiting() {
        return jooq.fetchExists(UNSEALED);
    }

    /// Links the oldest committed transactions; how many links were made. Another sealer at work
    /// makes it none.
    @Transactional
    public int sealSome() {
        boolean mine =
                jooq.fetchSingle("select pg_try_advisory_xact_lock({0})", LOCK)
                        .get(0, Boolean.class);
        if (!mine) {
            return 0;
        }
        List<UUID> transactions =
                jooq.select(UNSEALED.TRANSACTION_ID)
                        .from(UNSEALED)
                        .orderBy(UNSEALED.TRANSACTION_ID)
                        .limit(TRANSACTIONS_AT_ONCE)
                        .fetch(UNSEALED.TRANSACTION_ID);
        if (transactions.isEmpty()) {
            return 0;
        }
        int made = link(transactions);
        jooq.deleteFrom(UNSEALED).where(UNSEALED.TRANSACTION_ID.in(transactions)).execute();
        return made;
    }

    /// The newest link; empty before the first.
    public Optional<AuditAnchor> head() {
        return jooq.select(AUDIT_CHAIN.SEQ, AUDIT_CHAIN.HASH, AUDIT_CHAIN.SEALED_AT)
                .from(AUDIT_CHAIN)
                .orderBy(AUDIT_CHAIN.SEQ.desc())
                .limit(1)
                .fetchOptional(row ->
                        new AuditAnchor(
                                row.value1(), Digests.hex(row.value2()), row.value3(), "head"));
    }

    public void insertAnchor(AuditAnchor anchor) {
        jooq.insertInto(AUDIT_ANCHORS)
                .set(AUDIT_ANCHORS.SEQ, anchor.seq())
                .set(AUDIT_ANCHORS.HASH, HexFormat.of().parseHex(anchor.hash()))
                .set(AUDIT_ANCHORS.PLACE, anchor.place())
                .onConflictDoNothing()
                .execute();
    }

    /// Anchors, newest first.
    public List<AuditAnchor> anchors(int limit) {
        return jooq.selectFrom(AUDIT_ANCHORS)
                .orderBy(AUDIT_ANCHORS.AT.desc())
                .limit(limit)
                .fetch(row ->
                        new AuditAnchor(
                                row.getSeq(),
                                Digests.hex(row.getHash()),
                                row.getAt(),
                                row.getPlace()));
    }

    private int link(List<UUID> transactions) {
        Map<UUID, List<Map.Entry<UUID, String>>> entries = new LinkedHashMap<>();
        jooq.select(ChainContents.ENTRY)
                .from(AUDIT)
                .where(AUDIT.TRANSACTION_ID.in(transactions))
                .orderBy(AUDIT.ID)
                .forEach(row ->
                        entries.computeIfAbsent(
                                        row.get(AUDIT.TRANSACTION_ID), any -> new ArrayList<>())
                                .add(Map.entry(row.get(AUDIT.ID), contents.entry(row))));
        Map<UUID, String> changes = contents.changes(transactions);
        Optional<AuditAnchor> head = head();
        Linking linking =
                new Linking(
                        head.map(AuditAnchor::seq).orElse(0L),
                        head.map(one -> HexFormat.of().parseHex(one.hash())).orElse(Link.NOTHING),
                        OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS));
        for (UUID transaction : transactions) {
            String changed = changes.get(transaction);
            if (changed != null) {
                linking.add(Link.CHANGES, transaction, changed);
            }
            entries.getOrDefault(transaction, List.of())
                    .forEach(entry -> linking.add(Link.ENTRY, entry.getKey(), entry.getValue()));
        }
        insert(linking.links);
        return linking.links.size();
    }

    private void insert(List<Link> links) {
        jooq.batchInsert(
                        links.stream()
                                .map(link ->
                                        new AuditChainRecord(
                                                link.seq(),
                                                link.kind(),
                                                link.subject(),
                                                link.contentHash(),
                                                link.hash(),
                                                (short) Canonical.FORM,
                                                link.sealedAt()))
                                .toList())
                .execute();
    }

    /// Makes links one after the other.
    private static final class Linking {
        private final List<Link> links = new ArrayList<>();
        private final OffsetDateTime at;
        private long seq;
        private byte[] last;

        Linking(long seq, byte[] last, OffsetDateTime at) {
            this.seq = seq;
            this.last = last;
            this.at = at;
        }

        void add(String kind, UUID subject, String content) {
            seq++;
            Link link = Link.after(seq, last, kind, subject, content, at);
            last = link.hash();
            links.add(link);
        }
    }
}
