package org.kakehashi.review.web;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.review.AgendaItem;

/// The decision about an item as typed.
public record DecisionForm(
        @Nullable UUID item,
        @Nullable Integer version,
        @Nullable String result,
        @Nullable Integer inFavour,
        @Nullable Integer against,
        @Nullable Integer abstained,
        @Nullable Boolean consensus,
        @Nullable Set<UUID> conflicts,
        @Nullable String decisionJa,
        @Nullable String decisionEn) {
    static final DecisionForm NONE =
            new DecisionForm(null, null, null, null, null, null, null, null, null, null);

    /// The form if it is about this item, else an empty one.
    public DecisionForm of(AgendaItem one) {
        return one.id().equals(item) ? this : NONE;
    }

    AgendaItem.Votes votes() {
        return new AgendaItem.Votes(
                number(inFavour),
                number(against),
                number(abstained),
                Boolean.TRUE.equals(consensus));
    }

    private static int number(@Nullable Integer given) {
        return given == null ? 0 : Math.clamp(given, 0, 10_000);
    }
}
