package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.resolver.Feature;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// Writes down what speaks for and against each option and sums it up in a score.
final class Weighing {

    private static final Set<Integer> INEXACT = Set.of(Keys.TYPO, Keys.SIMILAR, Keys.SOUND);
    private static final Map<Integer, Feature> FEATURE =
            Map.of(
                    Keys.EXACT, Feature.NAME_EQUAL,
                    Keys.LOOSE, Feature.NAME_SPELLING,
                    Keys.PART, Feature.NAME_SPELLING,
                    Keys.TOWNLESS, Feature.NAME_SAME_WORDS,
                    Keys.TURNED, Feature.NAME_TURNED,
                    Keys.WORDS, Feature.NAME_SAME_WORDS,
                    Keys.SIMILAR, Feature.NAME_SIMILAR,
                    Keys.TYPO, Feature.NAME_TYPO,
                    Keys.SOUND, Feature.NAME_SOUND,
                    Keys.ACRONYM, Feature.ACRONYM_ONLY);

    private final Catalog catalog;
    private final Query query;
    private final Match match;
    private final Rest.Reading rest;
    private final boolean common;
    private final List<Option> best;
    private final int all;

    Weighing(
            Catalog catalog,
            Query query,
            Match match,
            Rest.Reading rest,
            boolean common,
            List<Option> best,
            int all) {
        this.catalog = catalog;
        this.query = query;
        this.match = match;
        this.rest = rest;
        this.common = common;
        this.best = best;
        this.all = all;
    }

    Candidate candidate(Option option, double probability) {
        Integer successor = Successors.only(catalog, option.org(), query.hints().date());
        String next = successor == null ? null : catalog.id(successor);
        return candidate(
                catalog, option.org(), query.hints().date(), probability, evidence(option, next));
    }

    /// The organizations among which a split one went on; none where one alone continues it.
    List<Candidate> continuing(Option option, double probability) {
        LocalDate day = query.hints().date();
        List<Successors.End> ends = Successors.of(catalog, option.org(), day);
        return ends.size() < 2
                ? List.of()
                : ends.stream()
                        .map(end ->
                                candidate(
                                        catalog,
                                        end.org(),
                                        day,
                                        probability,
                                        List.of(continues(option, end))))
                        .toList();
    }

    private Evidence continues(Option option, Successors.End end) {
        String ended = catalog.name(option.name());
        return end.since() == null
                ? Evidence.of(Feature.CONTINUES, ended)
                : Evidence.of(Feature.CONTINUES, ended, end.since().toString());
    }

    static Candidate candidate(
            Catalog catalog,
            int org,
            @Nullable LocalDate day,
            double score,
            List<Evidence> evidence) {
        Integer successor = Successors.only(catalog, org, day);
        return new Candidate(
                catalog.id(org),
                catalog.displayName(org),
                catalog.country(org),
                catalog.status(org),
                successor == null ? null : catalog.id(successor),
                score,
                evidence);
    }

    private List<Evidence> evidence(Option option, @Nullable String successor) {
        List<Evidence> evidence = new ArrayList<>();
        addName(evidence, option);
        addCountry(evidence, option);
        addBeside(evidence, option);
        addUniqueness(evidence, option);
        addRest(evidence);
        addStatus(evidence, option, successor);
        return evidence;
    }

    private void addName(List<Evidence> evidence, Option option) {
        Feature feature = FEATURE.getOrDefault(match.family(), Feature.NAME_SAME_WORDS);
        String percent = Long.toString(Math.round(option.closeness() * 100));
        evidence.add(
                INEXACT.contains(match.family())
                        ? Evidence.of(feature, catalog.name(option.name()), percent)
                        : Evidence.of(feature, catalog.name(option.name())));
        if (option.kind() == NameKind.ALIAS) {
            evidence.add(Evidence.of(Feature.NAME_ALIAS, catalog.displayName(option.org())));
        }
        if (common) {
            evidence.add(Evidence.of(Feature.NAME_COMMON));
        }
    }

    private void addCountry(List<Evidence> evidence, Option option) {
        String stated = String.join("/", query.countries().stream().sorted().toList());
        String registered = catalog.country(option.org());
        evidence.add(
                switch (option.country()) {
                    case AGREES -> Evidence.of(Feature.COUNTRY_AGREES, registered);
                    case RELATED -> Evidence.of(Feature.COUNTRY_RELATED, stated, registered);
                    case UNKNOWN -> Evidence.of(Feature.COUNTRY_UNKNOWN);
                    case CONTRADICTS ->
                            Evidence.of(Feature.COUNTRY_CONTRADICTS, stated, registered);
                });
    }

    private void addBeside(List<Evidence> evidence, Option option) {
        if (option.placeAgrees()) {
            String places = String.join(", ", catalog.places(option.org()));
            evidence.add(Evidence.of(Feature.PLACE_AGREES, places));
        }
        if (option.domainAgrees()) {
            evidence.add(Evidence.of(Feature.DOMAIN_AGREES, "" + query.hints().domain()));
        }
        switch (option.kindFit()) {
            case FITS -> evidence.add(Evidence.of(Feature.KIND_AGREES, "" + query.hints().kind()));
            case CONTRADICTS ->
                    evidence.add(Evidence.of(Feature.KIND_CONTRADICTS, "" + query.hints().kind()));
            case UNKNOWN -> {}
        }
    }

    private void addUniqueness(List<Evidence> evidence, Option option) {
        if (all == 1) {
            evidence.add(Evidence.of(Feature.ONLY_ONE));
        } else if (best.size() > 1 && best.contains(option)) {
            evidence.add(Evidence.of(Feature.SEVERAL, Integer.toString(best.size())));
        } else if (best.contains(option) && option.country() == Countries.AGREES) {
            String country = catalog.country(option.org());
            evidence.add(Evidence.of(Feature.ONLY_ONE_IN_COUNTRY, country));
        }
    }

    private void addRest(List<Evidence> evidence) {
        switch (rest) {
            case UNIT, LIKELY_UNIT -> evidence.add(Evidence.of(Feature.REST_IS_UNIT, beside()));
            case UNEXPLAINED -> evidence.add(Evidence.of(Feature.REST_UNEXPLAINED, beside()));
            case NOTHING -> {}
        }
    }

    /// What stands beside the name in its segment.
    private String beside() {
        int start = query.segmentStart(match.from());
        int end = query.segmentEnd(match.to() - 1);
        String before = query.units().source(start, match.from());
        String after = query.units().source(match.to(), end);
        return (before + " " + after).strip();
    }

    private void addStatus(List<Evidence> evidence, Option option, @Nullable String successor) {
        String next = successor == null ? "" : successor;
        switch (catalog.status(option.org())) {
            case INACTIVE -> evidence.add(Evidence.of(Feature.INACTIVE, next));
            case WITHDRAWN -> evidence.add(Evidence.of(Feature.WITHDRAWN, next));
            case ACTIVE -> {}
        }
        int ends = Successors.of(catalog, option.org(), query.hints().date()).size();
        if (ends > 1) {
            evidence.add(Evidence.of(Feature.SPLIT, Integer.toString(ends)));
        }
    }
}
