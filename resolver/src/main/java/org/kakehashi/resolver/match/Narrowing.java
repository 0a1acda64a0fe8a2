package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.kakehashi.resolver.Status;
import org.kakehashi.resolver.index.Catalog;

/// Reduces several organizations of one name to those that fit best, one question at a time.
final class Narrowing {

    private static final double MARGIN = 0.08;

    private final Catalog catalog;

    private final Query query;

    Narrowing(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    List<Option> narrow(List<Option> options) {
        List<Option> left = keep(options, Option::domainAgrees);
        left = keep(left, option -> option.country() == Countries.AGREES);
        left = keep(left, option -> option.country() != Countries.CONTRADICTS);
        left = keep(left, option -> query.likely().contains(catalog.country(option.org())));
        left = withoutSuperseded(left);
        left = withoutParts(left);
        left = closest(left);
        left = keep(left, Option::placeAgrees);
        left = keep(left, option -> option.kindFit() != Option.KindFit.CONTRADICTS);
        return keep(left, Option::isOfficial);
    }

    /// Those hardly less close than the closest.
    private static List<Option> closest(List<Option> options) {
        double best = options.stream().mapToDouble(Option::closeness).max().orElse(0);
        return keep(options, option -> option.closeness() > best - MARGIN);
    }

    /// Records taken back, and ended organizations whose successor has the same name.
    private List<Option> withoutSuperseded(List<Option> options) {
        Set<Integer> present = new HashSet<>();
        options.forEach(option -> present.add(option.org()));
        return keep(options, option -> !isSuperseded(option.org(), present));
    }

    /// What belongs to another organization of the same name: the one above is meant.
    private List<Option> withoutParts(List<Option> options) {
        Set<String> ids = new HashSet<>();
        options.forEach(option -> ids.add(catalog.id(option.org())));
        return keep(
                options, option -> catalog.parents(option.org()).stream().noneMatch(ids::contains));
    }

    private boolean isSuperseded(int org, Set<Integer> present) {
        if (catalog.status(org) == Status.ACTIVE) {
            return false;
        }
        Integer successor = Successors.only(catalog, org, query.hints().date());
        return catalog.status(org) == Status.WITHDRAWN
                || successor != null && present.contains(successor);
    }

    private static List<Option> keep(List<Option> options, Predicate<Option> wanted) {
        List<Option> kept = options.stream().filter(wanted).toList();
        return kept.isEmpty() ? options : kept;
    }
}
