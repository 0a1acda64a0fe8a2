package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.AGENDA_ITEMS;
import static org.kakehashi.schema.review.Tables.ATTENDANCE;
import static org.kakehashi.schema.review.Tables.CONFLICTS;
import static org.kakehashi.schema.review.Tables.HOLDERS;
import static org.kakehashi.schema.review.Tables.MEETINGS;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.AgendaItem;
import org.kakehashi.review.Meeting;
import org.kakehashi.review.Meetings;
import org.kakehashi.schema.review.tables.records.AgendaItemsRecord;
import org.kakehashi.schema.review.tables.records.MeetingsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes meetings, their agenda, attendance and declared conflicts.
@Repository
public class MeetingStore {
    private final DSLContext jooq;

    MeetingStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Meeting> find(UUID id) {
        return jooq.selectFrom(MEETINGS).where(MEETINGS.ID.eq(id)).fetchOptional(this::meeting);
    }

    /// The meeting, held against anyone else until the transaction ends.
    public Optional<Meeting> findLocked(UUID id) {
        return jooq.selectFrom(MEETINGS)
                .where(MEETINGS.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::meeting);
    }

    public Optional<UUID> meetingOf(UUID item) {
        return jooq.select(AGENDA_ITEMS.MEETING_ID)
                .from(AGENDA_ITEMS)
                .where(AGENDA_ITEMS.ID.eq(item))
                .fetchOptional(AGENDA_ITEMS.MEETING_ID);
    }

    /// The newest first.
    public List<Meeting> of(UUID body) {
        return jooq.selectFrom(MEETINGS)
                .where(MEETINGS.BODY_ID.eq(body))
                .orderBy(MEETINGS.HELD_ON.desc(), MEETINGS.ID.desc())
                .fetch(this::meeting);
    }

    /// The meetings since this day of bodies in which this person had a seat on the day.
    public List<Meeting> ofMember(UUID user, LocalDate since) {
        return jooq.selectFrom(MEETINGS)
                .where(MEETINGS.HELD_ON.ge(since))
                .and(
                        DSL.exists(
                                DSL.selectOne()
                                        .from(HOLDERS)
                                        .where(HOLDERS.BODY_ID.eq(MEETINGS.BODY_ID))
                                        .and(HOLDERS.USER_ID.eq(user))
                                        .and(
                                                DSL.condition(
                                                        "{0} @> {1}",
                                                        HOLDERS.VALID, MEETINGS.HELD_ON))))
                .orderBy(MEETINGS.HELD_ON, MEETINGS.ID)
                .fetch(this::meeting);
    }

    /// The meetings on whose agendas these items stand.
    public List<Meeting> ofItems(Collection<UUID> items) {
        return jooq.selectFrom(MEETINGS)
                .where(
                        MEETINGS.ID.in(
                                DSL.select(AGENDA_ITEMS.MEETING_ID)
                                        .from(AGENDA_ITEMS)
                                        .where(
                                                AGENDA_ITEMS.ID.eq(
                                                        DSL.any(items.toArray(UUID[]::new))))))
                .fetch(this::meeting);
    }

    public UUID insert(UUID body, String number, Meetings.Plan plan) {
        MeetingsRecord row = row(plan);
        row.setBodyId(body);
        row.setNumber(number);
        return jooq.insertInto(MEETINGS)
                .set(row)
                .returningResult(MEETINGS.ID)
                .fetchSingle()
                .value1();
    }

    /// Another time or place, if nobody changed the meeting meanwhile.
    public void plan(Meeting meeting, Meetings.Plan plan) {
        change(meeting, row(plan));
    }

    public void cancel(Meeting meeting) {
        MeetingsRecord row = new MeetingsRecord();
        row.setState(Meeting.State.CANCELLED.code());
        change(meeting, row);
    }

    private static MeetingsRecord row(Meetings.Plan plan) {
        MeetingsRecord row = new MeetingsRecord();
        row.setHeldOn(plan.on());
        row.setStarts(plan.starts());
        row.setEnds(plan.ends());
        row.setPlaceJa(plan.place().ja());
        row.setPlaceEn(plan.place().en());
        row.setOnline(plan.online());
        return row;
    }

    private void change(Meeting meeting, MeetingsRecord row) {
        int found =
                jooq.update(MEETINGS)
                        .set(row)
                        .set(MEETINGS.CHANGED_AT, DSL.currentOffsetDateTime())
                        .set(MEETINGS.VERSION, MEETINGS.VERSION.plus(1))
                        .where(MEETINGS.ID.eq(meeting.id()))
                        .and(MEETINGS.VERSION.eq(meeting.version()))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// Minutes and state, if nobody changed the meeting meanwhile.
    public void minutes(
            Meeting meeting,
            Bilingual minutes,
            Meeting.State state,
            @Nullable LocalDate approvedOn,
            @Nullable UUID approvedBy) {
        MeetingsRecord row = new MeetingsRecord();
        row.setMinutesJa(minutes.ja());
        row.setMinutesEn(minutes.en());
        row.setState(state.code());
        row.setApprovedOn(approvedOn);
        row.setApprovedBy(approvedBy);
        change(meeting, row);
    }

    public void attendance(UUID meeting, Set<UUID> present) {
        jooq.deleteFrom(ATTENDANCE).where(ATTENDANCE.MEETING_ID.eq(meeting)).execute();
        present.forEach(user ->
                jooq.insertInto(ATTENDANCE)
                        .set(ATTENDANCE.MEETING_ID, meeting)
                        .set(ATTENDANCE.USER_ID, user)
                        .execute());
    }

    public void addItem(AgendaItem item) {
        jooq.insertInto(AGENDA_ITEMS)
                .set(AGENDA_ITEMS.MEETING_ID, item.meeting())
                .set(
                        AGENDA_ITEMS.POSITION,
                        jooq.fetchCount(AGENDA_ITEMS, AGENDA_ITEMS.MEETING_ID.eq(item.meeting()))
                                + 1)
                .set(AGENDA_ITEMS.CASE_ID, item.caseId())
                .set(AGENDA_ITEMS.STEP_ID, item.stepId())
                .set(AGENDA_ITEMS.TITLE_JA, item.title().ja())
                .set(AGENDA_ITEMS.TITLE_EN, item.title().en())
                .set(AGENDA_ITEMS.PAPERS, item.papers())
                .execute();
    }

    /// Takes an item off that was not decided yet.
    public void removeItem(UUID item) {
        jooq.deleteFrom(AGENDA_ITEMS)
                .where(AGENDA_ITEMS.ID.eq(item).and(AGENDA_ITEMS.RESULT.isNull()))
                .execute();
    }

    public void decide(AgendaItem item) {
        AgendaItem.Result result = item.result();
        int found =
                jooq.update(AGENDA_ITEMS)
                        .set(AGENDA_ITEMS.RESULT, result == null ? null : result.code())
                        .set(AGENDA_ITEMS.NUMBER, item.number())
                        .set(AGENDA_ITEMS.VOTES_FOR, item.votes().inFavour())
                        .set(AGENDA_ITEMS.VOTES_AGAINST, item.votes().against())
                        .set(AGENDA_ITEMS.ABSTAINED, item.votes().abstained())
                        .set(AGENDA_ITEMS.CONSENSUS, item.votes().consensus())
                        .set(AGENDA_ITEMS.DECISION_JA, item.decision().ja())
                        .set(AGENDA_ITEMS.DECISION_EN, item.decision().en())
                        .set(AGENDA_ITEMS.VERSION, AGENDA_ITEMS.VERSION.plus(1))
                        .where(AGENDA_ITEMS.ID.eq(item.id()))
                        .and(AGENDA_ITEMS.VERSION.eq(item.version()))
                        .and(AGENDA_ITEMS.RESULT.isNull())
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
        item.conflicts()
                .forEach(user ->
                        jooq.insertInto(CONFLICTS)
                                .set(CONFLICTS.ITEM_ID, item.id())
                                .set(CONFLICTS.USER_ID, user)
                                .onConflictDoNothing()
                                .execute());
    }

    public void conflict(UUID item, UUID user, boolean declared) {
        if (declared) {
            jooq.insertInto(CONFLICTS)
                    .set(CONFLICTS.ITEM_ID, item)
                    .set(CONFLICTS.USER_ID, user)
                    .onConflictDoNothing()
                    .execute();
        } else {
            jooq.deleteFrom(CONFLICTS)
                    .where(CONFLICTS.ITEM_ID.eq(item).and(CONFLICTS.USER_ID.eq(user)))
                    .execute();
        }
    }

    /// Is the case on an agenda where it was not dealt with yet?
    public boolean onAgenda(UUID caseId) {
        return jooq.fetchExists(
                AGENDA_ITEMS,
                AGENDA_ITEMS
                        .CASE_ID
                        .eq(caseId)
                        .and(AGENDA_ITEMS.RESULT.isNull())
                        .and(
                                AGENDA_ITEMS.MEETING_ID.in(
                                        DSL.select(MEETINGS.ID)
                                                .from(MEETINGS)
                                                .where(MEETINGS.STATE.in("planned", "held")))));
    }

    private Meeting meeting(MeetingsRecord row) {
        Map<UUID, Set<UUID>> conflicts =
                jooq
                        .select(CONFLICTS.ITEM_ID, CONFLICTS.USER_ID)
                        .from(CONFLICTS)
                        .join(AGENDA_ITEMS)
                        .on(AGENDA_ITEMS.ID.eq(CONFLICTS.ITEM_ID))
                        .where(AGENDA_ITEMS.MEETING_ID.eq(row.getId()))
                        .fetch()
                        .intoGroups(CONFLICTS.ITEM_ID, CONFLICTS.USER_ID)
                        .entrySet()
                        .stream()
                        .collect(
                                java.util.stream.Collectors.toMap(
                                        Map.Entry::getKey, one -> Set.copyOf(one.getValue())));
        List<AgendaItem> agenda =
                jooq.selectFrom(AGENDA_ITEMS)
                        .where(AGENDA_ITEMS.MEETING_ID.eq(row.getId()))
                        .orderBy(AGENDA_ITEMS.POSITION, AGENDA_ITEMS.ID)
                        .fetch(item -> item(item, conflicts.getOrDefault(item.getId(), Set.of())));
        return new Meeting(
                row.getId(),
                row.getBodyId(),
                row.getNumber(),
                row.getHeldOn(),
                row.getStarts(),
                row.getEnds(),
                new Bilingual(row.getPlaceJa(), row.getPlaceEn()),
                row.getOnline(),
                Coded.of(Meeting.State.class, row.getState()),
                new Bilingual(row.getMinutesJa(), row.getMinutesEn()),
                row.getApprovedOn(),
                jooq.select(ATTENDANCE.USER_ID)
                        .from(ATTENDANCE)
                        .where(ATTENDANCE.MEETING_ID.eq(row.getId()))
                        .fetchSet(ATTENDANCE.USER_ID),
                agenda,
                row.getChangedAt(),
                row.getVersion());
    }

    private static AgendaItem item(AgendaItemsRecord row, Set<UUID> conflicts) {
        return new AgendaItem(
                row.getId(),
                row.getMeetingId(),
                row.getCaseId(),
                row.getStepId(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                row.getPapers(),
                row.getResult() == null ? null : Coded.of(AgendaItem.Result.class, row.getResult()),
                row.getNumber(),
                row.getResult() == null
                        ? AgendaItem.Votes.NONE
                        : new AgendaItem.Votes(
                                row.getVotesFor(),
                                row.getVotesAgainst(),
                                row.getAbstained(),
                                row.getConsensus()),
                new Bilingual(row.getDecisionJa(), row.getDecisionEn()),
                conflicts,
                row.getVersion());
    }
}
