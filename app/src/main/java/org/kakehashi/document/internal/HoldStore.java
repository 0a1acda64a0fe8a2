package org.kakehashi.document.internal;

import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.document.Tables.HOLDS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.document.Hold;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.access.tables.Users;
import org.springframework.stereotype.Repository;

/// The only class that writes legal holds.
@Repository
public class HoldStore {
    private static final Users LIFTER = USERS.as("lifter");

    private final DSLContext jooq;
    private final Clock clock;

    HoldStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public UUID insert(UUID document, String reason) {
        return jooq.insertInto(HOLDS)
                .set(HOLDS.DOCUMENT_ID, document)
                .set(HOLDS.REASON, reason)
                .set(HOLDS.AT, OffsetDateTime.now(clock))
                .set(HOLDS.BY_USER, CurrentUser.get().id())
                .returningResult(HOLDS.ID)
                .fetchSingle()
                .value1();
    }

    public void lift(UUID document, UUID hold, String reason) {
        int lifted =
                jooq.update(HOLDS)
                        .set(HOLDS.LIFTED_AT, OffsetDateTime.now(clock))
                        .set(HOLDS.LIFTED_BY, CurrentUser.get().id())
                        .set(HOLDS.LIFTED_REASON, reason)
                        .where(HOLDS.ID.eq(hold))
                        .and(HOLDS.DOCUMENT_ID.eq(document))
                        .and(HOLDS.LIFTED_AT.isNull())
                        .execute();
        if (lifted == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public boolean standing(UUID document) {
        return jooq.fetchExists(
                HOLDS, HOLDS.DOCUMENT_ID.eq(document).and(HOLDS.LIFTED_AT.isNull()));
    }

    public List<Hold> of(UUID document) {
        return jooq.select(HOLDS.fields())
                .select(USERS.NAME_JA, USERS.NAME_EN, LIFTER.NAME_JA, LIFTER.NAME_EN)
                .from(HOLDS)
                .leftJoin(USERS)
                .on(USERS.ID.eq(HOLDS.BY_USER))
                .leftJoin(LIFTER)
                .on(LIFTER.ID.eq(HOLDS.LIFTED_BY))
                .where(HOLDS.DOCUMENT_ID.eq(document))
                .orderBy(HOLDS.AT.desc())
                .fetch(row ->
                        new Hold(
                                row.get(HOLDS.ID),
                                row.get(HOLDS.REASON),
                                row.get(HOLDS.AT),
                                new Bilingual(row.get(USERS.NAME_JA), row.get(USERS.NAME_EN)),
                                row.get(HOLDS.LIFTED_AT),
                                new Bilingual(row.get(LIFTER.NAME_JA), row.get(LIFTER.NAME_EN)),
                                row.get(HOLDS.LIFTED_REASON)));
    }
}
