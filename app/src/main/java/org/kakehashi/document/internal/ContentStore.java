package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.CONTENTS;
import static org.kakehashi.schema.document.Tables.DOCUMENTS;
import static org.kakehashi.schema.document.Tables.OVERTAKEN;
import static org.kakehashi.schema.document.Tables.TEXTS;
import static org.kakehashi.schema.document.Tables.VERSIONS;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Repository;

/// The only class that writes which contents are kept, and that puts them in their place or takes
/// them away. The row of a content is locked while either happens.
@Repository
public class ContentStore {
    private final DSLContext jooq;
    private final Blobs blobs;
    private final Clock clock;

    ContentStore(DSLContext jooq, Blobs blobs, Clock clock) {
        this.jooq = jooq;
        this.blobs = blobs;
        this.clock = clock;
    }

    /// Keeps what was received, in the caller's transaction.
    public void keep(Receiving.Received received) throws IOException {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jooq.insertInto(CONTENTS)
                .set(CONTENTS.SHA256, received.sha256())
                .set(CONTENTS.BYTES, received.bytes())
                .set(CONTENTS.MEDIA_TYPE, received.mediaType())
                .set(CONTENTS.USED_AT, now)
                .onConflict(CONTENTS.SHA256)
                .doUpdate()
                .set(CONTENTS.USED_AT, now)
                .setNull(CONTENTS.GONE_AT)
                .set(
                        CONTENTS.EXAMINED_AT,
                        DSL.when(CONTENTS.GONE_AT.isNull(), CONTENTS.EXAMINED_AT))
                .setNull(CONTENTS.BROKEN_AT)
                .execute();
        blobs.keep(received.path(), received.sha256());
    }

    /// The content, proven against its hash while it is read.
    public InputStream open(String sha256) {
        try {
            return new Verified(blobs.open(sha256), sha256);
        } catch (Verified.Damaged e) {
            jooq.update(CONTENTS)
                    .set(CONTENTS.BROKEN_AT, OffsetDateTime.now(clock))
                    .where(CONTENTS.SHA256.eq(sha256))
                    .execute();
            throw damaged();
        } catch (java.nio.file.NoSuchFileException e) {
            throw damaged();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Contents that no document needs any more and that were not used since; up to so many.
    public List<String> unneeded(OffsetDateTime since, int most) {
        return jooq.select(CONTENTS.SHA256)
                .from(CONTENTS)
                .where(isUnneeded(since))
                .limit(most)
                .fetch(CONTENTS.SHA256);
    }

    /// Takes a content away if still nobody needs it; in a transaction of the caller.
    public boolean forget(String sha256, OffsetDateTime since) throws IOException {
        boolean still =
                jooq.select(CONTENTS.SHA256)
                        .from(CONTENTS)
                        .where(CONTENTS.SHA256.eq(sha256))
                        .and(isUnneeded(since))
                        .forUpdate()
                        .fetchOptional()
                        .isPresent();
        if (still) {
            jooq.update(CONTENTS)
                    .set(CONTENTS.GONE_AT, OffsetDateTime.now(clock))
                    .where(CONTENTS.SHA256.eq(sha256))
                    .execute();
            jooq.deleteFrom(TEXTS).where(TEXTS.SHA256.eq(sha256)).execute();
            blobs.delete(sha256);
        }
        return still;
    }

    public boolean known(String sha256) {
        return jooq.fetchExists(CONTENTS, CONTENTS.SHA256.eq(sha256));
    }

    /// A content of a document deleted since then is still needed: the document can be brought
    /// back.
    private static Condition isUnneeded(OffsetDateTime since) {
        return CONTENTS.GONE_AT
                .isNull()
                .and(CONTENTS.USED_AT.lt(since))
                .andNotExists(
                        DSL.selectOne()
                                .from(VERSIONS)
                                .join(DOCUMENTS)
                                .on(DOCUMENTS.ID.eq(VERSIONS.DOCUMENT_ID))
                                .where(VERSIONS.SHA256.eq(CONTENTS.SHA256))
                                .and(
                                        DOCUMENTS
                                                .REMOVED_AT
                                                .isNull()
                                                .or(DOCUMENTS.REMOVED_AT.ge(since))))
                .andNotExists(
                        DSL.selectOne()
                                .from(OVERTAKEN)
                                .where(OVERTAKEN.SHA256.eq(CONTENTS.SHA256)));
    }

    private static KakehashiException damaged() {
        return new KakehashiException(
                KakehashiException.Kind.UNAVAILABLE, "document.problem.damaged", Map.of());
    }
}
