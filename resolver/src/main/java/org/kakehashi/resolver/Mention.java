package org.kakehashi.resolver;

import java.util.List;

/// A part of the text that names one institution.
///
/// @param candidates best first; exactly the accepted one first when `decision` is certain
public record Mention(Span span, Decision decision, List<Candidate> candidates) {

    public Mention {
        candidates = List.copyOf(candidates);
    }

    public Candidate best() {
        return candidates.getFirst();
    }
}
