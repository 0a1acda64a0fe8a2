package org.kakehashi.proposal;

import gg.jte.Content;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// What another room knows of exchanges with institutions, shown to whoever proposes an agreement
/// with them; contributed as a bean. It shows only what the person acting may see.
public interface ExchangeRecord {
    /// Lower numbers first.
    int order();

    /// Message key of the heading.
    String title();

    /// How many there are, of any time.
    int count(Collection<UUID> organizations);

    /// What stands under the heading; empty leaves it out.
    Optional<Content> content(Collection<UUID> organizations);
}
