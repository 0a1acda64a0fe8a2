package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.SPELLINGS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.intake.Spelling;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.schema.intake.tables.records.SpellingsRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/// The only class that writes the spellings of an import and the decisions about them.
@Repository
public class SpellingStore {
    private static final TypeReference<List<Spelling.Candidate>> CANDIDATES =
            new TypeReference<>() {};

    private final DSLContext jooq;
    private final IntakeJson json;

    SpellingStore(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    /// A spelling met while reading.
    public record Found(UUID id, int position, String key, String text, @Nullable String country) {}

    /// What the machine says about it.
    public record Answer(
            UUID id,
            int rows,
            String certainty,
            List<Spelling.Candidate> candidates,
            @Nullable UUID organization) {}

    public void insert(UUID importId, List<Found> found) {
        if (found.isEmpty()) {
            return;
        }
        jooq.execute(
                """
                insert into intake.spellings (import_id, id, position, key, text, country, rows, certainty)
                select ?::uuid, s.*, 0, 'none' from unnest(?::uuid[], ?::int[], ?::text[], ?::text[], ?::text[]) s
                """,
                importId,
                found.stream().map(Found::id).toArray(UUID[]::new),
                found.stream().map(Found::position).toArray(Integer[]::new),
                found.stream().map(Found::key).toArray(String[]::new),
                found.stream().map(Found::text).toArray(String[]::new),
                found.stream().map(Found::country).toArray(String[]::new));
    }

    public void answer(List<Answer> answers) {
        jooq.execute(
                """
                update intake.spellings s set rows = a.rows, certainty = a.certainty, candidates = a.candidates, organization_id = a.organization
                from unnest(?::uuid[], ?::int[], ?::text[], ?::jsonb[], ?::uuid[]) a (id, rows, certainty, candidates, organization)
                where s.id = a.id
                """,
                answers.stream().map(Answer::id).toArray(UUID[]::new),
                answers.stream().map(Answer::rows).toArray(Integer[]::new),
                answers.stream().map(Answer::certainty).toArray(String[]::new),
                answers.stream()
                        .map(answer -> json.text(answer.candidates()))
                        .toArray(String[]::new),
                answers.stream().map(Answer::organization).toArray(UUID[]::new));
    }

    public void clear(UUID importId) {
        jooq.deleteFrom(SPELLINGS).where(SPELLINGS.IMPORT_ID.eq(importId)).execute();
    }

    /// Writes a decision, or with null takes it back; the organization of a decision taken back is
    /// what the machine is certain of.
    public void decide(
            UUID id,
            @Nullable String decision,
            @Nullable UUID organization,
            boolean remembered,
            OffsetDateTime at) {
        jooq.update(SPELLINGS)
                .set(SPELLINGS.DECISION, decision)
                .set(SPELLINGS.ORGANIZATION_ID, organization)
                .set(SPELLINGS.REMEMBERED, remembered)
                .set(
                        SPELLINGS.DECIDED_BY_LOGIN,
                        decision == null ? null : CurrentUser.get().login())
                .set(SPELLINGS.DECIDED_AT, decision == null ? null : at)
                .where(SPELLINGS.ID.eq(id))
                .execute();
    }

    public Optional<Spelling> find(UUID importId, UUID id) {
        return jooq.selectFrom(SPELLINGS)
                .where(SPELLINGS.ID.eq(id).and(SPELLINGS.IMPORT_ID.eq(importId)))
                .fetchOptional(this::spelling);
    }

    /// Open ones first by how many rows they settle.
    public List<Spelling> page(UUID importId, boolean openOnly, int offset, int limit) {
        return jooq.selectFrom(SPELLINGS)
                .where(
                        SPELLINGS
                                .IMPORT_ID
                                .eq(importId)
                                .and(openOnly ? open() : DSL.trueCondition()))
                .orderBy(SPELLINGS.POSITION)
                .offset(offset)
                .limit(limit)
                .fetch(this::spelling);
    }

    public int count(UUID importId, boolean openOnly) {
        return jooq.fetchCount(
                SPELLINGS,
                SPELLINGS.IMPORT_ID.eq(importId).and(openOnly ? open() : DSL.trueCondition()));
    }

    /// The next open one after this position, else the first.
    public Optional<Spelling> nextOpen(UUID importId, int position) {
        return jooq.selectFrom(SPELLINGS)
                .where(SPELLINGS.IMPORT_ID.eq(importId).and(open()))
                .orderBy(SPELLINGS.POSITION.le(position), SPELLINGS.POSITION)
                .limit(1)
                .fetchOptional(this::spelling);
    }

    /// The one before or after, of all or of the open ones.
    public Optional<Spelling> neighbour(
            UUID importId, int position, boolean forward, boolean openOnly) {
        return jooq.selectFrom(SPELLINGS)
                .where(SPELLINGS.IMPORT_ID.eq(importId))
                .and(openOnly ? open() : DSL.trueCondition())
                .and(forward ? SPELLINGS.POSITION.gt(position) : SPELLINGS.POSITION.lt(position))
                .orderBy(forward ? SPELLINGS.POSITION.asc() : SPELLINGS.POSITION.desc())
                .limit(1)
                .fetchOptional(this::spelling);
    }

    /// Decisions that became aliases.
    public List<Spelling> remembered(UUID importId) {
        return jooq.selectFrom(SPELLINGS)
                .where(SPELLINGS.IMPORT_ID.eq(importId).and(SPELLINGS.REMEMBERED))
                .orderBy(SPELLINGS.POSITION)
                .fetch(this::spelling);
    }

    /// The latest decision of the person acting in this import.
    public Optional<Spelling> lastDecided(UUID importId) {
        return jooq.selectFrom(SPELLINGS)
                .where(SPELLINGS.IMPORT_ID.eq(importId))
                .and(SPELLINGS.DECIDED_BY_LOGIN.eq(CurrentUser.get().login()))
                .orderBy(SPELLINGS.DECIDED_AT.desc())
                .limit(1)
                .fetchOptional(this::spelling);
    }

    private static Condition open() {
        return SPELLINGS.DECISION.isNull().and(SPELLINGS.CERTAINTY.ne("certain"));
    }

    private Spelling spelling(SpellingsRecord row) {
        return new Spelling(
                row.getId(),
                row.getPosition(),
                row.getText(),
                row.getCountry(),
                row.getRows(),
                row.getCertainty(),
                json.read(row.getCandidates(), CANDIDATES),
                row.getDecision(),
                row.getOrganizationId(),
                row.getRemembered(),
                row.getDecidedByLogin());
    }
}
