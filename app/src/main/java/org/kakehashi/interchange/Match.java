package org.kakehashi.interchange;

import java.util.List;
import org.kakehashi.organization.Organization;
import org.kakehashi.resolver.Evidence;

/// A record that a name may mean.
///
/// @param score 0 to 100; comparable within one answer
/// @param certain may be taken without a person looking
public record Match(
        Organization organization, double score, boolean certain, List<Evidence> evidence) {
    public Match {
        evidence = List.copyOf(evidence);
    }

    /// The same with less weight: no longer certain.
    public Match lowered(double factor) {
        return new Match(organization, score * factor, false, evidence);
    }

    /// The ROR id, nine characters.
    public String id() {
        String id = organization.ref().rorId();
        return id == null ? "" : id;
    }
}
