package org.kakehashi.agreement;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.Optional;

/// What a higher room knows about an agreement when its renewal is decided: exchanges, visits,
/// joint papers; contributed as a bean. It shows only what the person acting may see.
public interface RenewalEvidence {
    /// Lower numbers first.
    int order();

    /// Message key of the heading.
    String title();

    /// What stands under the heading; empty leaves the section out.
    Optional<Content> content(Agreement agreement, LocalDate from, LocalDate until);
}
