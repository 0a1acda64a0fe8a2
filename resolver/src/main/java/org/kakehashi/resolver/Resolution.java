package org.kakehashi.resolver;

import java.util.List;
import java.util.Optional;

/// The answer to one text.
///
/// @param mentions institutions named, the principal one first; empty when nothing was found
/// @param rest what remains of the text beside the principal mention (department, address), cleaned
///   of delimiters; the whole text when nothing was found
public record Resolution(
        String text, List<Mention> mentions, String rest, RegistryVersion registry) {

    public Resolution {
        mentions = List.copyOf(mentions);
    }

    /// The decision about the principal mention.
    public Decision decision() {
        return mentions.isEmpty() ? Decision.NONE : mentions.getFirst().decision();
    }

    /// Candidates for the principal mention, best first.
    public List<Candidate> candidates() {
        return mentions.isEmpty() ? List.of() : mentions.getFirst().candidates();
    }

    /// The organization to accept without a person, if the resolver is certain.
    public Optional<Candidate> accepted() {
        return decision() == Decision.CERTAIN
                ? Optional.of(candidates().getFirst())
                : Optional.empty();
    }

    /// Where the principal mention stands in the text.
    public Optional<Span> span() {
        return mentions.isEmpty() ? Optional.empty() : Optional.of(mentions.getFirst().span());
    }
}
