package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Keys;

/// A finding with the probability of each organization it may mean.
///
/// @param probabilities by ordinal of the organization
/// @param best the highest, halved where it may not decide
record Ranked(Scene.Finding finding, Map<Integer, Double> probabilities, double best) {

    private static final double LEAST = 0.02;
    private static final double FORBIDDEN = 0.5;

    /// The likeliest findings that do not overlap, likeliest first; at least one if there is any.
    static List<Ranked> choose(Catalog catalog, Query query, Scene scene, Judge judge) {
        Signals signals = new Signals(catalog, query, scene);
        List<Ranked> all = new ArrayList<>();
        for (Scene.Finding finding : scene.findings()) {
            if (!scene.isCovered(finding)) {
                Soundness sound = new Soundness(catalog, query, finding.options());
                all.add(of(signals, sound, finding, judge));
            }
        }
        all.sort(Comparator.comparingDouble(Ranked::best).reversed());
        List<Ranked> chosen = new ArrayList<>();
        for (Ranked ranked : all) {
            boolean free =
                    chosen.stream()
                            .noneMatch(c -> c.finding.match().overlaps(ranked.finding.match()));
            if (free && (chosen.isEmpty() || ranked.best >= LEAST)) {
                chosen.add(ranked);
            }
        }
        return chosen;
    }

    private static Ranked of(Signals signals, Soundness sound, Scene.Finding finding, Judge judge) {
        Map<Integer, Double> probabilities = new HashMap<>();
        float[] shared = signals.shared(finding);
        double best = 0;
        for (Option option : finding.options()) {
            double p =
                    finding.match().family() == Keys.SOUND
                            ? sound.probability(option)
                            : Ranker.shipped().probability(signals.of(finding, option, shared));
            p *= judge.isLessLikely(finding, option) ? FORBIDDEN : 1;
            probabilities.put(option.org(), p);
            double weight = judge.isForbidden(finding.match(), option) ? FORBIDDEN : 1;
            best = Math.max(best, p * weight);
        }
        return new Ranked(finding, probabilities, best);
    }

    double of(Option option) {
        return probabilities.getOrDefault(option.org(), 0.0);
    }
}
