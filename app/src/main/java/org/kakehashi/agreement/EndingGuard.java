package org.kakehashi.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.internal.ActivityStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.FiscalYear;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Nobody is left alone abroad: while students may still be under way under an agreement, it ends
/// only with a word on what becomes of them.
@Component
public class EndingGuard {
    private final ActivityStore store;
    private final ObjectProvider<ExchangeUse> contributed;

    EndingGuard(ActivityStore store, ObjectProvider<ExchangeUse> contributed) {
        this.store = store;
        this.contributed = contributed;
    }

    /// May students still be abroad after that day: recorded for its fiscal year, or for the one
    /// before unless their stay was certainly shorter than a year; an unknown number counts.
    public boolean mayBeAbroad(UUID agreement, @Nullable LocalDate lastDay) {
        if (lastDay == null) {
            return false;
        }
        int year = FiscalYear.of(lastDay).year();
        List<UUID> one = List.of(agreement);
        List<Activity> known =
                contributed.stream()
                        .findFirst()
                        .map(source -> source.of(one))
                        .orElseGet(() -> store.of(one));
        return known.stream()
                .filter(stay -> stay.kind() == Activity.Kind.STUDENT)
                .filter(stay -> stay.number() == null || stay.number() > 0)
                .anyMatch(
                        stay -> stay.year() == year || stay.year() == year - 1 && maybeLong(stay));
    }

    private static boolean maybeLong(Activity stay) {
        return stay.period() == Condition.Period.YEAR || stay.period() == Condition.Period.UNKNOWN;
    }

    /// @param arrangement what becomes of them
    void require(UUID agreement, @Nullable LocalDate lastDay, Bilingual arrangement) {
        if (arrangement.parity() == Bilingual.Parity.NONE && mayBeAbroad(agreement, lastDay)) {
            throw KakehashiException.invalid("agreement.problem.stillAbroad", Map.of());
        }
    }
}
