package org.kakehashi.strategy;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.facts.AgreementCounts;
import org.kakehashi.agreement.facts.AgreementFilter;
import org.kakehashi.agreement.facts.Dimension;

/// Gathers every count a page needs, asks for them together, and then tells each.
final class Tally {
    private final Set<AgreementFilter> totals = new LinkedHashSet<>();
    private final Map<Dimension, Set<AgreementFilter>> breakdowns = new LinkedHashMap<>();
    private final Map<AgreementFilter, Long> counted = new LinkedHashMap<>();
    private final Map<Dimension, Map<AgreementFilter, Map<String, Long>>> told =
            new LinkedHashMap<>();

    void want(AgreementFilter filter) {
        totals.add(filter);
    }

    void want(AgreementFilter filter, Dimension dimension) {
        breakdowns.computeIfAbsent(dimension, any -> new LinkedHashSet<>()).add(filter);
    }

    /// One question for all totals, and one for each dimension.
    void ask(AgreementCounts counts) {
        if (!totals.isEmpty()) {
            List<AgreementFilter> filters = List.copyOf(totals);
            long[] numbers = counts.of(filters);
            for (int i = 0; i < numbers.length; i++) {
                counted.put(filters.get(i), numbers[i]);
            }
        }
        breakdowns.forEach((dimension, wanted) ->
                told.put(dimension, parts(counts, dimension, List.copyOf(wanted))));
    }

    private static Map<AgreementFilter, Map<String, Long>> parts(
            AgreementCounts counts, Dimension dimension, List<AgreementFilter> filters) {
        Map<AgreementFilter, Map<String, Long>> parts = new LinkedHashMap<>();
        counts.by(dimension, filters)
                .forEach((value, numbers) -> {
                    for (int i = 0; i < numbers.length; i++) {
                        if (numbers[i] > 0) {
                            parts.computeIfAbsent(filters.get(i), any -> new LinkedHashMap<>())
                                    .put(value, numbers[i]);
                        }
                    }
                });
        return parts;
    }

    boolean asked(AgreementFilter filter, Dimension dimension) {
        return breakdowns.getOrDefault(dimension, Set.of()).contains(filter);
    }

    /// Null where nobody asked.
    @Nullable Long ifAsked(AgreementFilter filter) {
        return counted.get(filter);
    }

    long of(AgreementFilter filter) {
        return counted.getOrDefault(filter, 0L);
    }

    /// How many records have each value that any has.
    Map<String, Long> of(AgreementFilter filter, Dimension dimension) {
        return told.getOrDefault(dimension, Map.of()).getOrDefault(filter, Map.of());
    }
}
