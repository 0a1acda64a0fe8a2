package org.kakehashi.person.internal;

import static org.kakehashi.schema.person.Tables.DUPLICATES;
import static org.kakehashi.schema.person.Tables.MERGES;
import static org.kakehashi.schema.person.Tables.PEOPLE;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Coded;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.person.Likeness;
import org.kakehashi.schema.person.tables.records.PeopleRecord;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The only class that writes possible duplicates and merges.
@Repository
public class MergeStore {
    /// Two records, the first with the lower id.
    public record Pair(UUID id, UUID first, UUID second, List<Likeness.Reason> reasons) {}

    /// A merge in force.
    public record Merge(
            UUID id,
            UUID kept,
            UUID gone,
            List<String> filled,
            Map<String, List<UUID>> moved,
            OffsetDateTime at) {}

    /// Taken over from the record that goes where the kept one has nothing.
    private static final List<Field<String>> FILLED =
            List.of(PEOPLE.MAIL, PEOPLE.PHONE, PEOPLE.LANGUAGE);

    private static final List<List<Field<String>>> SCRIPTS =
            List.of(
                    List.of(PEOPLE.FAMILY_NATIVE, PEOPLE.GIVEN_NATIVE),
                    List.of(PEOPLE.FAMILY_KANA, PEOPLE.GIVEN_KANA),
                    List.of(PEOPLE.FAMILY_LATIN, PEOPLE.GIVEN_LATIN));

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext jooq;
    private final Clock clock;

    MergeStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    /// Remembers that two records may be the same; what was decided stays decided.
    public void suspect(Collection<Pair> pairs) {
        List<Pair> all = List.copyOf(pairs);
        for (int from = 0; from < all.size(); from += 500) {
            var insert =
                    jooq.insertInto(
                            DUPLICATES,
                            DUPLICATES.FIRST_ID,
                            DUPLICATES.SECOND_ID,
                            DUPLICATES.REASONS);
            for (Pair pair : all.subList(from, Math.min(all.size(), from + 500))) {
                boolean right = pair.first().toString().compareTo(pair.second().toString()) < 0;
                insert =
                        insert.values(
                                right ? pair.first() : pair.second(),
                                right ? pair.second() : pair.first(),
                                pair.reasons().stream().map(Coded::code).toArray(String[]::new));
            }
            insert.onConflictDoNothing().execute();
        }
    }

    public List<Pair> open(int offset, int limit) {
        return read(DUPLICATES.STATE.eq("open"), offset, limit);
    }

    public int countOpen() {
        return jooq.fetchCount(DUPLICATES, DUPLICATES.STATE.eq("open"));
    }

    public Optional<Pair> find(UUID id) {
        return read(DUPLICATES.ID.eq(id), 0, 1).stream().findFirst();
    }

    private List<Pair> read(Condition condition, int offset, int limit) {
        return jooq.selectFrom(DUPLICATES)
                .where(condition)
                .orderBy(DUPLICATES.CREATED_AT, DUPLICATES.ID)
                .offset(offset)
                .limit(limit)
                .fetch(row ->
                        new Pair(
                                row.getId(),
                                row.getFirstId(),
                                row.getSecondId(),
                                Arrays.stream(row.getReasons())
                                        .map(code -> Coded.of(Likeness.Reason.class, code))
                                        .toList()));
    }

    public void decide(UUID first, UUID second, String state) {
        jooq.update(DUPLICATES)
                .set(DUPLICATES.STATE, state)
                .set(DUPLICATES.DECIDED_BY, CurrentUser.get().id())
                .set(DUPLICATES.DECIDED_AT, OffsetDateTime.now(clock))
                .where(DUPLICATES.FIRST_ID.in(first, second))
                .and(DUPLICATES.SECOND_ID.in(first, second))
                .execute();
    }

    /// The kept record takes over what it lacks; answers the names of the columns.
    public List<String> fill(UUID kept, UUID gone) {
        PeopleRecord to = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(kept));
        PeopleRecord from = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(gone));
        Map<Field<String>, String> values = new LinkedHashMap<>();
        FILLED.forEach(field -> take(field, to, from, values));
        for (List<Field<String>> script : SCRIPTS) {
            if (script.stream().allMatch(field -> to.get(field) == null)) {
                script.forEach(field -> take(field, to, from, values));
            }
        }
        if (!values.isEmpty()) {
            jooq.update(PEOPLE)
                    .set(values)
                    .set(PEOPLE.VERSION, PEOPLE.VERSION.plus(1))
                    .where(PEOPLE.ID.eq(kept))
                    .execute();
        }
        return values.keySet().stream().map(Field::getName).toList();
    }

    private static void take(
            Field<String> field,
            PeopleRecord to,
            PeopleRecord from,
            Map<Field<String>, String> values) {
        String value = from.get(field);
        if (to.get(field) == null && value != null) {
            values.put(field, value);
        }
    }

    /// Takes back what was taken over, where it still is what the other record says.
    public void empty(UUID kept, UUID gone, List<String> filled) {
        PeopleRecord to = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(kept));
        PeopleRecord from = jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(gone));
        List<Field<?>> back = new ArrayList<>();
        for (String name : filled) {
            Field<?> field = PEOPLE.field(name);
            if (field != null && java.util.Objects.equals(to.get(field), from.get(field))) {
                back.add(field);
            }
        }
        for (Field<?> field : back) {
            jooq.update(PEOPLE).setNull(field).where(PEOPLE.ID.eq(kept)).execute();
        }
    }

    public void mergedInto(UUID gone, @Nullable UUID kept) {
        jooq.update(PEOPLE)
                .set(PEOPLE.MERGED_INTO, kept)
                .set(PEOPLE.VERSION, PEOPLE.VERSION.plus(1))
                .where(PEOPLE.ID.eq(gone))
                .execute();
    }

    /// Takes over the keys too, so that a list with the other spelling finds the kept record.
    public void keys(UUID person, String[] keys) {
        jooq.update(PEOPLE).set(PEOPLE.MATCH_KEYS, keys).where(PEOPLE.ID.eq(person)).execute();
    }

    public String[] keys(UUID person) {
        return jooq.fetchSingle(PEOPLE, PEOPLE.ID.eq(person)).getMatchKeys();
    }

    public void insert(UUID kept, UUID gone, List<String> filled, Map<String, List<UUID>> moved) {
        jooq.insertInto(MERGES)
                .set(MERGES.KEPT_ID, kept)
                .set(MERGES.GONE_ID, gone)
                .set(MERGES.FILLED, filled.toArray(String[]::new))
                .set(MERGES.MOVED, JSONB.valueOf(JSON.writeValueAsString(moved)))
                .set(MERGES.MERGED_BY, CurrentUser.get().id())
                .set(MERGES.MERGED_AT, OffsetDateTime.now(clock))
                .execute();
    }

    /// Merges in force in which this record took the place of others; the latest first.
    public List<Merge> of(UUID kept) {
        return merges(MERGES.KEPT_ID.eq(kept));
    }

    public Optional<Merge> merge(UUID id) {
        return merges(MERGES.ID.eq(id)).stream().findFirst();
    }

    private List<Merge> merges(Condition condition) {
        return jooq.selectFrom(MERGES)
                .where(condition.and(MERGES.UNDONE_AT.isNull()))
                .orderBy(MERGES.MERGED_AT.desc())
                .fetch(row ->
                        new Merge(
                                row.getId(),
                                row.getKeptId(),
                                row.getGoneId(),
                                Arrays.asList(row.getFilled()),
                                JSON.readValue(
                                        row.getMoved().data(),
                                        new TypeReference<Map<String, List<UUID>>>() {}),
                                row.getMergedAt()));
    }

    public void undone(UUID merge) {
        jooq.update(MERGES)
                .set(MERGES.UNDONE_AT, OffsetDateTime.now(clock))
                .set(MERGES.UNDONE_BY, CurrentUser.get().id())
                .where(MERGES.ID.eq(merge))
                .execute();
    }

    /// Whoever is erased takes the possible duplicates along.
    public void forget(UUID person) {
        jooq.deleteFrom(DUPLICATES)
                .where(DUPLICATES.FIRST_ID.eq(person).or(DUPLICATES.SECOND_ID.eq(person)))
                .execute();
    }
}
