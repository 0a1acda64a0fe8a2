package org.kakehashi.organization;

import java.util.List;
import java.util.UUID;

/// Records of a room that point at organizations, contributed as a bean: they follow when an
/// organization of our own turns out to be in the registry, and go back when that is undone.
public interface OrganizationReferences {
    /// Stable name, kept with the link: the table, such as `agreement.parties`.
    String name();

    /// Points everything at the second organization that pointed at the first; answers which
    /// records.
    List<UUID> move(UUID from, UUID to);

    /// Points these records back at the second organization, where they still point at the first.
    void moveBack(List<UUID> records, UUID from, UUID to);
}
