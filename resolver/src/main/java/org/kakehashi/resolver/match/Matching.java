package org.kakehashi.resolver.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.resolver.Feature;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Span;
import org.kakehashi.resolver.index.Catalog;

/// Finds the institutions a text names: equal names first, then turned names, then similar ones.
public final class Matching {

    private final Catalog catalog;
    private final Query query;
    private final Judge judge;

    private Matching(Catalog catalog, String text, Hints hints) {
        this.catalog = catalog;
        this.query = Query.of(text, hints);
        this.judge = new Judge(catalog, query);
    }

    /// Mentions, the principal one first.
    public static List<Mention> mentions(Catalog catalog, String text, Hints hints) {
        return new Matching(catalog, text, hints).mentions();
    }

    /// At most `limit` organizations the text may mean, those of the mentions first.
    public static List<Candidate> candidates(
            Catalog catalog, String text, Hints hints, List<Mention> mentions, int limit) {
        List<Candidate> candidates = new ArrayList<>();
        for (int org : Retrieval.candidates(catalog, Query.of(text, hints), mentions, limit)) {
            double score = 1.0 / (1 + candidates.size());
            candidates.add(Weighing.candidate(catalog, org, hints.date(), score, List.of()));
        }
        return candidates;
    }

    /// The organization a person decided for.
    public static Candidate decided(Catalog catalog, int org, @Nullable LocalDate day) {
        return Weighing.candidate(
                catalog, org, day, 1, List.of(Evidence.of(Feature.HUMAN_DECISION)));
    }

    /// Everything the ranker sees in a text: for the program that trains it.
    public static List<Observation> observe(Catalog catalog, String text, Hints hints) {
        Matching matching = new Matching(catalog, text, hints);
        List<Observation> observations = new ArrayList<>();
        if (matching.query.units().size() > 0) {
            Scene scene = matching.scene();
            Signals signals = new Signals(catalog, matching.query, scene);
            for (Scene.Finding finding : scene.findings()) {
                float[] shared = signals.shared(finding);
                for (Option option : finding.options()) {
                    observations.add(
                            new Observation(
                                    catalog.id(option.org()),
                                    finding.match().from(),
                                    finding.match().to(),
                                    signals.of(finding, option, shared)));
                }
            }
        }
        return observations;
    }

    private Scene scene() {
        List<Match> equal = new ArrayList<>(SpanFinder.find(catalog, query));
        Reordered.find(catalog, query).stream()
                .filter(match -> equal.stream().noneMatch(match::isSameAs))
                .toList()
                .forEach(equal::add);
        Selection selection = new Selection(catalog, query);
        selection.addEqual(equal);
        List<Match> matches = new ArrayList<>(selection.worth(equal));
        matches.addAll(Schools.find(catalog, query));
        matches.addAll(Translation.find(catalog, query, selection.complete()));
        matches.addAll(Sounding.find(catalog, query, selection.complete()));
        matches.addAll(Similar.find(catalog, query, selection.complete()));
        return new Scene(catalog, query, matches);
    }

    private List<Mention> mentions() {
        if (query.units().size() == 0) {
            return List.of();
        }
        List<Mention> mentions = new ArrayList<>();
        for (Ranked ranked : Ranked.choose(catalog, query, scene(), judge)) {
            mentions.add(judge.judge(ranked));
        }
        mentions.sort(
                Comparator.comparing(Mention::decision)
                        .thenComparing(Comparator.comparingDouble(Matching::weight).reversed()));
        return withoutRepetitions(mentions);
    }

    /// An institution named twice counts once.
    private static List<Mention> withoutRepetitions(List<Mention> mentions) {
        Set<String> seen = new HashSet<>();
        return mentions.stream().filter(mention -> seen.add(mention.best().id())).toList();
    }

    /// Among mentions of equal decision the longer one is the principal one.
    private static double weight(Mention mention) {
        Span span = mention.span();
        return mention.decision() == Decision.CERTAIN
                ? span.length()
                : span.length() * mention.best().score();
    }
}
