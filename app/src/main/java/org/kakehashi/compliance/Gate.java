package org.kakehashi.compliance;

import org.jspecify.annotations.Nullable;

/// What a room is told that asks whether something with an institution may go on.
///
/// @param why message key of the reason, `compliance.gate.…`
/// @param latest what it rests on; null: nobody has examined the institution
public record Gate(boolean open, String why, @Nullable Examination latest) {}
