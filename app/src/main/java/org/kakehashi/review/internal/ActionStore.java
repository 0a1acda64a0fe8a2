package org.kakehashi.review.internal;

import static org.kakehashi.schema.access.Tables.USERS;
import static org.kakehashi.schema.review.Tables.ACTIONS;
import static org.kakehashi.schema.review.Tables.MEETINGS;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.CorrectiveAction;
import org.springframework.stereotype.Repository;

/// The only class that writes corrective actions.
@Repository
public class ActionStore {
    private final DSLContext jooq;

    ActionStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public void add(CorrectiveAction action) {
        jooq.insertInto(ACTIONS)
                .set(ACTIONS.NUMBER, action.number())
                .set(ACTIONS.MEETING_ID, action.meeting())
                .set(ACTIONS.TITLE_JA, action.title().ja())
                .set(ACTIONS.TITLE_EN, action.title().en())
                .set(ACTIONS.OWNER, action.owner())
                .set(ACTIONS.DUE_ON, action.dueOn())
                .execute();
    }

    public void finish(CorrectiveAction action, LocalDate on, @Nullable String note) {
        int found =
                jooq.update(ACTIONS)
                        .set(ACTIONS.DONE_ON, on)
                        .set(ACTIONS.NOTE, note)
                        .set(ACTIONS.VERSION, ACTIONS.VERSION.plus(1))
                        .where(ACTIONS.ID.eq(action.id()))
                        .and(ACTIONS.VERSION.eq(action.version()))
                        .and(ACTIONS.DONE_ON.isNull())
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    public Optional<CorrectiveAction> find(UUID id) {
        return actions(ACTIONS.ID.eq(id)).stream().findFirst();
    }

    public List<CorrectiveAction> ofMeeting(UUID meeting) {
        return actions(ACTIONS.MEETING_ID.eq(meeting));
    }

    public List<CorrectiveAction> ofBody(UUID body) {
        return actions(
                ACTIONS.MEETING_ID.in(
                        DSL.select(MEETINGS.ID).from(MEETINGS).where(MEETINGS.BODY_ID.eq(body))));
    }

    public List<CorrectiveAction> openOf(UUID owner) {
        return actions(ACTIONS.OWNER.eq(owner).and(ACTIONS.DONE_ON.isNull()));
    }

    private List<CorrectiveAction> actions(Condition which) {
        return jooq.select(ACTIONS.asterisk(), USERS.NAME_JA, USERS.NAME_EN)
                .from(ACTIONS)
                .join(USERS)
                .on(USERS.ID.eq(ACTIONS.OWNER))
                .where(which)
                .orderBy(ACTIONS.DONE_ON.isNotNull(), ACTIONS.DUE_ON, ACTIONS.NUMBER)
                .fetch(row ->
                        new CorrectiveAction(
                                row.get(ACTIONS.ID),
                                row.get(ACTIONS.NUMBER),
                                row.get(ACTIONS.MEETING_ID),
                                new Bilingual(row.get(ACTIONS.TITLE_JA), row.get(ACTIONS.TITLE_EN)),
                                row.get(ACTIONS.OWNER),
                                new Bilingual(row.get(USERS.NAME_JA), row.get(USERS.NAME_EN)),
                                row.get(ACTIONS.DUE_ON),
                                row.get(ACTIONS.DONE_ON),
                                row.get(ACTIONS.NOTE),
                                row.get(ACTIONS.VERSION)));
    }
}
