package org.kakehashi.partnership.portfolio;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Annex;
import org.kakehashi.agreement.Use;

/// One of the partners side by side.
///
/// @param places of this fiscal year under all its memoranda on student exchange
public record Compared(PartnerFigures figures, Places places) {
    /// Places offered, used and owed; null: unknown, also where memoranda count in different units.
    ///
    /// @param unit in what they are counted; null: there is no memorandum, or units differ
    public record Places(
            Annex.@Nullable QuotaUnit unit,
            @Nullable BigDecimal offeredIn,
            @Nullable BigDecimal usedIn,
            @Nullable BigDecimal offeredOut,
            @Nullable BigDecimal usedOut,
            @Nullable BigDecimal owed) {
        static final Places UNKNOWN = new Places(null, null, null, null, null, null);
    }

    static Places places(List<Use> uses) {
        List<Use> counted =
                uses.stream().filter(one -> one.unit() != Annex.QuotaUnit.UNKNOWN).toList();
        Set<Annex.QuotaUnit> units = counted.stream().map(Use::unit).collect(Collectors.toSet());
        if (units.size() != 1) {
            return Places.UNKNOWN;
        }
        return new Places(
                units.iterator().next(),
                sum(counted, Use.Year::offeredIn),
                sum(counted, Use.Year::usedIn),
                sum(counted, Use.Year::offeredOut),
                sum(counted, Use.Year::usedOut),
                sum(counted, Use.Year::owed));
    }

    private static @Nullable BigDecimal sum(
            List<Use> uses, Function<Use.Year, @Nullable BigDecimal> of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Use one : uses) {
            BigDecimal value = of.apply(one.latest());
            if (value == null) {
                return null;
            }
            sum = sum.add(value);
        }
        return sum;
    }
}
