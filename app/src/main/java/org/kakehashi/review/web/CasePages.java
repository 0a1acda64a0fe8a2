package org.kakehashi.review.web;

import static org.kakehashi.ui.Text.t;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Units;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Actor;
import org.kakehashi.review.Bodies;
import org.kakehashi.review.Body;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewCases;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.ReviewSubject;
import org.kakehashi.review.Step;
import org.kakehashi.review.Subjects;
import org.kakehashi.ui.view.HistoryEntry;
import org.springframework.stereotype.Component;

/// Makes the page of a case.
@Component
class CasePages {
    private final ReviewCases cases;
    private final Bodies bodies;
    private final Subjects subjects;
    private final Units units;
    private final CaseHistory histories;
    private final Clock clock;

    CasePages(
            ReviewCases cases,
            Bodies bodies,
            Subjects subjects,
            Units units,
            CaseHistory histories,
            Clock clock) {
        this.cases = cases;
        this.bodies = bodies;
        this.subjects = subjects;
        this.units = units;
        this.histories = histories;
        this.clock = clock;
    }

    CasePage of(
            ReviewCase one,
            CasePage.Draft draft,
            @Nullable String problem,
            List<HistoryEntry> news) {
        Map<UUID, String> names = bodyNames();
        ReviewSubject subject = subjects.of(one.subjectKind());
        return new CasePage(
                one,
                t(subject.name()),
                href(subject, one),
                one.units().stream()
                        .map(units::find)
                        .flatMap(Optional::stream)
                        .map(unit -> t(unit.name()))
                        .sorted()
                        .collect(Collectors.joining(t("review.and"))),
                steps(one, names),
                one.openSteps().stream().map(step -> open(one, step, names)).toList(),
                ProcessPicture.of(one.process(), names, one.state()),
                ReviewWords.median(cases.durations(one.process())),
                person(one.proposer()),
                cases.mayWithdraw(one),
                cases.mayResubmit(one),
                histories.of(one, 0),
                draft,
                problem,
                news);
    }

    Map<UUID, String> bodyNames() {
        return bodies.list().stream().collect(Collectors.toMap(Body::id, body -> t(body.name())));
    }

    /// The steps of a process in words.
    List<CasePage.Standing> words(ReviewProcess process, Map<UUID, String> names) {
        List<ReviewSubject> kinds = process.kinds().stream().map(subjects::of).toList();
        return process.steps().stream()
                .map(step ->
                        new CasePage.Standing(
                                step,
                                ReviewWords.word("step", step.kind()),
                                names.getOrDefault(step.body(), ""),
                                step.condition().anyOf().isEmpty()
                                        ? null
                                        : ReviewWords.condition(step.condition(), kinds),
                                org.kakehashi.ui.view.Tone.NEUTRAL,
                                ""))
                .toList();
    }

    private List<CasePage.Standing> steps(ReviewCase one, Map<UUID, String> names) {
        return words(one.process(), names).stream()
                .map(words ->
                        new CasePage.Standing(
                                words.step(),
                                words.kind(),
                                words.body(),
                                words.condition(),
                                ReviewWords.tone(one.state().of(words.step())),
                                ReviewWords.standing(one.state().of(words.step()))))
                .toList();
    }

    private CasePage.Open open(ReviewCase one, Step step, Map<UUID, String> names) {
        List<Actor> holders = cases.holders(one, step);
        Optional<Actor> me = cases.actor(one, step);
        OffsetDateTime since =
                one.time(step).map(ReviewCase.StepTime::openedAt).orElse(one.proposedAt());
        LocalDate due = one.time(step).map(ReviewCase.StepTime::dueOn).orElse(null);
        return new CasePage.Open(
                step,
                names.getOrDefault(step.body(), ""),
                holders.stream().map(holder -> t(holder.name())).toList(),
                since,
                due,
                due != null && due.isBefore(LocalDate.now(clock)),
                ReviewWords.days(since, OffsetDateTime.now(clock)),
                me.isPresent(),
                me.map(Actor::insteadOf).map(this::person).orElse(null));
    }

    private @Nullable String person(@Nullable UUID id) {
        if (id == null) {
            return null;
        }
        Bilingual name = bodies.names(List.of(id)).get(id);
        return name == null ? null : t(name);
    }

    private static @Nullable String href(ReviewSubject subject, ReviewCase one) {
        try {
            return subject.get(one.subjectId()).href();
        } catch (KakehashiException hidden) {
            return null;
        }
    }
}
