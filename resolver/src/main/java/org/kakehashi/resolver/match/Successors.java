package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.index.Catalog;

/// Follows succession as far as it does not branch.
final class Successors {

    private Successors() {}

    /// The active organization that alone continues `org` on that day, today if null; null when it
    /// goes on itself, ends without successor or is split.
    static @Nullable Integer only(Catalog catalog, int org, @Nullable LocalDate day) {
        Set<Integer> seen = new HashSet<>();
        int at = org;
        Integer next = next(catalog, at, day);
        while (next != null && seen.add(at)) {
            at = next;
            next = next(catalog, at, day);
        }
        return at == org || catalog.status(at) != Status.ACTIVE ? null : at;
    }

    private static @Nullable Integer next(Catalog catalog, int org, @Nullable LocalDate day) {
        String later = Successions.after(catalog.id(org), day);
        if (later != null) {
            return catalog.byId(later);
        }
        List<String> registered = catalog.successors(org);
        boolean ended = catalog.status(org) != Status.ACTIVE;
        return ended && registered.size() == 1 ? catalog.byId(registered.getFirst()) : null;
    }

    /// Whether several organizations continue an ended one.
    static boolean isSplit(Catalog catalog, int org) {
        return catalog.status(org) != Status.ACTIVE && catalog.successors(org).size() > 1;
    }
}
