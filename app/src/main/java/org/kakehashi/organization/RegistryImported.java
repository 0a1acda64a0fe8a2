package org.kakehashi.organization;

import java.util.UUID;

/// A release of the registry is wholly in the database.
public record RegistryImported(UUID release) {}
