package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.Decision;
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

    private List<Mention> mentions() {
        if (query.units().size() == 0) {
            return List.of();
        }
        List<Match> candidates = new ArrayList<>(SpanFinder.find(catalog, query));
        candidates.addAll(Reordered.find(catalog, query));
        Selection selection = new Selection(catalog, query);
        selection.addEqual(candidates);
        List<Match> similar = new ArrayList<>(Sounding.find(catalog, query, selection.complete()));
        similar.addAll(Similar.find(catalog, query, selection.complete()));
        selection.addSimilar(similar);
        List<Mention> mentions = new ArrayList<>();
        for (Match match : selection.selected()) {
            mentions.add(judge.judge(match));
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
