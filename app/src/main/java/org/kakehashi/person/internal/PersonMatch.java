package org.kakehashi.person.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.person.Duplicates.Brought;
import org.kakehashi.person.Likeness;
import org.kakehashi.person.Likeness.Verdict;
import org.kakehashi.person.NewPerson;
import org.kakehashi.person.Person;
import org.kakehashi.person.Sensitive;
import org.kakehashi.person.internal.MergeStore.Pair;
import org.kakehashi.person.internal.PersonStore.Known;
import org.springframework.stereotype.Component;

/// Finds people again: each row is compared with the records that share a key with it, and with the
/// rows before it.
@Component
public class PersonMatch {
    private static final int ROWS = 2_000;

    /// Comparisons a row may cost; a key that more share (a mailbox of an office) says little.
    private static final int MOST = 200;

    private final PersonStore people;
    private final MergeStore merges;

    PersonMatch(PersonStore people, MergeStore merges) {
        this.people = people;
        this.merges = merges;
    }

    /// Who stands behind a key: a stored record, or else a row of the list that is new.
    private record Behind(@Nullable UUID id, int fresh, Likeness.Traits traits) {}

    private record Suspicion(int fresh, Behind other, Set<Likeness.Reason> reasons) {}

    /// What the rows of a list turn out to be.
    private static final class Result {
        /// By row: a stored record, or null.
        final List<@Nullable UUID> stored = new ArrayList<>();

        /// By row: its place among those to be recorded, or -1.
        final List<Integer> place = new ArrayList<>();

        final List<NewPerson> fresh = new ArrayList<>();
        final List<Suspicion> suspicions = new ArrayList<>();
    }

    public static Collection<String> keys(
            PersonStore people, Person.Details details, Sensitive sensitive) {
        return people.keys(details, sensitive).match();
    }

    /// Who they would be; whom one would record has an id of nobody. Nothing is written.
    public Brought recognise(List<NewPerson> all) {
        Result result = judge(all);
        List<UUID> created = new ArrayList<>();
        for (int i = 0; i < result.fresh.size(); i++) {
            created.add(new UUID(0, i));
        }
        return brought(result, created);
    }

    public Brought bring(List<NewPerson> all) {
        Result result = judge(all);
        List<UUID> created = people.insertAll(result.fresh);
        List<Pair> pairs = new ArrayList<>();
        for (Suspicion one : result.suspicions) {
            UUID stored = one.other().id();
            UUID other = stored == null ? created.get(one.other().fresh()) : stored;
            UUID self = created.get(one.fresh());
            pairs.add(new Pair(self, self, other, List.copyOf(one.reasons())));
        }
        merges.suspect(pairs);
        return brought(result, created);
    }

    private static Brought brought(Result result, List<UUID> created) {
        Set<Integer> doubtful = new HashSet<>();
        result.suspicions.forEach(one -> doubtful.add(one.fresh()));
        List<UUID> rows = new ArrayList<>();
        for (int i = 0; i < result.stored.size(); i++) {
            UUID stored = result.stored.get(i);
            rows.add(stored == null ? created.get(result.place.get(i)) : stored);
        }
        return new Brought(rows, created.size(), doubtful.size());
    }

    /// Looks for records like one that was just written.
    public void look(UUID id, Person.Details details, Sensitive sensitive) {
        Keys keys = people.keys(details, sensitive);
        List<Pair> pairs = new ArrayList<>();
        for (Known known : people.sharing(keys.match())) {
            Likeness likeness = Likeness.of(keys.traits(), known.traits());
            if (!known.id().equals(id) && likeness.verdict() != Verdict.DIFFERENT) {
                pairs.add(new Pair(id, id, known.id(), List.copyOf(likeness.reasons())));
            }
        }
        merges.suspect(pairs);
    }

    private Result judge(List<NewPerson> all) {
        Result result = new Result();
        Map<String, List<Behind>> inList = new HashMap<>();
        for (int from = 0; from < all.size(); from += ROWS) {
            List<NewPerson> some = all.subList(from, Math.min(all.size(), from + ROWS));
            List<Keys> keys =
                    some.stream().map(one -> people.keys(one.details(), one.sensitive())).toList();
            Map<String, List<Behind>> stored = stored(keys);
            for (int i = 0; i < some.size(); i++) {
                judge(some.get(i), keys.get(i), stored, inList, result);
            }
        }
        return result;
    }

    private Map<String, List<Behind>> stored(List<Keys> keys) {
        Set<String> wanted = new HashSet<>();
        keys.forEach(one -> wanted.addAll(one.match()));
        Map<String, List<Behind>> found = new HashMap<>();
        for (Known known : people.sharing(wanted)) {
            Behind behind = new Behind(known.id(), -1, known.traits());
            for (String key : known.keys()) {
                if (wanted.contains(key)) {
                    found.computeIfAbsent(key, any -> new ArrayList<>()).add(behind);
                }
            }
        }
        return found;
    }

    private static void judge(
            NewPerson row,
            Keys keys,
            Map<String, List<Behind>> stored,
            Map<String, List<Behind>> inList,
            Result result) {
        Set<Behind> others = new LinkedHashSet<>();
        keys.match().forEach(key -> others.addAll(stored.getOrDefault(key, List.of())));
        keys.match().forEach(key -> others.addAll(inList.getOrDefault(key, List.of())));
        List<Suspicion> suspicions = new ArrayList<>();
        int place = result.fresh.size();
        for (Behind other : others.stream().limit(MOST).toList()) {
            Likeness likeness = Likeness.of(keys.traits(), other.traits());
            if (likeness.verdict() == Verdict.SAME) {
                result.stored.add(other.id());
                result.place.add(other.fresh());
                return;
            }
            if (likeness.verdict() == Verdict.POSSIBLE) {
                suspicions.add(new Suspicion(place, other, likeness.reasons()));
            }
        }
        result.stored.add(null);
        result.place.add(place);
        result.fresh.add(row);
        result.suspicions.addAll(suspicions);
        Behind self = new Behind(null, place, keys.traits());
        keys.match()
                .forEach(key -> inList.computeIfAbsent(key, any -> new ArrayList<>()).add(self));
    }
}
