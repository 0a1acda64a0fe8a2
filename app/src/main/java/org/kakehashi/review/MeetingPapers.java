package org.kakehashi.review;

import static org.kakehashi.schema.review.Tables.AGENDA_ITEMS;
import static org.kakehashi.schema.review.Tables.HOLDERS;
import static org.kakehashi.schema.review.Tables.MEETINGS;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.kakehashi.document.DocumentOwner;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.review.internal.MeetingStore;
import org.kakehashi.ui.Messages;
import org.springframework.stereotype.Component;

/// Items of agendas have papers. Who reads the meeting reads them; who runs it adds them until the
/// minutes are approved.
@Component
public class MeetingPapers implements DocumentOwner {
    public static final String KIND = "agenda_item";

    private final MeetingStore store;
    private final MeetingRights rights;
    private final Bodies bodies;

    MeetingPapers(MeetingStore store, MeetingRights rights, Bodies bodies) {
        this.store = store;
        this.rights = rights;
        this.bodies = bodies;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bilingual name() {
        return new Bilingual(
                Messages.text(Locale.JAPANESE, "review.agenda.item"),
                Messages.text(Locale.ENGLISH, "review.agenda.item"));
    }

    @Override
    public Map<UUID, Owner> find(Collection<UUID> ids) {
        Map<UUID, Owner> found = new HashMap<>();
        for (Meeting meeting : store.ofItems(ids)) {
            Body body = bodies.get(meeting.body());
            if (!rights.mayRead(body)) {
                continue;
            }
            boolean mayChange = meeting.changeable() && bodies.mayRun(body);
            meeting.agenda().stream()
                    .filter(item -> ids.contains(item.id()))
                    .forEach(item ->
                            found.put(
                                    item.id(),
                                    new Owner(
                                            title(meeting, item),
                                            "/meetings/" + meeting.id() + "#item-" + item.id(),
                                            mayChange)));
        }
        return found;
    }

    private static Bilingual title(Meeting meeting, AgendaItem item) {
        return new Bilingual(
                meeting.number() + " " + item.title().in(Locale.JAPANESE),
                meeting.number() + " " + item.title().in(Locale.ENGLISH));
    }

    @Override
    public Condition visible(Field<UUID> id) {
        return among(id, rights.mayReadAll() ? DSL.trueCondition() : seat(DSL.trueCondition()));
    }

    @Override
    public Condition changeable(Field<UUID> id) {
        Condition runs =
                bodies.mayConfigure()
                        ? DSL.trueCondition()
                        : seat(HOLDERS.DUTY.ne(Holder.Duty.MEMBER.code()));
        return among(id, runs.and(MEETINGS.STATE.in("planned", "held")));
    }

    /// The person acting has a seat of this sort in the meeting's body today.
    private Condition seat(Condition which) {
        UUID me = CurrentUser.get().id();
        return me == null
                ? DSL.falseCondition()
                : DSL.exists(
                        DSL.selectOne()
                                .from(HOLDERS)
                                .where(HOLDERS.BODY_ID.eq(MEETINGS.BODY_ID))
                                .and(HOLDERS.USER_ID.eq(me))
                                .and(
                                        DSL.condition(
                                                "{0} @> {1}::date",
                                                HOLDERS.VALID, DSL.val(rights.today())))
                                .and(which));
    }

    private static Condition among(Field<UUID> id, Condition wanted) {
        return id.in(
                DSL.select(AGENDA_ITEMS.ID)
                        .from(AGENDA_ITEMS)
                        .join(MEETINGS)
                        .on(MEETINGS.ID.eq(AGENDA_ITEMS.MEETING_ID))
                        .where(wanted));
    }
}
