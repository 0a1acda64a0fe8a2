package org.kakehashi.agreement.internal;

import static org.kakehashi.schema.agreement.Tables.SAVED_VIEWS;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.agreement.SavedViews.SavedView;
import org.springframework.stereotype.Repository;

/// The only class that writes `agreement.saved_views`.
@Repository
public class SavedViewStore {
    private final DSLContext jooq;

    SavedViewStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public List<SavedView> of(UUID user) {
        return jooq.selectFrom(SAVED_VIEWS)
                .where(SAVED_VIEWS.USER_ID.eq(user))
                .orderBy(SAVED_VIEWS.CREATED_AT)
                .fetch(row -> new SavedView(row.getId(), row.getName(), row.getQuery()));
    }

    public void save(UUID user, String name, String query) {
        jooq.insertInto(SAVED_VIEWS)
                .set(SAVED_VIEWS.USER_ID, user)
                .set(SAVED_VIEWS.NAME, name)
                .set(SAVED_VIEWS.QUERY, query)
                .onConflict(SAVED_VIEWS.USER_ID, SAVED_VIEWS.NAME)
                .doUpdate()
                .set(SAVED_VIEWS.QUERY, query)
                .execute();
    }

    public void delete(UUID user, UUID id) {
        jooq.deleteFrom(SAVED_VIEWS)
                .where(SAVED_VIEWS.USER_ID.eq(user).and(SAVED_VIEWS.ID.eq(id)))
                .execute();
    }
}
