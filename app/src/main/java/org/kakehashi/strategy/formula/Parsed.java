package org.kakehashi.strategy.formula;

import org.jspecify.annotations.Nullable;

/// The tree of a text, or why there is none.
public record Parsed(@Nullable Expression tree, @Nullable FormulaProblem problem) {}
