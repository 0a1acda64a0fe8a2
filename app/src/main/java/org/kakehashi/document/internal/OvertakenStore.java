package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.CONTENTS;
import static org.kakehashi.schema.document.Tables.OVERTAKEN;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.document.Incoming;
import org.kakehashi.document.Overtaken;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.schema.document.tables.records.OvertakenRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes files that came second.
@Repository
public class OvertakenStore {
    private final DSLContext jooq;
    private final Clock clock;

    OvertakenStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public void insert(UUID document, int seen, Incoming file, String sha256) {
        jooq.insertInto(OVERTAKEN)
                .set(OVERTAKEN.DOCUMENT_ID, document)
                .set(OVERTAKEN.SHA256, sha256)
                .set(OVERTAKEN.NAME, file.name())
                .set(OVERTAKEN.DECLARED_TYPE, file.declaredType())
                .set(OVERTAKEN.NOTE, file.note())
                .set(OVERTAKEN.SEEN, seen)
                .set(OVERTAKEN.AT, OffsetDateTime.now(clock))
                .set(OVERTAKEN.BY_USER, CurrentUser.get().id())
                .execute();
    }

    /// The person's own, oldest first.
    public List<Overtaken> mine(UUID document) {
        return jooq.select(OVERTAKEN.fields())
                .select(CONTENTS.BYTES)
                .from(OVERTAKEN)
                .join(CONTENTS)
                .on(CONTENTS.SHA256.eq(OVERTAKEN.SHA256))
                .where(OVERTAKEN.DOCUMENT_ID.eq(document))
                .and(OVERTAKEN.BY_USER.isNotDistinctFrom(CurrentUser.get().id()))
                .orderBy(OVERTAKEN.AT)
                .fetch(row ->
                        new Overtaken(
                                row.get(OVERTAKEN.ID),
                                row.get(OVERTAKEN.NAME),
                                row.get(CONTENTS.BYTES),
                                row.get(OVERTAKEN.NOTE),
                                row.get(OVERTAKEN.SEEN),
                                row.get(OVERTAKEN.AT)));
    }

    /// Takes one's own out of the waiting.
    public Optional<OvertakenRecord> take(UUID document, UUID id) {
        return jooq.deleteFrom(OVERTAKEN)
                .where(OVERTAKEN.ID.eq(id))
                .and(OVERTAKEN.DOCUMENT_ID.eq(document))
                .and(OVERTAKEN.BY_USER.isNotDistinctFrom(CurrentUser.get().id()))
                .returning()
                .fetchOptional();
    }
}
