package org.kakehashi.review;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.internal.BodyStore;
import org.kakehashi.review.internal.NoticeStore;
import org.springframework.stereotype.Component;

/// Says who is told what when something happens to a case. Written in the transaction of what
/// happened; the keys keep anything from being told twice.
@Component
class Announcements {
    private static final Bilingual NOTHING = new Bilingual(null, null);

    private final NoticeStore store;
    private final BodyStore bodyStore;
    private final Bodies bodies;

    Announcements(NoticeStore store, BodyStore bodyStore, Bodies bodies) {
        this.store = store;
        this.bodyStore = bodyStore;
        this.bodies = bodies;
    }

    /// @param first the position of the first of these events in the case
    void announce(ReviewCase one, List<CaseEvent> events, int first, OffsetDateTime at) {
        List<Notice> notices = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            CaseEvent event = events.get(i);
            String key = "case:" + one.id() + ":" + (first + i);
            switch (event.kind()) {
                case OPENED -> notices.addAll(opened(one, step(one, event), key, at));
                case RESUBMITTED ->
                        one.openSteps()
                                .forEach(step ->
                                        notices.addAll(opened(one, step, key + step.id(), at)));
                case RETURNED ->
                        notices.addAll(
                                toProposer(one, Notice.Kind.RETURNED, step(one, event), key, at));
                case APPROVED ->
                        notices.addAll(toProposer(one, Notice.Kind.APPROVED, null, key, at));
                case REJECTED ->
                        notices.addAll(toProposer(one, Notice.Kind.REJECTED, null, key, at));
                case WITHDRAWN ->
                        one.process().steps().stream()
                                .filter(one.state()::open)
                                .forEach(step ->
                                        notices.addAll(
                                                toActors(
                                                        one,
                                                        step.body(),
                                                        Notice.Kind.WITHDRAWN,
                                                        step,
                                                        key + step.id(),
                                                        at)));
                case PROPOSED, PROPOSED_FAST, SKIPPED, DONE, FACTS_CHANGED, RESTARTED -> {}
            }
        }
        store.insert(notices);
    }

    /// Reminders and escalations of the open steps as of this day.
    void remind(ReviewCase one, OffsetDateTime now) {
        List<Notice> notices = new ArrayList<>();
        for (Step step : one.openSteps()) {
            var due = one.time(step).map(ReviewCase.StepTime::dueOn).orElse(null);
            if (due == null) {
                continue;
            }
            Integer before = step.remindDays();
            String key = one.id() + ":" + step.id() + ":" + due;
            if (before != null && !now.toLocalDate().isBefore(due.minusDays(before))) {
                notices.addAll(
                        toActors(
                                one,
                                step.body(),
                                Notice.Kind.REMINDER,
                                step,
                                "reminder:" + key,
                                now));
            }
            UUID escalate = step.escalateTo();
            if (now.toLocalDate().isAfter(due)) {
                notices.addAll(
                        toActors(
                                one,
                                escalate == null ? step.body() : escalate,
                                Notice.Kind.OVERDUE,
                                step,
                                "overdue:" + key,
                                now));
            }
        }
        store.insert(notices);
    }

    private List<Notice> opened(ReviewCase one, Step step, String key, OffsetDateTime at) {
        Notice.Kind kind =
                step.kind() == Step.Kind.INFORM ? Notice.Kind.INFORMED : Notice.Kind.WAITS;
        return toActors(one, step.body(), kind, step, key, at);
    }

    private List<Notice> toActors(
            ReviewCase one, UUID body, Notice.Kind kind, Step step, String key, OffsetDateTime at) {
        List<Actor> actors =
                body.equals(step.body())
                        ? bodies.actors(step, one.units())
                        : bodies.actors(bodyStore.find(body).orElseThrow(), one.units());
        return actors.stream()
                .map(actor -> notice(one, actor.user(), kind, step, key, at))
                .toList();
    }

    private static List<Notice> toProposer(
            ReviewCase one, Notice.Kind kind, @Nullable Step step, String key, OffsetDateTime at) {
        UUID proposer = one.proposer();
        return proposer == null ? List.of() : List.of(notice(one, proposer, kind, step, key, at));
    }

    private static Notice notice(
            ReviewCase one,
            UUID user,
            Notice.Kind kind,
            @Nullable Step step,
            String key,
            OffsetDateTime at) {
        return new Notice(
                user,
                key,
                kind,
                one.title(),
                step == null ? NOTHING : step.name(),
                one.number(),
                step == null ? null : one.time(step).map(ReviewCase.StepTime::dueOn).orElse(null),
                "/reviews/" + one.id(),
                at,
                false);
    }

    private static Step step(ReviewCase one, CaseEvent event) {
        UUID id = event.step();
        return one.process().steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// The people one may tell, for other parts of the room.
    void tell(Set<UUID> users, Notice example) {
        store.insert(
                users.stream()
                        .map(user ->
                                new Notice(
                                        user,
                                        example.key(),
                                        example.kind(),
                                        example.title(),
                                        example.step(),
                                        example.number(),
                                        example.day(),
                                        example.href(),
                                        example.at(),
                                        false))
                        .toList());
    }
}
