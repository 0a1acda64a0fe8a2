package org.kakehashi.resolver.match;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.text.CountryNames;
import org.kakehashi.resolver.text.Folded;
import org.kakehashi.resolver.text.HanUse;
import org.kakehashi.resolver.text.LegalForms;
import org.kakehashi.resolver.text.Loose;
import org.kakehashi.resolver.text.Units;
import org.kakehashi.resolver.text.Vocabulary;

/// A text to resolve, cut into units, with what is known about its country.
public final class Query {

    private final Units units;
    private final Hints hints;
    private final String[] loose;
    private final Set<String> countries;
    private final boolean[] country;
    private final boolean hinted;
    private final Set<String> likely;
    private final int nameStart;
    private final int nameEnd;

    private Query(Units units, Hints hints) {
        this.units = units;
        this.hints = hints;
        this.loose = new String[units.size()];
        for (int i = 0; i < loose.length; i++) {
            loose[i] = Loose.unit(units.get(i));
        }
        this.country = new boolean[units.size()];
        this.nameEnd = LegalForms.trim(units, 0, units.size());
        this.nameStart = LegalForms.skip(units, 0, nameEnd);
        this.hinted = hints.country() != null && !hints.country().isBlank();
        Set<String> named = readCountries();
        this.countries = stated(named, hints.country());
        this.likely = countries.isEmpty() ? HanUse.countries(head(units.source())) : Set.of();
    }

    public static Query of(String text, Hints hints) {
        return new Query(Units.of(text), hints);
    }

    Units units() {
        return units;
    }

    Hints hints() {
        return hints;
    }

    /// The loose form of a unit, empty when it carries no meaning.
    String loose(int i) {
        return loose[i];
    }

    /// Codes the institution's country may have; empty when nothing is known.
    Set<String> countries() {
        return countries;
    }

    /// Where no country is stated: codes the forms of the characters speak for, without excluding
    /// others.
    Set<String> likely() {
        return likely;
    }

    private static String head(String source) {
        return source.substring(0, Math.min(source.length(), Folded.LONGEST));
    }

    /// Whether the unit is part of a country's name that stands by itself.
    boolean isCountry(int i) {
        return country[i];
    }

    /// Whether a country stated behind `from` is said of another institution, named between that
    /// and `from`: "Georgia Institute of Technology, Atlanta, and Nankai University, China".
    boolean isCountryOfOther(int from) {
        int next = from;
        while (next < units.size() && !country[next]) {
            next++;
        }
        return !hinted && next < units.size() && Vocabulary.namesInstitution(units, from, next);
    }

    /// Whether the text consists of one unit besides brackets, numbers and countries.
    boolean isAlone(int i) {
        return isOnly(i, i + 1);
    }

    /// Whether nothing but brackets, numbers, countries and legal forms stands around the units.
    boolean isOnly(int from, int to) {
        int depth = units.depth(from);
        for (int i = 0; i < units.size(); i++) {
            boolean idle =
                    i >= from && i < to
                            || isIdle(i)
                            || units.hasDigit(i)
                            || units.depth(i) > depth
                            || loose[i].isEmpty();
            if (!idle) {
                return false;
            }
        }
        return true;
    }

    /// Whether the unit is part of a country's name or of a legal form around the whole text.
    boolean isIdle(int i) {
        return country[i] || i < nameStart || i >= nameEnd;
    }

    /// First unit after the segment of `i`.
    int segmentEnd(int i) {
        int end = i + 1;
        while (end < units.size() && units.segment(end) == units.segment(i)) {
            end++;
        }
        return end;
    }

    /// First unit of the segment of `i`.
    int segmentStart(int i) {
        int start = i;
        while (start > 0 && units.segment(start - 1) == units.segment(i)) {
            start--;
        }
        return start;
    }

    private static Set<String> stated(Set<String> named, @Nullable String hint) {
        return hint == null || hint.isBlank()
                ? Set.copyOf(named)
                : Set.of(hint.strip().toUpperCase(Locale.ROOT));
    }

    /// Countries that fill a segment or close it: "…, Tokyo, Japan", "(China)", "Taipei Taiwan".
    private Set<String> readCountries() {
        Set<String> named = new HashSet<>();
        for (int start = 0; start < units.size(); start = segmentEnd(start)) {
            int end = segmentEnd(start);
            int from = start;
            while (from < end && units.hasDigit(from)) {
                from++;
            }
            int to = end;
            while (to > from && units.hasDigit(to - 1)) {
                to--;
            }
            readCountry(from, to, named);
        }
        return named;
    }

    private void readCountry(int from, int to, Set<String> named) {
        Set<String> whole = CountryNames.named(units, from, to);
        if (!whole.isEmpty()) {
            mark(from, to, whole, named);
            return;
        }
        for (int start = Math.max(from + 1, to - 6); start < to; start++) {
            Set<String> tail = units.isDetached(start) ? named(start, to) : Set.of();
            if (!tail.isEmpty()) {
                mark(start, to, tail, named);
                return;
            }
        }
    }

    /// A country that closes a segment counts only after a word that does not bind it to the name,
    /// as "of" does in "University of Cyprus".
    private Set<String> named(int start, int to) {
        boolean bound = loose[start - 1].isEmpty() || units.get(start - 1).equals("new");
        return bound ? Set.of() : CountryNames.named(units, start, to);
    }

    private void mark(int from, int to, Set<String> codes, Set<String> named) {
        named.addAll(codes);
        for (int i = from; i < to; i++) {
            country[i] = true;
        }
    }
}
