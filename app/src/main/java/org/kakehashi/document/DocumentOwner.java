package org.kakehashi.document;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.kakehashi.kernel.Bilingual;

/// A kind of record that documents belong to, contributed by a room as a bean. Who may see or
/// change the record may see or change its documents. What [#find] answers and the two predicates
/// must say the same.
public interface DocumentOwner {
    /// Stable name of the kind: `agreement`.
    String kind();

    /// What the kind is called.
    Bilingual name();

    /// Those of the records that exist and that the person acting may see, by their ids.
    Map<UUID, Owner> find(Collection<UUID> ids);

    /// What templates may ask of a record; nothing unless the room says so. What is not known is
    /// left out.
    default TemplateValues values(UUID id) {
        return new TemplateValues(Map.of(), Map.of());
    }

    /// Which records the person acting may see, as a predicate on a column of their ids.
    Condition visible(Field<UUID> id);

    /// Which records the person acting may change.
    Condition changeable(Field<UUID> id);

    /// @param href its page
    record Owner(Bilingual title, String href, boolean mayChange) {}
}
