package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// Everything found in a text, and how the findings stand to one another.
final class Scene {

    private static final int MOST_OPTIONS = 16;
    private static final int MOST_INITIALS = 6;

    private final Catalog catalog;
    private final Query query;
    private final Options options;
    private final Narrowing narrowing;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, Set<String>> parents = new HashMap<>();
    private final Map<Integer, Set<String>> ownWords = new HashMap<>();

    /// A match with the organizations it may mean.
    ///
    /// @param best those left after every question
    /// @param length in characters of the text
    /// @param straddles begins within one part of the text and ends in another
    record Finding(
            Match match,
            List<Option> options,
            List<Option> best,
            int length,
            boolean named,
            boolean straddles) {

        /// An equal name of an institution whose country does not contradict.
        boolean isSolid() {
            return named && !straddles && match.family() <= Keys.LOOSE && fits();
        }

        boolean fits() {
            return options.stream().anyMatch(o -> o.country() != Countries.CONTRADICTS);
        }
    }

    Scene(Catalog catalog, Query query, List<Match> matches) {
        this.catalog = catalog;
        this.query = query;
        this.options = new Options(catalog, query);
        this.narrowing = new Narrowing(catalog, query);
        matches.forEach(this::add);
    }

    /// Whether a longer equal name covers the finding among unspaced characters, where a name
    /// within a name says nothing: 京都大学 in 京都大学化学研究所.
    boolean isCovered(Finding finding) {
        return query.units().isEastAsian(finding.match().from())
                && findings.stream()
                        .anyMatch(other ->
                                other.length() > finding.length()
                                        && other.match().family() == Keys.EXACT
                                        && other.fits()
                                        && other.match().from() <= finding.match().from()
                                        && other.match().to() >= finding.match().to());
    }

    List<Finding> findings() {
        return findings;
    }

    private void add(Match match) {
        List<Option> all = options.of(limited(match));
        int length =
                query.units().sourceEnd(match.to() - 1) - query.units().sourceStart(match.from());
        findings.add(
                new Finding(
                        match,
                        all,
                        narrowing.narrow(all),
                        length,
                        match.namesInstitution(query.units()),
                        new Rest(catalog, query, Set.of()).straddles(match)));
    }

    /// Of very many organizations of one name those of a fitting country.
    private Match limited(Match match) {
        int most = match.family() == Keys.ACRONYM ? MOST_INITIALS : MOST_OPTIONS;
        if (match.hits().size() <= most) {
            return match;
        }
        List<Catalog.Hit> first = new ArrayList<>();
        List<Catalog.Hit> others = new ArrayList<>();
        for (Catalog.Hit hit : match.hits()) {
            Countries country = Countries.of(query.countries(), catalog.country(hit.org()));
            (country == Countries.CONTRADICTS ? others : first).add(hit);
        }
        first.addAll(others);
        return match.with(first.subList(0, most));
    }

    Set<String> ownWords(int org) {
        return ownWords.computeIfAbsent(org, o -> Options.ownWords(catalog, o));
    }

    boolean isEducation(Finding finding) {
        return finding.options().stream().anyMatch(o -> catalog.is(o.org(), Kind.EDUCATION));
    }

    /// 0: no organization above is named; 1: elsewhere; 2: in an overlapping name.
    int parentHere(Finding finding, Option option) {
        return related(finding, other -> parents(option.org()).contains(catalog.id(other)));
    }

    int childHere(Finding finding, Option option) {
        String id = catalog.id(option.org());
        return related(finding, other -> parents(other).contains(id));
    }

    private int related(Finding finding, IntPredicate isRelated) {
        int found = 0;
        for (Finding other : findings) {
            int here = other.match().overlaps(finding.match()) ? 2 : 1;
            if (other != finding && other.match().family() <= Keys.WORDS && here > found) {
                boolean any = other.options().stream().anyMatch(o -> isRelated.test(o.org()));
                found = any ? here : found;
            }
        }
        return found;
    }

    private Set<String> parents(int org) {
        return parents.computeIfAbsent(org, o -> new HashSet<>(catalog.parents(o)));
    }
}
