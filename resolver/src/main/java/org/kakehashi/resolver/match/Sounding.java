package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Kana;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Likeness;
import org.kakehashi.resolver.text.Pinyin;
import org.kakehashi.resolver.text.Scripts;
import org.kakehashi.resolver.text.Units;

/// Finds foreign institutions written in Japanese or Chinese characters that the registry knows in
/// Latin letters only: メルボルン大学 by the sound of its kana, 武漢大学 by its Mandarin reading. What the
/// institution is (大学, 工科大学) must agree with the name in Latin letters.
final class Sounding {

    private static final int MOST_OFFERED = 8;
    private static final double PART_ONLY = 0.75;
    private static final double OTHER_NUMBER = 0.70;

    private final Catalog catalog;
    private final Query query;

    private Sounding(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    static List<Match> find(Catalog catalog, Query query, List<Match> covered) {
        Sounding sounding = new Sounding(catalog, query);
        List<Match> found = new ArrayList<>();
        for (Segments.Range range : Segments.of(query)) {
            boolean free = covered.stream().noneMatch(match -> overlaps(match, range));
            if (free && query.units().isEastAsian(range.from())) {
                sounding.look(range, found);
            }
        }
        return found;
    }

    private static boolean overlaps(Match match, Segments.Range range) {
        return match.from() < range.to() && range.from() < match.to();
    }

    private void look(Segments.Range range, List<Match> found) {
        Decomposed written = Decomposed.ofRun(query.units().text(range.from(), range.to()));
        String proper = written.joined();
        if (proper.isEmpty() || written.concepts().isEmpty()) {
            return;
        }
        Map<Integer, Catalog.Hit> best = new HashMap<>();
        if (proper.chars().allMatch(Sounding::isSpoken)) {
            lookByKana(written, proper, best);
        } else if (proper.chars().allMatch(c -> Scripts.isHan((char) c))) {
            lookByPinyin(written, proper, best);
        }
        if (!best.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.SOUND, closest(best.values())));
        }
    }

    private static boolean isSpoken(int c) {
        return Scripts.isKana((char) c) || Character.isDigit(c);
    }

    private static List<Catalog.Hit> closest(Collection<Catalog.Hit> hits) {
        return hits.stream()
                .sorted(Comparator.comparingDouble(Catalog.Hit::closeness).reversed())
                .limit(MOST_OFFERED)
                .toList();
    }

    private void lookByKana(Decomposed written, String kana, Map<Integer, Catalog.Hit> best) {
        String reading = Kana.roman(kana);
        for (String skeleton : Kana.skeletons(kana)) {
            if (!skeleton.isEmpty()) {
                for (Catalog.Hit hit : catalog.find(Hash.of(skeleton, Keys.SOUND))) {
                    keep(hit, written, reading, best);
                }
            }
        }
    }

    private void lookByPinyin(Decomposed written, String han, Map<Integer, Catalog.Hit> best) {
        String reading = Pinyin.of(han);
        for (Catalog.Hit hit : catalog.find(Hash.of(reading, Keys.READING))) {
            keep(hit, written, reading, best);
        }
    }

    private void keep(
            Catalog.Hit hit, Decomposed written, String reading, Map<Integer, Catalog.Hit> best) {
        String country = catalog.country(hit.org());
        if (Countries.of(query.countries(), country) == Countries.CONTRADICTS) {
            return;
        }
        double closeness = closeness(hit, written.concepts(), reading);
        best.merge(
                hit.org(),
                catalog.hit(hit.name(), closeness),
                (a, b) -> a.closeness() >= b.closeness() ? a : b);
    }

    private double closeness(Catalog.Hit hit, Set<String> concepts, String reading) {
        Units units = Units.of(catalog.name(hit.name()));
        Decomposed name = Decomposed.ofWords(Keys.looseWords(units, 0, units.size()));
        double whole = Likeness.of(reading, name.joined());
        double part = PART_ONLY * bestPart(name.proper(), reading);
        double likeness = Math.max(whole, part);
        likeness *= digits(reading).equals(digits(name.joined())) ? 1 : OTHER_NUMBER;
        return likeness * Purpose.agreement(concepts, name.concepts());
    }

    /// Numbers tell universities of one city apart: "Paris 7".
    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static double bestPart(List<String> words, String reading) {
        double best = 0;
        for (String word : words) {
            best = Math.max(best, Likeness.of(reading, word));
        }
        return best;
    }
}
