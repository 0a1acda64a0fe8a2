package org.kakehashi.person;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Records of a higher room about people, contributed as a bean: they follow when two records turn
/// out to be one person, go back when that is undone, and are given out to whom they are about.
public interface PersonRecords {
    /// Stable name, kept with the merge: the table, such as `mobility.stays`.
    String name();

    /// Points everything at the second person that pointed at the first; answers which records.
    List<UUID> move(UUID from, UUID to);

    /// Points these records back at the second person, where they still point at the first.
    void moveBack(List<UUID> records, UUID from, UUID to);

    /// Everything recorded about the person, as names and values in the reader's language.
    List<Map<String, String>> about(UUID person);
}
