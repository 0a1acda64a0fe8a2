package org.kakehashi.mobility.internal;

import static org.kakehashi.schema.mobility.Tables.SAVED_VIEWS;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.mobility.Views.View;
import org.springframework.stereotype.Repository;

/// The only class that writes saved views of stays.
@Repository
public class ViewStore {
    private final DSLContext jooq;

    ViewStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<View> of(UUID owner) {
        return jooq.selectFrom(SAVED_VIEWS)
                .where(SAVED_VIEWS.OWNER_ID.eq(owner))
                .orderBy(SAVED_VIEWS.NAME)
                .fetch(row -> new View(row.getId(), row.getName(), row.getQuery()));
    }

    public void save(UUID owner, String name, String query) {
        jooq.insertInto(SAVED_VIEWS)
                .set(SAVED_VIEWS.OWNER_ID, owner)
                .set(SAVED_VIEWS.NAME, name)
                .set(SAVED_VIEWS.QUERY, query)
                .onConflict(SAVED_VIEWS.OWNER_ID, SAVED_VIEWS.NAME)
                .doUpdate()
                .set(SAVED_VIEWS.QUERY, query)
                .execute();
    }

    public void delete(UUID owner, UUID id) {
        jooq.deleteFrom(SAVED_VIEWS)
                .where(SAVED_VIEWS.OWNER_ID.eq(owner).and(SAVED_VIEWS.ID.eq(id)))
                .execute();
    }
}
