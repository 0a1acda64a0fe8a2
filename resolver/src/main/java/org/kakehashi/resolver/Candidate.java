package org.kakehashi.resolver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An organization the text may mean.
///
/// @param name the registry's display name
/// @param country ISO 3166-1 alpha-2 code, empty when the registry has none
/// @param successor the only organization that continues this one, following chains; null when
///   active, without successor or split among several
/// @param score 0 to 1, comparable only within one answer
public record Candidate(
        String id,
        String name,
        String country,
        Status status,
        @Nullable String successor,
        double score,
        List<Evidence> evidence) {

    public Candidate {
        evidence = List.copyOf(evidence);
    }

    /// The organization that answers for this one today.
    public String current() {
        return successor == null ? id : successor;
    }

    public boolean has(Feature feature) {
        return evidence.stream().anyMatch(e -> e.feature() == feature);
    }
}
