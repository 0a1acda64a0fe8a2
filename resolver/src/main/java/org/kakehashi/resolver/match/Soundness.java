package org.kakehashi.resolver.match;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.index.Catalog;

/// How likely the institution that sounds closest is the one meant. The limits are fitted: of the
/// judged names that reach them (`bench/data/names-across-scripts.tsv`, the half to develop with)
/// at least that share was right.
final class Soundness {

    private static final double DOUBTFUL = 0.5;

    private final Catalog catalog;
    private final Query query;
    private final List<Option> options;

    Soundness(Catalog catalog, Query query, List<Option> options) {
        this.catalog = catalog;
        this.query = query;
        this.options = options;
    }

    double probability(Option option) {
        double closeness = option.closeness();
        double lead = closeness - closestOther(option);
        double known =
                option.country() == Countries.AGREES
                        ? inCountry(closeness, lead)
                        : anywhere(closeness, lead);
        return known == 0 ? DOUBTFUL * closeness : known;
    }

    private static double inCountry(double closeness, double lead) {
        if (closeness >= 0.85 && lead >= 0.02) {
            return 0.98;
        }
        if (closeness >= 0.80 && lead >= 0.04) {
            return 0.96;
        }
        return closeness >= 0.76 && lead >= 0.06 ? 0.93 : 0;
    }

    private static double anywhere(double closeness, double lead) {
        return closeness >= 0.90 && lead >= 0.08 ? 0.97 : 0;
    }

    /// An organization and the one that continues it do not compete.
    private double closestOther(Option option) {
        return options.stream()
                .filter(other -> other != option && !continues(option, other))
                .mapToDouble(Option::closeness)
                .max()
                .orElse(0);
    }

    private boolean continues(Option one, Option other) {
        return Objects.equals(successor(one), other.org())
                || Objects.equals(successor(other), one.org());
    }

    private @Nullable Integer successor(Option option) {
        return Successors.only(catalog, option.org(), query.hints().date());
    }
}
