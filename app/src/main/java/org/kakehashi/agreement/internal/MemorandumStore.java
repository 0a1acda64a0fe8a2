package org.kakehashi.agreement.internal;

import static org.jooq.impl.DSL.any;
import static org.kakehashi.schema.agreement.Tables.AGREEMENTS;
import static org.kakehashi.schema.agreement.Tables.ANNEXES;
import static org.kakehashi.schema.agreement.Tables.ANNEX_SIGNATURES;
import static org.kakehashi.schema.agreement.Tables.CONDITIONS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UpdatableRecord;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Condition;
import org.kakehashi.agreement.Memorandum;
import org.kakehashi.agreement.Signature;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.schema.agreement.tables.records.AnnexesRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes memoranda with their conditions and signers. Its callers are in a
/// transaction.
@Repository
public class MemorandumStore {
    private final DSLContext jooq;

    MemorandumStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// The memoranda with these ids that exist, each with the agreement it belongs to.
    public List<Memorandum> read(Collection<UUID> ids) {
        return read(ANNEXES.ID, ids);
    }

    /// The memoranda of these agreements, in their order.
    public List<Memorandum> of(Collection<UUID> agreements) {
        return read(ANNEXES.AGREEMENT_ID, agreements);
    }

    private List<Memorandum> read(Field<UUID> by, Collection<UUID> ids) {
        var rows =
                jooq.selectFrom(ANNEXES)
                        .where(by.eq(any(ids.toArray(UUID[]::new))))
                        .orderBy(ANNEXES.AGREEMENT_ID, ANNEXES.POSITION)
                        .fetch();
        UUID[] annexes = rows.stream().map(AnnexesRecord::getId).toArray(UUID[]::new);
        Map<UUID, List<Condition>> conditions = new HashMap<>();
        jooq.selectFrom(CONDITIONS)
                .where(CONDITIONS.ANNEX_ID.eq(any(annexes)))
                .orderBy(CONDITIONS.POSITION)
                .forEach(row ->
                        conditions
                                .computeIfAbsent(row.getAnnexId(), any -> new ArrayList<>())
                                .add(MemorandumRows.condition(row)));
        Map<UUID, List<Signature>> signatures = new HashMap<>();
        jooq.selectFrom(ANNEX_SIGNATURES)
                .where(ANNEX_SIGNATURES.ANNEX_ID.eq(any(annexes)))
                .orderBy(ANNEX_SIGNATURES.POSITION)
                .forEach(row ->
                        signatures
                                .computeIfAbsent(row.getAnnexId(), any -> new ArrayList<>())
                                .add(MemorandumRows.signature(row)));
        return rows.map(row ->
                MemorandumRows.memorandum(
                        row,
                        conditions.getOrDefault(row.getId(), List.of()),
                        signatures.getOrDefault(row.getId(), List.of())));
    }

    /// One more version of the agreement, if it still has the one given: its parts change with it.
    public void step(UUID agreement, int version) {
        int found =
                jooq.update(AGREEMENTS)
                        .set(AGREEMENTS.VERSION, AGREEMENTS.VERSION.plus(1))
                        .where(AGREEMENTS.ID.eq(agreement))
                        .and(AGREEMENTS.VERSION.eq(version))
                        .execute();
        if (found == 0) {
            throw KakehashiException.changedMeanwhile();
        }
    }

    /// Writes the whole memorandum and answers its id. Conditions that stay keep theirs.
    public UUID save(Memorandum memorandum) {
        UUID agreement = memorandum.agreement();
        Map<UUID, Integer> places =
                jooq.select(ANNEXES.ID, ANNEXES.POSITION)
                        .from(ANNEXES)
                        .where(ANNEXES.AGREEMENT_ID.eq(agreement))
                        .fetchMap(ANNEXES.ID, ANNEXES.POSITION);
        UUID id = memorandum.annex().id();
        Integer place = id == null ? null : places.get(id);
        int next = places.values().stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
        AnnexesRecord row = Rows.annex(agreement, place == null ? next : place, memorandum.annex());
        MemorandumRows.details(row, memorandum);
        UUID written = write(row, ANNEXES, ANNEXES.ID, place == null ? null : id);
        conditions(written, memorandum.conditions());
        jooq.deleteFrom(ANNEX_SIGNATURES).where(ANNEX_SIGNATURES.ANNEX_ID.eq(written)).execute();
        for (int i = 0; i < memorandum.signatures().size(); i++) {
            jooq.executeInsert(
                    MemorandumRows.signature(written, i, memorandum.signatures().get(i)));
        }
        return written;
    }

    public void delete(UUID id) {
        jooq.deleteFrom(ANNEXES).where(ANNEXES.ID.eq(id)).execute();
    }

    private void conditions(UUID annex, List<Condition> wanted) {
        List<UUID> present =
                jooq.select(CONDITIONS.ID)
                        .from(CONDITIONS)
                        .where(CONDITIONS.ANNEX_ID.eq(annex))
                        .fetch(CONDITIONS.ID);
        List<UUID> staying = wanted.stream().map(Condition::id).filter(Objects::nonNull).toList();
        jooq.deleteFrom(CONDITIONS)
                .where(CONDITIONS.ANNEX_ID.eq(annex))
                .and(CONDITIONS.ID.ne(org.jooq.impl.DSL.all(staying.toArray(UUID[]::new))))
                .execute();
        for (int i = 0; i < wanted.size(); i++) {
            Condition one = wanted.get(i);
            write(
                    MemorandumRows.condition(annex, i, one),
                    CONDITIONS,
                    CONDITIONS.ID,
                    one.id() != null && present.contains(one.id()) ? one.id() : null);
        }
    }

    private <R extends UpdatableRecord<R>> UUID write(
            R row, Table<R> table, Field<UUID> key, @Nullable UUID id) {
        if (id == null) {
            return jooq.insertInto(table).set(row).returningResult(key).fetchSingle().value1();
        }
        jooq.update(table).set(row).where(key.eq(id)).execute();
        return id;
    }

    /// What the register states about the memoranda of an agreement: who stays keeps his
    /// conditions, also when he moves up because another one was taken off.
    void replace(UUID agreement, List<Annex> wanted) {
        Map<Integer, UUID> present = new LinkedHashMap<>();
        jooq.selectFrom(ANNEXES)
                .where(ANNEXES.AGREEMENT_ID.eq(agreement))
                .orderBy(ANNEXES.POSITION)
                .forEach(row -> present.put(row.getPosition(), row.getId()));
        List<UUID> claimed =
                wanted.stream()
                        .map(Annex::id)
                        .filter(id -> id != null && present.containsValue(id))
                        .collect(Collectors.toCollection(ArrayList::new));
        Map<Integer, @Nullable UUID> keys = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            UUID id = wanted.get(i).id();
            UUID there = present.get(i);
            if (id != null && present.containsValue(id)) {
                keys.put(i, id);
            } else if (id == null && there != null && !claimed.contains(there)) {
                keys.put(i, there);
                claimed.add(there);
            }
        }
        present.values().stream().filter(id -> !claimed.contains(id)).forEach(this::delete);
        for (int i = 0; i < wanted.size(); i++) {
            write(Rows.annex(agreement, i, wanted.get(i)), ANNEXES, ANNEXES.ID, keys.get(i));
        }
    }
}
