package org.kakehashi.person;

import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What other rooms know of a person: the units of ours concerned, and the last day of what is
/// recorded (null: unknown).
public record Bearing(Collection<UUID> units, @Nullable LocalDate until) {}
