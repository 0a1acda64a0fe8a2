package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.CONTENTS;
import static org.kakehashi.schema.document.Tables.SIGNATURES;
import static org.kakehashi.schema.document.Tables.TEXTS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.kakehashi.document.Findings;
import org.kakehashi.document.PdfSignature;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The only class that writes what was found inside contents.
@Repository("documentExaminationStore")
public class ExaminationStore {
    private final DSLContext jooq;
    private final Clock clock;

    ExaminationStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /// A content nobody looked into yet.
    ///
    /// @param attempts with this one; more than one means that an attempt ended with the process
    record Waiting(String sha256, String mediaType, int attempts) {}

    /// The next one, with this attempt counted before it begins.
    Optional<Waiting> next() {
        return jooq.update(CONTENTS)
                .set(CONTENTS.ATTEMPTS, CONTENTS.ATTEMPTS.plus(1))
                .where(
                        CONTENTS.SHA256.eq(
                                DSL.select(CONTENTS.SHA256)
                                        .from(CONTENTS)
                                        .where(CONTENTS.EXAMINED_AT.isNull())
                                        .and(CONTENTS.GONE_AT.isNull())
                                        .orderBy(CONTENTS.USED_AT)
                                        .limit(1)
                                        .forUpdate()
                                        .skipLocked()))
                .returning(CONTENTS.SHA256, CONTENTS.MEDIA_TYPE, CONTENTS.ATTEMPTS)
                .fetchOptional(
                        row -> new Waiting(row.getSha256(), row.getMediaType(), row.getAttempts()));
    }

    @Transactional
    void examined(String sha256, ReadText found) {
        jooq.update(CONTENTS)
                .set(CONTENTS.EXAMINED_AT, OffsetDateTime.now(clock))
                .set(CONTENTS.TEXT_STATE, found.state().code())
                .set(CONTENTS.PAGES, found.pages())
                .where(CONTENTS.SHA256.eq(sha256))
                .execute();
        jooq.deleteFrom(TEXTS).where(TEXTS.SHA256.eq(sha256)).execute();
        if (!found.body().isEmpty()) {
            jooq.insertInto(TEXTS)
                    .set(TEXTS.SHA256, sha256)
                    .set(TEXTS.BODY, found.body())
                    .set(TEXTS.GRAMS, Grams.of(found.body()).toArray(String[]::new))
                    .onConflictDoNothing()
                    .execute();
        }
        jooq.deleteFrom(SIGNATURES).where(SIGNATURES.SHA256.eq(sha256)).execute();
        for (int i = 0; i < found.signatures().size(); i++) {
            PdfSignature one = found.signatures().get(i);
            jooq.insertInto(SIGNATURES)
                    .set(SIGNATURES.SHA256, sha256)
                    .set(SIGNATURES.POSITION, i)
                    .set(SIGNATURES.SIGNER, plain(one.signer()))
                    .set(SIGNATURES.ISSUER, plain(one.issuer()))
                    .set(SIGNATURES.SIGNED_AT, one.signedAt())
                    .set(SIGNATURES.WHOLE, one.whole())
                    .set(SIGNATURES.INTACT, one.intact())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    public Findings findings(String sha256) {
        List<PdfSignature> signatures =
                jooq.selectFrom(SIGNATURES)
                        .where(SIGNATURES.SHA256.eq(sha256))
                        .orderBy(SIGNATURES.POSITION)
                        .fetch(row ->
                                new PdfSignature(
                                        row.getSigner(),
                                        row.getIssuer(),
                                        row.getSignedAt(),
                                        row.getWhole(),
                                        row.getIntact()));
        return jooq.select(CONTENTS.TEXT_STATE, CONTENTS.PAGES)
                .from(CONTENTS)
                .where(CONTENTS.SHA256.eq(sha256))
                .fetchOptional(row -> new Findings(row.value1(), row.value2(), signatures))
                .orElse(new Findings(null, null, signatures));
    }

    /// The words around the first place of a term in each of these contents, as far as it is there.
    public Map<String, String> around(Collection<String> contents, String term) {
        var place = DSL.position(DSL.lower(TEXTS.BODY), DSL.lower(DSL.val(term)));
        return jooq.select(
                        TEXTS.SHA256,
                        DSL.substring(
                                TEXTS.BODY,
                                DSL.greatest(place.minus(50), DSL.val(1)),
                                DSL.val(180)))
                .from(TEXTS)
                .where(TEXTS.SHA256.in(contents))
                .and(place.gt(0))
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /// The beginning of the words of a content.
    public String beginning(String sha256, int characters) {
        return jooq.select(DSL.left(TEXTS.BODY, characters))
                .from(TEXTS)
                .where(TEXTS.SHA256.eq(sha256))
                .fetchOptional(row -> row.value1())
                .orElse("");
    }

    private static String plain(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
        return harmless.length() <= 300 ? harmless : harmless.substring(0, 300);
    }
}
