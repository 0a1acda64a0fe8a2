package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        List<Mention> mentions = new ArrayList<>();
        for (Match match : Selection.select(catalog, query, candidates)) {
            mentions.add(judge.judge(match));
        }
        mentions.sort(
                Comparator.comparing(Mention::decision)
                        .thenComparing(Comparator.comparingDouble(Matching::weight).reversed()));
        return mentions;
    }

    /// Among mentions of equal decision the longer one is the principal one.
    private static double weight(Mention mention) {
        Span span = mention.span();
        return mention.decision() == Decision.CERTAIN
                ? span.length()
                : span.length() * mention.best().score();
    }
}
