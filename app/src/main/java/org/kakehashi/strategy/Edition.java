package org.kakehashi.strategy;

import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// How an indicator is defined from a fiscal year on.
///
/// @param fromYear [#ALWAYS] for how it was defined from the start
/// @param expression the formula; null where values are recorded
/// @param breaks cannot be compared with the years before
/// @param reason why it was changed, null for how it was from the start
public record Edition(
        int fromYear,
        Bilingual definition,
        String unit,
        int decimals,
        @Nullable String expression,
        boolean breaks,
        @Nullable String reason) {
    public static final int ALWAYS = 0;
}
