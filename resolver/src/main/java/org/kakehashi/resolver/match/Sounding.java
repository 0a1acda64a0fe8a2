package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.CountryNames;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Hanja;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Kana;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Pinyin;
import org.kakehashi.resolver.text.Scripts;
import org.kakehashi.resolver.text.Sound;
import org.kakehashi.resolver.text.Units;

/// Finds foreign institutions written in Japanese or Chinese characters that the registry knows in
/// Latin letters only: メルボルン大学 by the sound of its kana, 武漢大学 by its Mandarin reading. What the
/// institution is (大学, 工科大学) must agree with the name in Latin letters.
final class Sounding {

    private static final Set<String> ANYWHERE = Set.of();
    private static final Set<String> MANDARIN = Set.of("CN", "TW", "HK", "MO", "SG", "MY");
    private static final Set<String> KOREAN = Set.of("KR", "KP");
    private static final int MOST_OFFERED = 8;
    private static final double READ = 1;

    private final Catalog catalog;
    private final Query query;
    private final Map<Integer, Set<String>> towns = new HashMap<>();

    private Sounding(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
    }

    static List<Match> find(Catalog catalog, Query query, List<Match> covered) {
        Sounding sounding = new Sounding(catalog, query);
        List<Match> found = new ArrayList<>();
        for (Segments.Range range : Segments.withHeads(query)) {
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
        String run = query.units().text(range.from(), range.to());
        Decomposed written = Decomposed.ofRun(run);
        String proper = written.joined();
        if (proper.isEmpty() || written.concepts().isEmpty()) {
            return;
        }
        Map<Integer, Catalog.Hit> best = new HashMap<>();
        lookByCountry(written, proper, best);
        if (proper.chars().allMatch(Sounding::isSpoken)) {
            lookByKana(written, proper, best);
        } else if (proper.chars().allMatch(c -> Scripts.isHan((char) c))) {
            lookByHan(written, proper, run, best);
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
        Heard heard = Heard.ofKana(written.concepts(), Kana.roman(kana));
        lookBySkeletons(heard, ANYWHERE, Kana.skeletons(kana), best);
    }

    /// Han characters are read as the country stated reads them.
    private void lookByHan(
            Decomposed written, String han, String run, Map<Integer, Catalog.Hit> best) {
        if (mayBeOf(MANDARIN)) {
            lookByPinyin(written, han, best);
        }
        if (mayBeOf(KOREAN)) {
            lookByHanja(run, best);
        }
    }

    private boolean mayBeOf(Set<String> countries) {
        return query.countries().isEmpty()
                || query.countries().stream().anyMatch(countries::contains);
    }

    /// Taiwan writes Mandarin in other letters than China, so the sound counts. Too many names
    /// sound alike without tones for more than a suggestion.
    private void lookByPinyin(Decomposed written, String han, Map<Integer, Catalog.Hit> best) {
        String reading = Pinyin.of(han);
        Heard heard = Heard.ofPinyin(written.concepts(), reading);
        lookBySkeletons(heard, MANDARIN, Sound.skeletons(List.of(reading)), best);
        String older = Pinyin.older(han);
        Heard taiwanese = Heard.ofPinyin(written.concepts(), older);
        lookBySkeletons(taiwanese, MANDARIN, Sound.skeletons(List.of(older)), best);
    }

    private void lookBySkeletons(
            Heard heard,
            Set<String> countries,
            Set<String> skeletons,
            Map<Integer, Catalog.Hit> best) {
        Map<Integer, Catalog.Hit> alike = new HashMap<>();
        Set<Integer> compared = new HashSet<>();
        for (String skeleton : skeletons) {
            if (!skeleton.isEmpty()) {
                compare(heard, countries, Hash.of(skeleton, Keys.SOUND), compared, alike);
            }
        }
        double closest =
                alike.values().stream().mapToDouble(Catalog.Hit::closeness).max().orElse(0);
        double trust = heard.trust(closest);
        alike.values().forEach(hit -> put(hit, hit.closeness() * trust, best));
    }

    /// 香港大学: the proper part is the name of a country, which has a name in English.
    private void lookByCountry(Decomposed written, String proper, Map<Integer, Catalog.Hit> best) {
        Units units = Units.of(proper);
        for (String code : CountryNames.named(units, 0, units.size())) {
            for (String english : CountryNames.english(code)) {
                Heard heard = new Heard(written.concepts(), english, 0);
                compare(heard, ANYWHERE, Hash.of(english, Keys.READING), new HashSet<>(), best);
            }
        }
    }

    private void lookByHanja(String run, Map<Integer, Catalog.Hit> best) {
        String hangul = Hanja.reading(run);
        if (!hangul.isEmpty()) {
            String full = hangul.endsWith("대학") ? hangul + "교" : hangul;
            for (String name : new HashSet<>(List.of(hangul, full))) {
                catalog.find(Hash.of(name, Keys.EXACT)).stream()
                        .filter(this::fits)
                        .forEach(hit -> put(hit, READ, best));
            }
        }
    }

    private boolean isIn(Set<String> countries, Catalog.Hit hit) {
        return countries.isEmpty() || countries.contains(catalog.country(hit.org()));
    }

    private boolean fits(Catalog.Hit hit) {
        String country = catalog.country(hit.org());
        return Countries.of(query.countries(), country) != Countries.CONTRADICTS;
    }

    private void compare(
            Heard heard,
            Set<String> countries,
            long key,
            Set<Integer> compared,
            Map<Integer, Catalog.Hit> best) {
        for (Catalog.Hit hit : catalog.find(key)) {
            if (compared.add(hit.name()) && isIn(countries, hit) && fits(hit)) {
                Decomposed name = catalog.decomposed(hit.name());
                double closeness = heard.closeness(name, word -> towns(hit.org()).contains(word));
                if (closeness >= Heard.HOPELESS) {
                    put(hit, closeness, best);
                }
            }
        }
    }

    private Set<String> towns(int org) {
        return towns.computeIfAbsent(org, o -> Options.placeWords(catalog, o));
    }

    private void put(Catalog.Hit hit, double closeness, Map<Integer, Catalog.Hit> best) {
        best.merge(
                hit.org(),
                catalog.hit(hit.name(), closeness),
                (a, b) -> a.closeness() >= b.closeness() ? a : b);
    }
}
