package org.kakehashi.resolver.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kakehashi.resolver.Entry;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.NameKind;
import org.kakehashi.resolver.text.Concepts;
import org.kakehashi.resolver.text.CountryNames;
import org.kakehashi.resolver.text.Decomposed;
import org.kakehashi.resolver.text.Hash;
import org.kakehashi.resolver.text.Keys;
import org.kakehashi.resolver.text.LegalForms;
import org.kakehashi.resolver.text.Loose;
import org.kakehashi.resolver.text.Pieces;
import org.kakehashi.resolver.text.Sound;
import org.kakehashi.resolver.text.Units;

/// The keys a registry name is filed under.
final class IndexKeys {

    private static final int MOST_SPOKEN = 5;
    private static final int LEAST_WORDS = 2;

    private final List<Long> keys = new ArrayList<>();
    private Set<String> pieces = Set.of();
    private final Units units;
    private final Entry entry;

    private IndexKeys(Units units, Entry entry) {
        this.units = units;
        this.entry = entry;
    }

    static IndexKeys of(Entry.Name name, Entry entry) {
        IndexKeys keys = new IndexKeys(Units.of(name.value()), entry);
        if (name.kind() == NameKind.ACRONYM) {
            keys.addAcronym();
        } else {
            keys.addName();
            keys.addWithoutInitials();
            keys.addWithoutTown();
            if (entry.kinds().contains(Kind.EDUCATION)) {
                keys.addSounds();
            }
        }
        return keys;
    }

    List<Long> keys() {
        return keys;
    }

    /// What the name is found by when nothing equals it; acronyms are not.
    Set<String> pieces() {
        return pieces;
    }

    /// Keys of all runs of words the name begins with and goes on after.
    List<Long> openings() {
        List<Long> openings = new ArrayList<>();
        long hash = Hash.START;
        for (int i = 0; i + 1 < units.size() && !units.isEastAsian(i); i++) {
            hash = units.grow(hash, i, i == 0);
            if (i > 0) {
                openings.add(Hash.finish(hash, Keys.EXACT));
            }
        }
        return openings;
    }

    private void addAcronym() {
        if (units.size() > 0) {
            keys.add(Hash.finish(Keys.exact(units, 0, units.size()), Keys.ACRONYM));
        }
    }

    private void addName() {
        int shorter = withoutCountry();
        add(0, shorter);
        if (shorter < units.size()) {
            add(0, units.size());
        }
    }

    /// "Sternwarte Altdorf SWA" is written without its own initials, too.
    private void addWithoutInitials() {
        int last = units.size() - 1;
        if (last < LEAST_WORDS) {
            return;
        }
        boolean closes = isInitials(last);
        boolean opens = isInitials(0);
        if (closes || opens) {
            add(opens ? 1 : 0, closes ? last : last + 1);
        }
    }

    private boolean isInitials(int i) {
        return entry.names().stream()
                .filter(name -> name.kind() == NameKind.ACRONYM)
                .map(name -> Units.of(name.value()))
                .anyMatch(initials -> initials.size() == 1 && initials.get(0).equals(units.get(i)));
    }

    private void addWithoutTown() {
        for (String place : entry.places()) {
            Units town = Units.of(place);
            int end = units.size() - town.size();
            List<String> words = end < LEAST_WORDS ? List.of() : Keys.looseWords(units, 0, end);
            boolean closes =
                    words.size() >= LEAST_WORDS
                            && Keys.looseWords(town, 0, town.size())
                                    .equals(Keys.looseWords(units, end, units.size()));
            if (closes) {
                keys.add(Hash.of(String.join("", words), Keys.TOWNLESS));
            }
        }
    }

    /// Sounds of the proper part as a whole, and of its first and its last words:
    /// "Ludwig-Maximilians-Universität München" is spoken of as Munich.
    private void addSounds() {
        if (units.size() == 0 || units.isEastAsian(0)) {
            return;
        }
        List<String> proper =
                Decomposed.ofWords(Keys.looseWords(units, 0, withoutCountry())).proper();
        if (proper.isEmpty() || proper.size() > MOST_SPOKEN) {
            return;
        }
        keys.add(Hash.of(String.join("", proper), Keys.READING));
        addSounds(proper);
        addSpokenWhole(proper);
        if (proper.size() > 1) {
            addSounds(List.of(proper.getFirst()));
            addSounds(List.of(proper.getLast()));
            addSounds(proper.subList(proper.size() - 2, proper.size()));
        }
    }

    /// "Rio de Janeiro" is spoken with its small word.
    private void addSpokenWhole(List<String> proper) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            String loose = Loose.unit(units.get(i));
            boolean small = loose.isEmpty() && !words.isEmpty() && words.size() < MOST_SPOKEN;
            if (small || proper.contains(loose)) {
                words.add(small ? units.get(i) : loose);
            }
        }
        while (!words.isEmpty() && Loose.isSmall(words.getLast())) {
            words.removeLast();
        }
        if (words.size() > proper.size()) {
            addSounds(words);
        }
    }

    private void addSounds(List<String> words) {
        for (String skeleton : Sound.skeletons(words)) {
            if (!skeleton.isEmpty()) {
                keys.add(Hash.of(skeleton, Keys.SOUND));
            }
        }
    }

    private void add(int from, int to) {
        int end = LegalForms.trim(units, from, to);
        int start = LegalForms.skip(units, from, end);
        start = start + 1 < end && units.get(start).equals("the") ? start + 1 : start;
        if (start >= end) {
            return;
        }
        keys.add(Hash.finish(Keys.exact(units, start, end), Keys.EXACT));
        List<String> words = Keys.looseWords(units, start, end);
        if (words.isEmpty()) {
            return;
        }
        if (pieces.isEmpty()) {
            pieces = Pieces.of(Concepts.of(words));
        }
        if (words.size() > 1 || !hasLost(start, end)) {
            keys.add(Keys.loose(words));
        }
        if (words.size() > 1) {
            keys.add(Keys.turned(words));
            keys.add(Keys.words(words));
        }
    }

    /// Whether a single word is all that the loose form left, or is itself an abbreviation: too
    /// little to go by.
    private boolean hasLost(int start, int end) {
        boolean latin = !units.isEastAsian(start);
        return latin && (end - start > 1 || Loose.isAbbreviation(units.get(start)));
    }

    /// Where a country closing the name, as in "Hitachi (Japan)", begins; else the end.
    private int withoutCountry() {
        int last = units.size() - 1;
        int start = last;
        while (start > 0 && units.segment(start - 1) == units.segment(last)) {
            start--;
        }
        Set<String> named = start <= 0 ? Set.of() : CountryNames.named(units, start, units.size());
        return named.contains(entry.country()) ? start : units.size();
    }
}
