package org.kakehashi.interchange.internal;

import static org.kakehashi.schema.interchange.Tables.BATCHES;
import static org.kakehashi.schema.interchange.Tables.LINES;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Batch;
import org.kakehashi.interchange.BatchLine;
import org.kakehashi.interchange.Batches.Counts;
import org.kakehashi.interchange.Batches.Spelling;
import org.kakehashi.interchange.Columns;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.schema.interchange.tables.records.BatchesRecord;
import org.kakehashi.schema.interchange.tables.records.LinesRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The only class that writes `interchange.batches` and `interchange.lines`.
@Repository
public class BatchStore {
    private static final TypeReference<List<BatchLine.Choice>> CHOICES = new TypeReference<>() {};
    private static final TypeReference<List<Other>> OTHERS = new TypeReference<>() {};
    private static final int AT_ONCE = 1_000;

    private final DSLContext jooq;
    private final JsonMapper json;
    private final Organizations organizations;

    BatchStore(DSLContext jooq, JsonMapper json, Organizations organizations) {
        this.jooq = jooq;
        this.json = json;
        this.organizations = organizations;
    }

    public UUID insert(String name, Columns guess) {
        CurrentUser user = CurrentUser.get();
        return jooq.insertInto(BATCHES)
                .set(BATCHES.NAME, name)
                .set(BATCHES.HEADED, guess.headed())
                .set(BATCHES.TEXT_COLUMN, guess.text() == 0 ? 1 : guess.text())
                .set(BATCHES.COUNTRY_COLUMN, guess.country())
                .set(BATCHES.CREATED_BY, user.id())
                .set(BATCHES.CREATED_BY_LOGIN, user.login())
                .returningResult(BATCHES.ID)
                .fetchSingle()
                .value1();
    }

    public void insertLines(UUID batch, List<List<String>> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var insert = jooq.insertInto(LINES, LINES.BATCH_ID, LINES.POSITION, LINES.CELLS);
            for (int i = from; i < Math.min(rows.size(), from + AT_ONCE); i++) {
                insert = insert.values(batch, i + 1, rows.get(i).toArray(String[]::new));
            }
            insert.execute();
        }
    }

    /// Sets the columns and makes every line be looked at anew; the texts are cut where the
    /// resolver stops reading.
    public void choose(UUID batch, int text, @Nullable Integer country, boolean headed) {
        jooq.update(BATCHES)
                .set(BATCHES.TEXT_COLUMN, text)
                .set(BATCHES.COUNTRY_COLUMN, country)
                .set(BATCHES.HEADED, headed)
                .where(BATCHES.ID.eq(batch))
                .execute();
        jooq.update(LINES)
                .set(LINES.TEXT, cell(text))
                .set(LINES.COUNTRY_WRITTEN, country == null ? DSL.inline("") : cell(country))
                .setNull(LINES.COUNTRY)
                .setNull(LINES.CERTAINTY)
                .setNull(LINES.ORGANIZATION_ID)
                .setNull(LINES.SCORE)
                .setNull(LINES.DECISION)
                .setNull(LINES.DECIDED_AT)
                .setNull(LINES.DECIDED_BY_LOGIN)
                .where(LINES.BATCH_ID.eq(batch))
                .execute();
    }

    private static Field<String> cell(int column) {
        return DSL.field(
                "left(btrim(coalesce({0}[{1}], '')), 2000)",
                String.class, LINES.CELLS, DSL.inline(column));
    }

    public void begun(UUID batch, UUID job) {
        jooq.update(BATCHES).set(BATCHES.JOB_ID, job).where(BATCHES.ID.eq(batch)).execute();
    }

    public void registry(UUID batch, String version) {
        jooq.update(BATCHES).set(BATCHES.REGISTRY, version).where(BATCHES.ID.eq(batch)).execute();
    }

    /// @param by null for everybody's
    public List<Batch> list(@Nullable UUID by, int limit) {
        return jooq.selectFrom(BATCHES)
                .where(by == null ? DSL.noCondition() : BATCHES.CREATED_BY.eq(by))
                .orderBy(BATCHES.CREATED_AT.desc())
                .limit(limit)
                .fetch(BatchStore::batch);
    }

    public Optional<Batch> find(UUID id) {
        return jooq.selectFrom(BATCHES).where(BATCHES.ID.eq(id)).fetchOptional(BatchStore::batch);
    }

    public void delete(UUID id) {
        jooq.deleteFrom(BATCHES).where(BATCHES.ID.eq(id)).execute();
    }

    private static Condition lines(Batch batch) {
        return LINES.BATCH_ID.eq(batch.id()).and(LINES.POSITION.gt(batch.above()));
    }

    private static Condition standing(String standing) {
        Condition open =
                LINES.DECISION.isNull().and(LINES.CERTAINTY.isNotNull()).and(LINES.TEXT.ne(""));
        return switch (standing) {
            case "certain" -> LINES.CERTAINTY.eq("certain").and(LINES.DECISION.isNull());
            case "decided" -> LINES.DECISION.isNotNull();
            case "open" -> open.and(LINES.CERTAINTY.ne("certain"));
            case "none" -> open.and(LINES.CERTAINTY.eq("none"));
            case "waiting" -> LINES.CERTAINTY.isNull();
            default -> DSL.noCondition();
        };
    }

    private static Field<Integer> count(String standing) {
        return DSL.count().filterWhere(standing(standing));
    }

    public Counts counts(Batch batch) {
        return jooq.select(
                        count("all"),
                        count("certain"),
                        count("decided"),
                        count("open"),
                        count("none"),
                        count("waiting"))
                .from(LINES)
                .where(lines(batch))
                .fetchSingle(org.jooq.Records.mapping(Counts::new));
    }

    public List<BatchLine> head(UUID batch, int rows) {
        return fetch(LINES.BATCH_ID.eq(batch), 0, rows);
    }

    public List<BatchLine> page(Batch batch, String standing, long offset, int limit) {
        return fetch(lines(batch).and(standing(standing)), offset, limit);
    }

    public Optional<BatchLine> line(Batch batch, int position) {
        return fetch(lines(batch).and(LINES.POSITION.eq(position)), 0, 1).stream().findFirst();
    }

    /// Lines nobody looked at yet, in order.
    public List<BatchLine> waiting(Batch batch, int limit) {
        return fetch(lines(batch).and(standing("waiting")), 0, limit);
    }

    public List<Spelling> open(Batch batch, int limit) {
        Field<Integer> first = DSL.min(LINES.POSITION).as("first");
        Field<Integer> lines = DSL.count().as("lines");
        List<Integer> positions = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        jooq.select(first, lines)
                .from(LINES)
                .where(lines(batch).and(standing("open")))
                .groupBy(LINES.TEXT, LINES.COUNTRY)
                .orderBy(first)
                .limit(limit)
                .forEach(row -> {
                    positions.add(row.value1());
                    counts.add(row.value2());
                });
        List<BatchLine> found =
                fetch(LINES.BATCH_ID.eq(batch.id()).and(LINES.POSITION.in(positions)), 0, limit);
        List<Spelling> spellings = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            spellings.add(new Spelling(found.get(i), counts.get(i)));
        }
        return spellings;
    }

    public Optional<BatchLine> lastDecided(Batch batch, String login) {
        Integer position =
                jooq.select(LINES.POSITION)
                        .from(LINES)
                        .where(lines(batch).and(LINES.DECIDED_BY_LOGIN.eq(login)))
                        .orderBy(LINES.DECIDED_AT.desc(), LINES.POSITION)
                        .limit(1)
                        .fetchOne(LINES.POSITION);
        return position == null ? Optional.empty() : line(batch, position);
    }

    private List<BatchLine> fetch(Condition which, long offset, int limit) {
        List<LinesRecord> rows =
                jooq.selectFrom(LINES)
                        .where(which)
                        .orderBy(LINES.POSITION)
                        .offset(offset)
                        .limit(limit)
                        .fetch();
        Collection<UUID> ids =
                rows.stream()
                        .flatMap(row ->
                                Stream.concat(
                                        Stream.ofNullable(row.getOrganizationId()),
                                        others(row).stream().map(Other::id)))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Map<UUID, OrganizationRef> known = organizations.find(ids);
        return rows.stream().map(row -> line(row, known)).toList();
    }

    /// What the resolver made of a line.
    public record Found(
            int position,
            @Nullable String country,
            String certainty,
            @Nullable UUID organization,
            @Nullable Double score,
            String rest,
            List<BatchLine.Choice> candidates,
            List<Other> others) {}

    /// A further organization of a line, as it is stored.
    public record Other(UUID id, boolean certain) {}

    public void save(UUID batch, List<Found> some) {
        List<Query> updates = new ArrayList<>();
        for (Found one : some) {
            updates.add(
                    jooq.update(LINES)
                            .set(LINES.COUNTRY, one.country())
                            .set(LINES.CERTAINTY, one.certainty())
                            .set(LINES.ORGANIZATION_ID, one.organization())
                            .set(LINES.SCORE, one.score() == null ? null : one.score().floatValue())
                            .set(LINES.REST, one.rest())
                            .set(LINES.CANDIDATES, jsonb(one.candidates()))
                            .set(LINES.OTHERS, jsonb(one.others()))
                            .where(
                                    LINES.BATCH_ID
                                            .eq(batch)
                                            .and(LINES.POSITION.eq(one.position()))));
        }
        jooq.batch(updates).execute();
    }

    /// Decides all lines that are written as this one.
    public void decide(
            UUID batch,
            BatchLine like,
            String decision,
            @Nullable UUID organization,
            boolean remembered,
            OffsetDateTime at) {
        jooq.update(LINES)
                .set(LINES.DECISION, decision)
                .set(LINES.ORGANIZATION_ID, organization)
                .set(LINES.REMEMBERED, remembered)
                .set(LINES.DECIDED_BY_LOGIN, CurrentUser.get().login())
                .set(LINES.DECIDED_AT, at)
                .where(same(batch, like))
                .execute();
    }

    public void reopen(UUID batch, BatchLine like) {
        jooq.update(LINES)
                .setNull(LINES.DECISION)
                .setNull(LINES.ORGANIZATION_ID)
                .set(LINES.REMEMBERED, false)
                .setNull(LINES.DECIDED_BY_LOGIN)
                .setNull(LINES.DECIDED_AT)
                .where(same(batch, like))
                .execute();
    }

    private static Condition same(UUID batch, BatchLine like) {
        return LINES.BATCH_ID
                .eq(batch)
                .and(LINES.TEXT.eq(like.text()))
                .and(LINES.COUNTRY.isNotDistinctFrom(like.country()));
    }

    private BatchLine line(LinesRecord row, Map<UUID, OrganizationRef> known) {
        UUID organization = row.getOrganizationId();
        Float score = row.getScore();
        return new BatchLine(
                row.getPosition(),
                Arrays.stream(row.getCells()).map(cell -> cell == null ? "" : cell).toList(),
                row.getText(),
                row.getCountry(),
                row.getCountryWritten(),
                row.getCertainty(),
                organization == null ? null : known.get(organization),
                score == null ? null : (Double) score.doubleValue(),
                row.getRest(),
                json.readValue(row.getCandidates().data(), CHOICES),
                others(row, known),
                row.getDecision(),
                row.getRemembered(),
                row.getDecidedByLogin());
    }

    private List<BatchLine.Other> others(LinesRecord row, Map<UUID, OrganizationRef> known) {
        List<BatchLine.Other> others = new ArrayList<>();
        for (Other other : others(row)) {
            OrganizationRef organization = known.get(other.id());
            if (organization != null) {
                others.add(new BatchLine.Other(organization, other.certain()));
            }
        }
        return others;
    }

    private List<Other> others(LinesRecord row) {
        return json.readValue(row.getOthers().data(), OTHERS);
    }

    private JSONB jsonb(List<?> values) {
        return JSONB.valueOf(json.writeValueAsString(values));
    }

    private static Batch batch(BatchesRecord row) {
        return new Batch(
                row.getId(),
                row.getName(),
                row.getHeaded(),
                row.getTextColumn(),
                row.getCountryColumn(),
                row.getRegistry(),
                row.getJobId(),
                row.getCreatedBy(),
                row.getCreatedByLogin(),
                row.getCreatedAt());
    }
}
