package org.kakehashi.organization;

import java.util.UUID;

/// An organization of our own making, an alias, a decision or a succession was added, changed or
/// taken away.
public record OrganizationChanged(UUID organization) {}
