package org.kakehashi.resolver.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.Loose;
import org.kakehashi.resolver.text.Pinyin;
import org.kakehashi.resolver.text.Scripts;
import org.kakehashi.resolver.text.Tables;
import org.kakehashi.resolver.text.Units;

/// Finds institutions by the English words their names are translated with, where the registry has
/// no name in the characters written: 郑州大学第一附属医院 is the First Affiliated Hospital of Zhengzhou
/// University. Names of institutions the registry has are taken as they are, words of the table are
/// translated, other Han characters read in Mandarin; the order does not matter.
final class Translation {

    private static final int LONGEST = 28;
    private static final int MOST = 240;
    private static final int MOST_NAMES = 6;
    private static final int LONGEST_READ = 4;
    private static final String ATTACHED = folded("附属");
    private static final Map<String, List<List<String>>> TERMS = load();
    private static final int LONGEST_TERM =
            TERMS.keySet().stream().mapToInt(String::length).max().orElse(1);

    private final Catalog catalog;
    private final Query query;
    private final Units units;

    private Translation(Catalog catalog, Query query) {
        this.catalog = catalog;
        this.query = query;
        this.units = query.units();
    }

    static List<Match> find(Catalog catalog, Query query, List<Match> covered) {
        Translation translation = new Translation(catalog, query);
        List<Match> found = new ArrayList<>();
        for (Segments.Range range : Segments.withHeads(query)) {
            boolean free =
                    covered.stream()
                            .noneMatch(m -> m.from() <= range.from() && range.from() < m.to());
            if (free && range.to() - range.from() <= LONGEST) {
                translation.look(range, found);
            }
        }
        return found;
    }

    private void look(Segments.Range range, List<Match> found) {
        List<Catalog.Hit> hits = hits(range);
        if (hits.isEmpty()) {
            hits = attached(range);
        }
        if (!hits.isEmpty()) {
            found.add(new Match(range.from(), range.to(), Keys.TRANSLATED, hits));
        }
    }

    private List<Catalog.Hit> hits(Segments.Range range) {
        List<Catalog.Hit> hits = new ArrayList<>();
        List<List<List<String>>> parts = parts(range);
        if (parts != null && parts.size() > 1) {
            for (List<String> words : combined(parts)) {
                catalog.find(Keys.words(words)).stream().filter(this::fits).forEach(hits::add);
            }
        }
        return hits;
    }

    /// 复旦大学附属华山医院: what is attached to an institution stands in its town.
    private List<Catalog.Hit> attached(Segments.Range range) {
        int start = range.to();
        for (int i = range.from() + 2; i < range.to(); i++) {
            start = units.text(i - 2, i).equals(ATTACHED) ? i : start;
        }
        Set<String> towns = new HashSet<>();
        for (Catalog.Hit hit : named(range).hits()) {
            catalog.places(hit.org()).stream().limit(1).forEach(towns::add);
        }
        if (start == range.to() || towns.isEmpty()) {
            return List.of();
        }
        return hits(new Segments.Range(start, range.to())).stream()
                .filter(hit ->
                        catalog.places(hit.org()).stream().limit(1).anyMatch(towns::contains))
                .toList();
    }

    private boolean fits(Catalog.Hit hit) {
        String country = catalog.country(hit.org());
        return Countries.of(query.countries(), country) != Countries.CONTRADICTS;
    }

    /// The alternatives of each part, or null where the run is no such name.
    private @Nullable List<List<List<String>>> parts(Segments.Range range) {
        List<List<List<String>>> parts = new ArrayList<>();
        int at = range.from();
        int unread = at;
        int named = afterName(range, parts);
        if (named > at) {
            at = named;
            unread = at;
        }
        while (at < range.to()) {
            if (!units.isEastAsian(at)) {
                return null;
            }
            int end = termEnd(at, range.to());
            if (end == at) {
                at++;
                continue;
            }
            if (!addReading(unread, at, parts)) {
                return null;
            }
            parts.add(TERMS.getOrDefault(units.text(at, end), List.of()));
            at = end;
            unread = end;
        }
        return addReading(unread, at, parts) ? parts : null;
    }

    private record Named(int end, List<Catalog.Hit> hits) {}

    /// The longest institution the run begins with.
    private Named named(Segments.Range range) {
        long exact = Hash.START;
        int end = range.from();
        List<Catalog.Hit> longest = List.of();
        for (int i = range.from(); i < range.to() - 1 && units.isEastAsian(i); i++) {
            exact = units.grow(exact, i, i == range.from());
            List<Catalog.Hit> hits = catalog.find(Hash.finish(exact, Keys.EXACT));
            if (!hits.isEmpty()) {
                longest = hits;
                end = i + 1;
            }
        }
        return new Named(end, longest);
    }

    /// The end of the institution the run begins with; its names in Latin letters become a part.
    private int afterName(Segments.Range range, List<List<List<String>>> parts) {
        Named named = named(range);
        Set<List<String>> names = new LinkedHashSet<>();
        for (Catalog.Hit hit : named.hits()) {
            for (String name : catalog.names(hit.org())) {
                Units latin = Units.of(name);
                boolean usable = latin.size() > 1 && !latin.isEastAsian(0);
                if (usable && names.size() < MOST_NAMES) {
                    names.add(Keys.looseWords(latin, 0, latin.size()));
                }
            }
        }
        if (names.isEmpty()) {
            return range.from();
        }
        parts.add(List.copyOf(names));
        return named.end();
    }

    private int termEnd(int at, int to) {
        for (int end = Math.min(to, at + LONGEST_TERM); end > at; end--) {
            if (TERMS.containsKey(units.text(at, end))) {
                return end;
            }
        }
        return at;
    }

    /// Characters no term covers, read as one word or as one for each.
    private boolean addReading(int from, int to, List<List<List<String>>> parts) {
        if (from == to) {
            return true;
        }
        String run = units.text(from, to);
        if (run.length() > LONGEST_READ || !run.chars().allMatch(c -> Scripts.isHan((char) c))) {
            return false;
        }
        Set<List<String>> readings = new LinkedHashSet<>();
        readings.add(List.of(Loose.unit(Pinyin.of(run))));
        readings.add(
                run.chars().mapToObj(c -> Loose.unit(Pinyin.of(Character.toString(c)))).toList());
        readings.add(List.of(Loose.unit(Pinyin.older(run))));
        parts.add(List.copyOf(readings));
        return true;
    }

    private static List<List<String>> combined(List<List<List<String>>> parts) {
        List<List<String>> all = List.of(List.of());
        for (List<List<String>> part : parts) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> before : all) {
                for (List<String> alternative : part) {
                    if (longer.size() < MOST) {
                        List<String> words = new ArrayList<>(before);
                        words.addAll(alternative);
                        longer.add(words);
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    private static Map<String, List<List<String>>> load() {
        Map<String, List<List<String>>> terms = new HashMap<>();
        for (String[] row : Tables.rows("translations.tsv")) {
            Units units = Units.of(row[0]);
            List<List<String>> alternatives =
                    Arrays.stream(row[1].split("\\|", -1)).map(Translation::words).toList();
            terms.put(units.text(0, units.size()), alternatives);
        }
        return Map.copyOf(terms);
    }

    private static String folded(String text) {
        Units units = Units.of(text);
        return units.text(0, units.size());
    }

    private static List<String> words(String phrase) {
        return phrase.isEmpty()
                ? List.of()
                : Arrays.stream(phrase.split(" ")).map(Loose::unit).toList();
    }
}
