package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.index.Catalog;

/// Follows succession as far as it does not branch.
final class Successors {

    private Successors() {}

    /// The active organization that alone continues `org`; null when it is active itself, ends
    /// without successor or is split.
    static @Nullable Integer only(Catalog catalog, int org) {
        Set<Integer> seen = new HashSet<>();
        int at = org;
        while (catalog.status(at) != Status.ACTIVE && seen.add(at)) {
            List<String> next = catalog.successors(at);
            Integer successor = next.size() == 1 ? catalog.byId(next.getFirst()) : null;
            if (successor == null) {
                return null;
            }
            at = successor;
        }
        return at == org || catalog.status(at) != Status.ACTIVE ? null : at;
    }
}
