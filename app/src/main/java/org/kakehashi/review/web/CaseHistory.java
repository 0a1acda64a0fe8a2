package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.CaseEvent;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.Step;
import org.kakehashi.ui.Dates;
import org.kakehashi.ui.view.HistoryEntry;
import org.kakehashi.ui.view.Tone;
import org.springframework.stereotype.Component;

/// The events of a case as a readable history, newest first.
@Component
class CaseHistory {
    private final Bodies bodies;

    CaseHistory(Bodies bodies) {
        this.bodies = bodies;
    }

    /// @param from the first event shown
    List<HistoryEntry> of(ReviewCase one, int from) {
        Set<UUID> people = new HashSet<>();
        one.events()
                .forEach(event -> {
                    add(people, event.actor());
                    add(people, event.insteadOf());
                });
        Map<UUID, Bilingual> names = bodies.names(people);
        return one.events().reversed().stream()
                .filter(event -> event.position() >= from)
                .map(event -> entry(one, event, names))
                .toList();
    }

    private static void add(Set<UUID> ids, @Nullable UUID id) {
        if (id != null) {
            ids.add(id);
        }
    }

    private static HistoryEntry entry(
            ReviewCase one, ReviewCase.Recorded recorded, Map<UUID, Bilingual> names) {
        CaseEvent event = recorded.event();
        UUID stepId = event.step();
        String step =
                stepId == null
                        ? ""
                        : one.process().step(stepId).map(found -> t(found.name())).orElse("");
        Step.Outcome outcome = event.outcome();
        String what =
                t(
                        "review.event." + event.kind().code(),
                        "step",
                        step,
                        "outcome",
                        outcome == null ? "" : ReviewWords.word("outcome", outcome));
        String comment = event.comment();
        String said =
                comment == null || event.kind() == CaseEvent.Kind.FACTS_CHANGED
                        ? what
                        : t("review.event.said", "what", what, "comment", comment);
        return new HistoryEntry(
                Dates.moment(recorded.at()),
                recorded.at().toString(),
                said,
                by(recorded, names),
                tone(event),
                List.of());
    }

    private static @Nullable String by(ReviewCase.Recorded recorded, Map<UUID, Bilingual> names) {
        UUID actor = recorded.actor();
        if (actor == null || !names.containsKey(actor)) {
            return null;
        }
        String name = t(names.getOrDefault(actor, new Bilingual(null, null)));
        UUID other = recorded.insteadOf();
        return other == null
                ? name
                : t(
                        "review.insteadOf",
                        "name",
                        name,
                        "other",
                        t(names.getOrDefault(other, new Bilingual(null, null))));
    }

    private static Tone tone(CaseEvent event) {
        return switch (event.kind()) {
            case APPROVED -> Tone.GOOD;
            case REJECTED -> Tone.BAD;
            case RETURNED, RESTARTED, FACTS_CHANGED -> Tone.ATTENTION;
            case DONE -> Tone.INFO;
            case PROPOSED, PROPOSED_FAST, RESUBMITTED, OPENED, SKIPPED, WITHDRAWN -> Tone.NEUTRAL;
        };
    }
}
