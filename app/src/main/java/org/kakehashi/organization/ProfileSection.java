package org.kakehashi.organization;

import gg.jte.Content;
import java.util.Optional;

/// A part of an organization's profile page that a higher room contributes as a bean: agreements,
/// people, figures. It shows only what the person acting may see.
public interface ProfileSection {
    /// Lower numbers first.
    int order();

    /// Message key of the heading.
    String title();

    /// What stands under the heading, a typed template; empty leaves the section out.
    Optional<Content> content(OrganizationRef organization);
}
