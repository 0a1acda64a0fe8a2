package org.kakehashi.document.internal;

import static org.kakehashi.schema.document.Tables.PAIRS;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.document.tables.records.PairsRecord;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Repository;

/// The only class that writes which documents are the same text in two languages.
@Repository
public class PairStore {
    private final DSLContext jooq;

    PairStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<PairsRecord> find(UUID document) {
        return jooq.selectFrom(PAIRS)
                .where(PAIRS.JA_ID.eq(document).or(PAIRS.EN_ID.eq(document)))
                .fetchOptional();
    }

    public void insert(UUID ja, int jaVersion, UUID en, int enVersion) {
        try {
            jooq.insertInto(PAIRS)
                    .set(PAIRS.JA_ID, ja)
                    .set(PAIRS.EN_ID, en)
                    .set(PAIRS.JA_VERSION, jaVersion)
                    .set(PAIRS.EN_VERSION, enVersion)
                    .execute();
        } catch (DuplicateKeyException | IntegrityConstraintViolationException e) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public void inStep(UUID id, int version, int jaVersion, int enVersion) {
        int found =
                jooq.update(PAIRS)
                        .set(PAIRS.JA_VERSION, jaVersion)
                        .set(PAIRS.EN_VERSION, enVersion)
                        .set(PAIRS.VERSION, version + 1)
                        .where(PAIRS.ID.eq(id).and(PAIRS.VERSION.eq(version)))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public void delete(UUID id) {
        jooq.deleteFrom(PAIRS).where(PAIRS.ID.eq(id)).execute();
    }
}
