package org.kakehashi.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.person.internal.MergeStore;
import org.kakehashi.person.internal.MergeStore.Merge;
import org.kakehashi.person.internal.MergeStore.Pair;
import org.kakehashi.person.internal.PersonMatch;
import org.kakehashi.person.internal.PersonStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The same person twice: found by name in any script, birth date and mail; merged by a person so
/// that it can be undone; lists find whom they name again.
@Service
public class Duplicates {
    private static final String MERGE = "person.merge";

    /// Two records that may be one, as they are shown.
    public record Candidate(UUID id, Person first, Person second, List<Likeness.Reason> reasons) {}

    /// A merge in force, with the record that went.
    public record Merged(UUID id, Person gone) {}

    /// What became of the people of a list, in its order.
    ///
    /// @param people whom each row names
    /// @param created how many were recorded anew
    /// @param possible how many of them may be somebody already known
    public record Brought(List<UUID> people, int created, int possible) {}

    private final MergeStore merges;
    private final PersonStore people;
    private final PersonMatch match;
    private final ObjectProvider<PersonRecords> records;
    private final Access access;
    private final Audit audit;

    Duplicates(
            MergeStore merges,
            PersonStore people,
            PersonMatch match,
            ObjectProvider<PersonRecords> records,
            Access access,
            Audit audit) {
        this.merges = merges;
        this.people = people;
        this.match = match;
        this.records = records;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayMerge() {
        return access.may(MERGE);
    }

    public int open() {
        access.require(MERGE);
        return merges.countOpen();
    }

    /// What waits for a decision.
    public List<Candidate> list(int offset, int limit) {
        access.require(MERGE);
        List<Pair> pairs = merges.open(offset, limit);
        Set<UUID> ids = new HashSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.first(), pair.second())));
        Map<UUID, Person> known = people.find(ids);
        List<Candidate> all = new ArrayList<>();
        for (Pair pair : pairs) {
            Person first = known.get(pair.first());
            Person second = known.get(pair.second());
            if (first != null && second != null) {
                all.add(new Candidate(pair.id(), first, second, pair.reasons()));
            }
        }
        return all;
    }

    /// They are two people.
    @Transactional
    public void different(UUID candidate) {
        access.require(MERGE);
        Pair pair = merges.find(candidate).orElseThrow(KakehashiException::notFound);
        merges.decide(pair.first(), pair.second(), "different");
        audit.record(
                "person.different.audit", "person", pair.first(), Map.of("other", pair.second()));
    }

    /// They are one: what points at the second follows to the first.
    @Transactional
    public void merge(UUID kept, UUID gone) {
        access.require(MERGE);
        Person to = people.find(kept).orElseThrow(KakehashiException::notFound);
        Person from = people.find(gone).orElseThrow(KakehashiException::notFound);
        if (kept.equals(gone)
                || to.mergedInto() != null
                || from.mergedInto() != null
                || to.erased()
                || from.erased()) {
            throw KakehashiException.invalid("person.merge.wrong", Map.of());
        }
        List<String> filled = merges.fill(kept, gone);
        Set<String> keys = new LinkedHashSet<>(List.of(merges.keys(kept)));
        keys.addAll(List.of(merges.keys(gone)));
        merges.keys(kept, keys.toArray(String[]::new));
        merges.mergedInto(gone, kept);
        Map<String, List<UUID>> moved = new HashMap<>();
        records.forEach(room -> moved.put(room.name(), room.move(gone, kept)));
        merges.insert(kept, gone, filled, moved);
        merges.decide(kept, gone, "merged");
        audit.record("person.merged.audit", "person", kept, Map.of("gone", gone));
    }

    /// Records that this one took the place of.
    public List<Merged> of(UUID kept) {
        List<Merge> all = merges.of(kept);
        Map<UUID, Person> gone = people.find(all.stream().map(Merge::gone).toList());
        List<Merged> known = new ArrayList<>();
        for (Merge merge : all) {
            Person person = gone.get(merge.gone());
            if (person != null) {
                known.add(new Merged(merge.id(), person));
            }
        }
        return known;
    }

    /// Takes a merge back: both records are as they were, what came since stays with the kept one.
    @Transactional
    public UUID undo(UUID id) {
        access.require(MERGE);
        Merge merge = merges.merge(id).orElseThrow(KakehashiException::notFound);
        merges.empty(merge.kept(), merge.gone(), merge.filled());
        Set<String> keys = new LinkedHashSet<>(List.of(merges.keys(merge.kept())));
        keys.removeAll(List.of(merges.keys(merge.gone())));
        Person kept = people.find(merge.kept()).orElseThrow(KakehashiException::notFound);
        keys.addAll(PersonMatch.keys(people, kept.details(), people.sensitive(merge.kept())));
        merges.keys(merge.kept(), keys.toArray(String[]::new));
        merges.mergedInto(merge.gone(), null);
        for (PersonRecords room : records) {
            room.moveBack(
                    merge.moved().getOrDefault(room.name(), List.of()), merge.kept(), merge.gone());
        }
        merges.undone(id);
        merges.decide(merge.kept(), merge.gone(), "open");
        audit.record("person.unmerged", "person", merge.kept(), Map.of("gone", merge.gone()));
        return merge.gone();
    }

    /// People of a list: those who are known for certain are found again, the others are recorded,
    /// and who may be somebody already known is remembered for a person to look.
    @Transactional
    public Brought bring(List<NewPerson> all) {
        access.require("person.edit");
        return match.bring(all);
    }

    /// What [#bring] would do. Nothing is written; somebody new has an id of nobody.
    public Brought recognise(List<NewPerson> all) {
        access.require("person.edit");
        return match.recognise(all);
    }

    void look(UUID id, Person.Details details, Sensitive sensitive) {
        match.look(id, details, sensitive);
    }
}
