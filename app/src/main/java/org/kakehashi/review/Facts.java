package org.kakehashi.review;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What is known about a subject, by the names its room declares. A fact may have several values
/// (countries); one that is absent or empty is unknown, which is never the same as "no" or zero.
public record Facts(Map<String, Set<String>> values) {
    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        Map<String, Set<String>> copy = new TreeMap<>();
        values.forEach((name, some) -> {
            if (!some.isEmpty()) {
                copy.put(name, Set.copyOf(some));
            }
        });
        values = Map.copyOf(copy);
    }

    public Set<String> of(String name) {
        return values.getOrDefault(name, Set.of());
    }

    /// The names of the facts in which these differ.
    public Set<String> differences(Facts other) {
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(other.values.keySet());
        return names.stream()
                .filter(name -> !of(name).equals(other.of(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
