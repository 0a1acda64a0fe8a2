package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.AGENDA_ITEMS;
import static org.kakehashi.schema.review.Tables.BODIES;
import static org.kakehashi.schema.review.Tables.MEETINGS;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.DecisionLine;
import org.springframework.stereotype.Repository;

/// What committees decided, as a list.
@Repository
public class DecisionLists {
    private final DSLContext jooq;

    DecisionLists(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// @param bodies of these only
    /// @param text every word of it must occur in number, title or decision
    public Condition where(Collection<UUID> bodies, String text) {
        Condition which = AGENDA_ITEMS.NUMBER.isNotNull().and(MEETINGS.BODY_ID.in(bodies));
        for (String word : text.strip().split("[\\s\\u3000]+")) {
            if (!word.isEmpty()) {
                which = which.and(contains(word));
            }
        }
        return which;
    }

    private static Condition contains(String word) {
        return AGENDA_ITEMS
                .NUMBER
                .containsIgnoreCase(word)
                .or(AGENDA_ITEMS.TITLE_JA.containsIgnoreCase(word))
                .or(AGENDA_ITEMS.TITLE_EN.containsIgnoreCase(word))
                .or(AGENDA_ITEMS.DECISION_JA.containsIgnoreCase(word))
                .or(AGENDA_ITEMS.DECISION_EN.containsIgnoreCase(word));
    }

    public int count(Condition which) {
        return jooq.selectCount()
                .from(AGENDA_ITEMS)
                .join(MEETINGS)
                .on(MEETINGS.ID.eq(AGENDA_ITEMS.MEETING_ID))
                .where(which)
                .fetchSingle()
                .value1();
    }

    /// The newest first.
    public List<DecisionLine> list(Condition which, long offset, int limit) {
        return jooq.select(
                        AGENDA_ITEMS.asterisk(),
                        MEETINGS.BODY_ID,
                        MEETINGS.NUMBER.as("meeting_number"),
                        MEETINGS.HELD_ON,
                        BODIES.NAME_JA,
                        BODIES.NAME_EN)
                .from(AGENDA_ITEMS)
                .join(MEETINGS)
                .on(MEETINGS.ID.eq(AGENDA_ITEMS.MEETING_ID))
                .join(BODIES)
                .on(BODIES.ID.eq(MEETINGS.BODY_ID))
                .where(which)
                .orderBy(MEETINGS.HELD_ON.desc(), AGENDA_ITEMS.NUMBER.desc())
                .limit(limit)
                .offset(offset)
                .fetch(row ->
                        new DecisionLine(
                                row.get(AGENDA_ITEMS.NUMBER),
                                new Bilingual(
                                        row.get(AGENDA_ITEMS.TITLE_JA),
                                        row.get(AGENDA_ITEMS.TITLE_EN)),
                                new Bilingual(
                                        row.get(AGENDA_ITEMS.DECISION_JA),
                                        row.get(AGENDA_ITEMS.DECISION_EN)),
                                Coded.of(AgendaItem.Result.class, row.get(AGENDA_ITEMS.RESULT)),
                                row.get(MEETINGS.BODY_ID),
                                new Bilingual(row.get(BODIES.NAME_JA), row.get(BODIES.NAME_EN)),
                                row.get(AGENDA_ITEMS.MEETING_ID),
                                row.get("meeting_number", String.class),
                                row.get(MEETINGS.HELD_ON),
                                row.get(AGENDA_ITEMS.CASE_ID)));
    }
}
