package org.kakehashi.review.internal;

import static org.kakehashi.schema.review.Tables.CASES;
import static org.kakehashi.schema.review.Tables.CASE_CHECKS;
import static org.kakehashi.schema.review.Tables.CASE_STEPS;
import static org.kakehashi.schema.review.Tables.EVENTS;
import static org.kakehashi.schema.review.Tables.NUMBERS;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.Answer;
import org.kakehashi.review.CaseEvent;
import org.kakehashi.review.CaseState;
import org.kakehashi.review.Facts;
import org.kakehashi.review.ReviewCase;
import org.kakehashi.review.ReviewProcess;
import org.kakehashi.review.Step;
import org.kakehashi.schema.review.tables.records.CasesRecord;
import org.kakehashi.schema.review.tables.records.EventsRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The only class that writes cases. Its callers are in a transaction.
@Repository
public class CaseStore {
    /// Who acted when.
    public record Act(OffsetDateTime at, @Nullable UUID actor, @Nullable UUID insteadOf) {}

    private static final TypeReference<Map<String, Set<String>>> FACTS = new TypeReference<>() {};

    private final DSLContext jooq;
    private final ProcessStore processes;
    private final JsonMapper json;

    CaseStore(DSLContext jooq, ProcessStore processes, JsonMapper json) {
        this.jooq = jooq;
        this.processes = processes;
        this.json = json;
    }

    public Optional<ReviewCase> find(UUID id) {
        return jooq.selectFrom(CASES).where(CASES.ID.eq(id)).fetchOptional(this::read);
    }

    /// The case, held against anyone else until the transaction ends.
    public Optional<ReviewCase> findLocked(UUID id) {
        return jooq.selectFrom(CASES).where(CASES.ID.eq(id)).forUpdate().fetchOptional(this::read);
    }

    /// The latest case about a subject.
    public Optional<ReviewCase> findBySubject(String kind, UUID subject) {
        return jooq.selectFrom(CASES)
                .where(CASES.SUBJECT_KIND.eq(kind).and(CASES.SUBJECT_ID.eq(subject)))
                .orderBy(CASES.PROPOSED_AT.desc(), CASES.ID.desc())
                .limit(1)
                .fetchOptional(this::read);
    }

    public ReviewCase insert(
            ReviewProcess process,
            String kind,
            UUID subject,
            Bilingual title,
            Set<UUID> units,
            Act act) {
        CasesRecord row = new CasesRecord();
        row.setNumber(takeNumber("R", act.at().getYear()));
        row.setProcessId(process.id());
        row.setSubjectKind(kind);
        row.setSubjectId(subject);
        row.setTitleJa(title.ja());
        row.setTitleEn(title.en());
        row.setUnitIds(units.toArray(UUID[]::new));
        row.setFacts(JSONB.valueOf("{}"));
        row.setState("running");
        row.setProposer(act.actor());
        row.setProposedAt(act.at());
        row.setVersion(0);
        UUID id = jooq.insertInto(CASES).set(row).returningResult(CASES.ID).fetchSingle().value1();
        return find(id).orElseThrow(KakehashiException::notFound);
    }

    public void describe(ReviewCase one, Bilingual title, Set<UUID> units) {
        jooq.update(CASES)
                .set(CASES.TITLE_JA, title.ja())
                .set(CASES.TITLE_EN, title.en())
                .set(CASES.UNIT_IDS, units.toArray(UUID[]::new))
                .where(CASES.ID.eq(one.id()))
                .execute();
    }

    /// Adds what happened and brings the case's rows to what follows from it.
    public ReviewCase append(ReviewCase one, List<CaseEvent> events, Act act) {
        int position = one.version();
        for (CaseEvent event : events) {
            insertEvent(one.id(), position++, event, act);
            step(one, event, act);
        }
        ReviewCase after = find(one.id()).orElseThrow(KakehashiException::notFound);
        CaseState state = after.state();
        jooq.update(CASES)
                .set(CASES.STATE, state.status().code())
                .set(CASES.FACTS, write(state.facts()))
                .set(CASES.FAST, state.fast())
                .set(CASES.CLOSED_AT, state.status().over() ? act.at() : null)
                .set(CASES.VERSION, position)
                .where(CASES.ID.eq(one.id()))
                .execute();
        return find(one.id()).orElseThrow(KakehashiException::notFound);
    }

    public void answer(UUID caseId, Map<UUID, Answer> answers, Act act) {
        answers.forEach((check, answer) ->
                jooq.insertInto(CASE_CHECKS)
                        .set(CASE_CHECKS.CASE_ID, caseId)
                        .set(CASE_CHECKS.CHECK_ID, check)
                        .set(CASE_CHECKS.DONE, answer.done())
                        .set(CASE_CHECKS.EVIDENCE, answer.evidence())
                        .set(CASE_CHECKS.CHECKED_BY, act.actor())
                        .set(CASE_CHECKS.CHECKED_AT, act.at())
                        .onConflict(CASE_CHECKS.CASE_ID, CASE_CHECKS.CHECK_ID)
                        .doUpdate()
                        .set(CASE_CHECKS.DONE, answer.done())
                        .set(CASE_CHECKS.EVIDENCE, answer.evidence())
                        .set(CASE_CHECKS.CHECKED_BY, act.actor())
                        .set(CASE_CHECKS.CHECKED_AT, act.at())
                        .execute());
    }

    public Map<UUID, Answer> answers(UUID caseId) {
        return jooq.selectFrom(CASE_CHECKS)
                .where(CASE_CHECKS.CASE_ID.eq(caseId))
                .fetchMap(
                        row -> row.getCheckId(),
                        row -> new Answer(row.getDone(), row.getEvidence()));
    }

    /// The next number of a kind in a year: R-2026-0001.
    public String takeNumber(String kind, int year) {
        int number =
                jooq.insertInto(NUMBERS)
                        .set(NUMBERS.YEAR, year)
                        .set(NUMBERS.KIND, kind)
                        .set(NUMBERS.LAST, 1)
                        .onConflict(NUMBERS.YEAR, NUMBERS.KIND)
                        .doUpdate()
                        .set(NUMBERS.LAST, NUMBERS.LAST.plus(1))
                        .returningResult(NUMBERS.LAST)
                        .fetchSingle()
                        .value1();
        return "%s-%d-%04d".formatted(kind, year, number);
    }

    private void insertEvent(UUID caseId, int position, CaseEvent event, Act act) {
        Facts facts = event.facts();
        jooq.insertInto(EVENTS)
                .set(EVENTS.CASE_ID, caseId)
                .set(EVENTS.POSITION, position)
                .set(EVENTS.AT, act.at())
                .set(EVENTS.ACTOR, act.actor())
                .set(EVENTS.INSTEAD_OF, act.insteadOf())
                .set(EVENTS.KIND, event.kind().code())
                .set(EVENTS.STEP_ID, event.step())
                .set(EVENTS.OUTCOME, event.outcome() == null ? null : event.outcome().code())
                .set(EVENTS.COMMENT, event.comment())
                .set(EVENTS.FACTS, facts == null ? null : write(facts))
                .execute();
    }

    private void step(ReviewCase one, CaseEvent event, Act act) {
        if (event.kind() == CaseEvent.Kind.RESUBMITTED) {
            one.process().steps().stream()
                    .filter(one.state()::open)
                    .forEach(step -> renew(one, step, act));
            return;
        }
        String state = STATES.get(event.kind());
        UUID stepId = event.step();
        if (state == null || stepId == null) {
            return;
        }
        Step step = one.process().step(stepId).orElseThrow();
        boolean opened = state.equals("open");
        boolean done = state.equals("done");
        String outcome = event.outcome() == null ? null : event.outcome().code();
        var insert =
                jooq.insertInto(CASE_STEPS)
                        .set(CASE_STEPS.CASE_ID, one.id())
                        .set(CASE_STEPS.STEP_ID, stepId)
                        .set(CASE_STEPS.STATE, state)
                        .set(CASE_STEPS.OPENED_AT, opened ? act.at() : null)
                        .set(CASE_STEPS.DUE_ON, opened ? due(step, act) : null);
        var update =
                insert.onConflict(CASE_STEPS.CASE_ID, CASE_STEPS.STEP_ID)
                        .doUpdate()
                        .set(CASE_STEPS.STATE, state)
                        .set(CASE_STEPS.OUTCOME, outcome)
                        .set(CASE_STEPS.CLOSED_AT, done ? act.at() : null)
                        .set(CASE_STEPS.CLOSED_BY, done ? act.actor() : null);
        if (opened) {
            update =
                    update.set(CASE_STEPS.OPENED_AT, act.at())
                            .set(CASE_STEPS.DUE_ON, due(step, act));
        }
        update.execute();
    }

    private static final Map<CaseEvent.Kind, String> STATES =
            Map.of(
                    CaseEvent.Kind.OPENED, "open",
                    CaseEvent.Kind.DONE, "done",
                    CaseEvent.Kind.SKIPPED, "skipped",
                    CaseEvent.Kind.RESTARTED, "pending");

    /// The time limit runs anew after a return.
    private void renew(ReviewCase one, Step step, Act act) {
        jooq.update(CASE_STEPS)
                .set(CASE_STEPS.DUE_ON, due(step, act))
                .where(CASE_STEPS.CASE_ID.eq(one.id()).and(CASE_STEPS.STEP_ID.eq(step.id())))
                .execute();
    }

    private static @Nullable LocalDate due(Step step, Act act) {
        return step.days() == null ? null : act.at().toLocalDate().plusDays(step.days());
    }

    private ReviewCase read(CasesRecord row) {
        ReviewProcess process = processes.find(row.getProcessId()).orElseThrow();
        List<ReviewCase.Recorded> events =
                jooq.selectFrom(EVENTS)
                        .where(EVENTS.CASE_ID.eq(row.getId()))
                        .orderBy(EVENTS.POSITION)
                        .fetch(this::event);
        List<ReviewCase.StepTime> times =
                jooq.selectFrom(CASE_STEPS)
                        .where(CASE_STEPS.CASE_ID.eq(row.getId()))
                        .fetch(one ->
                                new ReviewCase.StepTime(
                                        one.getStepId(),
                                        one.getOpenedAt(),
                                        one.getDueOn(),
                                        one.getClosedAt(),
                                        one.getClosedBy()));
        return new ReviewCase(
                row.getId(),
                row.getNumber(),
                process,
                row.getSubjectKind(),
                row.getSubjectId(),
                new Bilingual(row.getTitleJa(), row.getTitleEn()),
                Set.of(row.getUnitIds()),
                CaseState.replay(events.stream().map(ReviewCase.Recorded::event).toList()),
                row.getProposer(),
                row.getProposedAt(),
                row.getClosedAt(),
                times,
                events,
                row.getVersion());
    }

    private ReviewCase.Recorded event(EventsRecord row) {
        return new ReviewCase.Recorded(
                row.getPosition(),
                row.getAt(),
                row.getActor(),
                row.getInsteadOf(),
                new CaseEvent(
                        Coded.of(CaseEvent.Kind.class, row.getKind()),
                        row.getStepId(),
                        row.getOutcome() == null
                                ? null
                                : Coded.of(Step.Outcome.class, row.getOutcome()),
                        row.getComment(),
                        row.getFacts() == null ? null : read(row.getFacts())));
    }

    private JSONB write(Facts facts) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        facts.values().forEach((name, some) -> sorted.put(name, new java.util.TreeSet<>(some)));
        return JSONB.valueOf(json.writeValueAsString(sorted));
    }

    private Facts read(JSONB facts) {
        return new Facts(new HashMap<>(json.readValue(facts.data(), FACTS)));
    }
}
