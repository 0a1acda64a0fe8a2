package org.kakehashi.person;

import gg.jte.Content;
import java.util.Optional;

/// A part of a person's page, contributed as a bean by a higher room. It shows only what the person
/// acting may see.
public interface PersonSection {
    /// Lower numbers first.
    int order();

    /// Message key of the heading.
    String title();

    /// What stands under the heading; empty leaves the section out.
    Optional<Content> content(Person person);
}
