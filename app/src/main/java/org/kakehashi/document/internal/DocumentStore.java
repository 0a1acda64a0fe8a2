package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.CONTENTS;
import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.VERSIONS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.document.Document.Details;
import org.kakehashi.document.Incoming;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.document.tables.records.DocumentsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes documents and their versions.
@Repository
public class DocumentStore {
    private final DSLContext jooq;
    private final Clock clock;

    DocumentStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public UUID insert(String ownerKind, UUID ownerId, Details details) {
        DocumentsRecord row = row(details);
        row.setOwnerKind(ownerKind);
        row.setOwnerId(ownerId);
        row.setCreatedBy(CurrentUser.get().id());
        return jooq.insertInto(DOCUMENTS)
                .set(row)
                .returningResult(DOCUMENTS.ID)
                .fetchSingle()
                .value1();
    }

    /// Writes the next version if the newest is still the one its sender saw; the row of the
    /// document is locked meanwhile.
    ///
    /// @return the number of the new version, or null if somebody was quicker
    public @Nullable Integer addVersion(
            UUID document, int seen, Incoming file, String sha256, @Nullable Integer restored) {
        int latest = lock(document);
        if (latest != seen) {
            return null;
        }
        jooq.insertInto(VERSIONS)
                .set(VERSIONS.DOCUMENT_ID, document)
                .set(VERSIONS.NUMBER, latest + 1)
                .set(VERSIONS.SHA256, sha256)
                .set(VERSIONS.NAME, file.name())
                .set(VERSIONS.DECLARED_TYPE, cut(file.declaredType(), 200))
                .set(VERSIONS.NOTE, cut(file.note().strip(), 2000))
                .set(VERSIONS.RESTORED_FROM, restored)
                .set(VERSIONS.AT, OffsetDateTime.now(clock))
                .set(VERSIONS.BY_USER, CurrentUser.get().id())
                .execute();
        jooq.update(DOCUMENTS)
                .set(DOCUMENTS.LATEST, latest + 1)
                .where(DOCUMENTS.ID.eq(document))
                .execute();
        return latest + 1;
    }

    /// The number of the newest version; holds off other writers until the end of the transaction.
    public int lock(UUID document) {
        return jooq.select(DOCUMENTS.LATEST)
                .from(DOCUMENTS)
                .where(DOCUMENTS.ID.eq(document).and(DOCUMENTS.REMOVED_AT.isNull()))
                .forUpdate()
                .fetchOptional(DOCUMENTS.LATEST)
                .orElseThrow(KakehashiException::notFound);
    }

    public void update(UUID id, int version, Details details) {
        int found =
                jooq.update(DOCUMENTS)
                        .set(row(details))
                        .set(DOCUMENTS.VERSION, version + 1)
                        .where(DOCUMENTS.ID.eq(id))
                        .and(DOCUMENTS.VERSION.eq(version))
                        .and(DOCUMENTS.REMOVED_AT.isNull())
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public void remove(UUID id, int version, String reason) {
        int found =
                jooq.update(DOCUMENTS)
                        .set(DOCUMENTS.REMOVED_AT, OffsetDateTime.now(clock))
                        .set(DOCUMENTS.REMOVED_BY, CurrentUser.get().id())
                        .set(DOCUMENTS.REMOVED_REASON, reason)
                        .set(DOCUMENTS.VERSION, version + 1)
                        .where(DOCUMENTS.ID.eq(id))
                        .and(DOCUMENTS.VERSION.eq(version))
                        .and(DOCUMENTS.REMOVED_AT.isNull())
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public void bringBack(UUID id) {
        jooq.update(DOCUMENTS)
                .setNull(DOCUMENTS.REMOVED_AT)
                .setNull(DOCUMENTS.REMOVED_BY)
                .setNull(DOCUMENTS.REMOVED_REASON)
                .set(DOCUMENTS.VERSION, DOCUMENTS.VERSION.plus(1))
                .where(DOCUMENTS.ID.eq(id))
                .execute();
    }

    /// Are the contents of all its versions still there?
    public boolean complete(UUID id) {
        return !jooq.fetchExists(
                VERSIONS.join(CONTENTS).on(CONTENTS.SHA256.eq(VERSIONS.SHA256)),
                VERSIONS.DOCUMENT_ID.eq(id).and(CONTENTS.GONE_AT.isNotNull()));
    }

    private static DocumentsRecord row(Details details) {
        DocumentsRecord row = new DocumentsRecord();
        row.setKind(details.kind());
        row.setTitleJa(details.title().ja());
        row.setTitleEn(details.title().en());
        row.setLanguage(details.language().code());
        row.setConfidentiality(details.restricted() ? "restricted" : "ordinary");
        row.setRetention(details.retention());
        row.setKeptFrom(details.keptFrom());
        return row;
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
