package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.index.Catalog;

/// Follows succession to its ends.
final class Successors {

    private final Catalog catalog;
    private final @Nullable LocalDate day;
    private final Set<Integer> seen = new HashSet<>();
    private final Map<Integer, End> ends = new LinkedHashMap<>();

    private Successors(Catalog catalog, @Nullable LocalDate day) {
        this.catalog = catalog;
        this.day = day;
    }

    /// An organization that continues another and is itself not continued.
    ///
    /// @param since the day of the last step to it; null when unknown
    record End(int org, @Nullable LocalDate since) {}

    /// Where the succession of `org` leads on that day, today if null: nowhere where it goes on
    /// itself or ends without successor.
    static List<End> of(Catalog catalog, int org, @Nullable LocalDate day) {
        Successors successors = new Successors(catalog, day);
        successors.follow(org, org, null);
        return List.copyOf(successors.ends.values());
    }

    /// The active organization that alone continues `org` on that day, today if null; null when it
    /// goes on itself, ends without successor or is split.
    static @Nullable Integer only(Catalog catalog, int org, @Nullable LocalDate day) {
        List<End> ends = of(catalog, org, day);
        return ends.size() == 1 && catalog.status(ends.getFirst().org()) == Status.ACTIVE
                ? (Integer) ends.getFirst().org()
                : null;
    }

    /// Whether several continue it, so that a person must say which one is meant. A text of a known
    /// day means the organization itself as long as nobody knows on which day it was split.
    static boolean isSplit(List<End> ends, @Nullable LocalDate day) {
        return ends.size() > 1
                && (day == null || ends.stream().anyMatch(end -> end.since() != null));
    }

    private void follow(int start, int org, @Nullable LocalDate since) {
        if (!seen.add(org)) {
            return;
        }
        List<End> next = next(org);
        if (next.isEmpty() && org != start) {
            ends.put(org, new End(org, since));
        }
        next.forEach(step -> follow(start, step.org(), step.since()));
    }

    private List<End> next(int org) {
        Map<String, Entry.Successor> known = new LinkedHashMap<>();
        List<Entry.Successor> all = new ArrayList<>(catalog.successors(org));
        all.addAll(Successions.of(catalog.id(org)));
        all.forEach(one -> known.merge(one.id(), one, (a, b) -> a.since() == null ? b : a));
        boolean ended = catalog.status(org) != Status.ACTIVE;
        List<End> next = new ArrayList<>();
        for (Entry.Successor one : known.values()) {
            Integer successor = catalog.byId(one.id());
            if (successor != null
                    && (one.since() == null ? ended : !today().isBefore(one.since()))) {
                next.add(new End(successor, one.since()));
            }
        }
        return next;
    }

    private LocalDate today() {
        return day == null ? LocalDate.now(ZoneOffset.UTC) : day;
    }
}
