package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.index.Hosts;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Units;

/// Gathers for a match what is known about each organization it may mean.
final class Options {

    private final Catalog catalog;
    private final Query query;
    private final Set<Integer> owners;

    Options(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
        this.owners = owners(catalog, query.hints());
    }

    /// One option for each organization hit, with its best name.
    List<Option> of(Match match) {
        Map<Integer, Catalog.Hit> best = new HashMap<>();
        for (Catalog.Hit hit : match.hits()) {
            best.merge(hit.org(), hit, (a, b) -> a.kind().compareTo(b.kind()) <= 0 ? a : b);
        }
        Set<String> context = wordsBeside(match);
        List<Option> options = new ArrayList<>();
        for (Catalog.Hit hit : best.values()) {
            Option option = option(hit, context);
            boolean other =
                    option.country() == Countries.CONTRADICTS && isElsewhere(match, hit.org());
            options.add(other ? option.in(Countries.UNKNOWN) : option);
        }
        return options;
    }

    private static Catalog.Hit better(Catalog.Hit one, Catalog.Hit other) {
        int order = Double.compare(one.closeness(), other.closeness());
        order = order == 0 ? other.kind().compareTo(one.kind()) : order;
        return order >= 0 ? one : other;
    }

    /// Whether its town stands right behind the match, and the country only behind another
    /// institution.
    private boolean isElsewhere(Match match, int org) {
        for (String place : catalog.places(org)) {
            List<String> town = looseWords(place);
            int end = match.to() + town.size();
            boolean here = !town.isEmpty() && end < query.units().size();
            for (int i = 0; here && i < town.size(); i++) {
                here = town.get(i).equals(query.loose(match.to() + i));
            }
            if (here && query.isCountryOfOther(end)) {
                return true;
            }
        }
        return false;
    }

    /// Organizations that own the domain hinted at.
    Collection<Integer> owners() {
        return owners;
    }

    Option option(Catalog.Hit hit, Set<String> context) {
        int org = hit.org();
        return new Option(
                org,
                hit.name(),
                hit.kind(),
                hit.closeness(),
                Countries.of(query.countries(), catalog.country(org)),
                placeAgrees(org, context),
                owners.contains(org),
                kindFit(org, query.hints().kind()));
    }

    /// Words of the text outside the match, and of the city hinted at.
    Set<String> wordsBeside(Match match) {
        Set<String> words = new HashSet<>();
        for (int i = 0; i < query.units().size(); i++) {
            if (i < match.from() || i >= match.to()) {
                words.add(query.loose(i));
            }
        }
        String city = query.hints().city();
        if (city != null) {
            words.addAll(looseWords(city));
        }
        return words;
    }

    /// All words of an organization's places in loose form.
    static Set<String> placeWords(Catalog catalog, int org) {
        Set<String> words = new HashSet<>();
        catalog.places(org).forEach(place -> words.addAll(looseWords(place)));
        return words;
    }

    /// Words that say nothing new beside an organization's name: its places, initials and country.
    static Set<String> ownWords(Catalog catalog, int org) {
        Set<String> words = placeWords(catalog, org);
        catalog.initials(org).forEach(name -> words.addAll(looseWords(name)));
        words.add(catalog.country(org).toLowerCase(Locale.ROOT));
        return words;
    }

    private boolean placeAgrees(int org, Set<String> context) {
        return catalog.places(org).stream()
                .map(Options::looseWords)
                .anyMatch(words -> !words.isEmpty() && context.containsAll(words));
    }

    private static List<String> looseWords(String text) {
        Units units = Units.of(text);
        return Keys.looseWords(units, 0, units.size());
    }

    private Option.KindFit kindFit(int org, @Nullable Kind wanted) {
        if (wanted == null || !catalog.hasKinds(org)) {
            return Option.KindFit.UNKNOWN;
        }
        return catalog.is(org, wanted) ? Option.KindFit.FITS : Option.KindFit.CONTRADICTS;
    }

    private static Set<Integer> owners(Catalog catalog, Hints hints) {
        String host = hints.domain() == null ? "" : Hosts.host(hints.domain());
        return host.isEmpty() ? Set.of() : new HashSet<>(catalog.byHost(host));
    }
}
