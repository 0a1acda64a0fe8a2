package org.kakehashi.organization.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.text.Scripts;
import org.kakehashi.resolver.text.Units;

/// What a reader typed, in the terms of the index ([SearchText]).
///
/// @param terms all of them must be found
/// @param wholes the lines an exact name could have
/// @param rorId the identifier, or its beginning, if that is what was typed
record SearchTerms(String typed, List<Term> terms, List<String> wholes, @Nullable String rorId) {
    private static final Pattern ROR =
            Pattern.compile("(?:(?:https?://)?ror\\.org/)?(0[a-z0-9]{4,8})/?");
    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 12;

    /// Found if one of the ways is.
    record Term(List<Way> ways) {}

    /// A needle in the folded text, and the pieces it must have.
    record Way(String needle, int[] grams) {
        static Way word(String word) {
            return new Way(" " + word, new Grams().beginning(word).toArray());
        }

        static Way run(String run) {
            return new Way(run, new Grams().part(run).toArray());
        }
    }

    boolean isEmpty() {
        return terms.isEmpty() && rorId == null;
    }

    /// Whether what looks like a domain or an identifier could be plain words: St.Gallen.
    boolean hasOtherReading() {
        return rorId != null || typed.indexOf('.') > 0;
    }

    SearchTerms otherReading() {
        SearchTerms words = of(typed.replace('.', ' '));
        return new SearchTerms(typed, words.terms(), words.wholes(), null);
    }

    static SearchTerms of(String given) {
        String text = given.strip();
        text = text.substring(0, Math.min(text.length(), LONGEST));
        Matcher ror = ROR.matcher(text.toLowerCase(Locale.ROOT));
        String rorId = ror.matches() ? ror.group(1) : null;
        List<Term> terms = new ArrayList<>();
        for (String part : text.split("[\\s\\u3000]+", -1)) {
            add(terms, part);
        }
        return new SearchTerms(
                text,
                List.copyOf(terms.subList(0, Math.min(MOST_WORDS, terms.size()))),
                wholes(terms),
                rorId);
    }

    private static void add(List<Term> terms, String part) {
        String host = SearchText.Domains.host(part);
        if (!host.isEmpty()) {
            terms.add(domain(host));
            return;
        }
        Units units = Units.of(part);
        boolean eastAsian = false;
        for (int i = 0; i < units.size(); i++) {
            eastAsian |= units.isEastAsian(i);
        }
        if (eastAsian) {
            addRun(terms, units.text(0, units.size()));
            return;
        }
        for (int i = 0; i < units.size(); i++) {
            terms.add(word(units.get(i)));
        }
    }

    private static Term domain(String host) {
        String line = "@" + host;
        Way whole = new Way(line, new Grams().beginning(line).toArray());
        int dot = host.indexOf('.');
        String above = host.substring(dot + 1);
        if (above.indexOf('.') < 0) {
            return new Term(List.of(whole));
        }
        String parent = "@" + above;
        return new Term(
                List.of(whole, new Way(parent + "\n", new Grams().beginning(parent).toArray())));
    }

    private static void addRun(List<Term> terms, String folded) {
        String run = Spelling.kana(folded);
        List<Way> ways = new ArrayList<>();
        if (!run.isEmpty()) {
            ways.add(Way.run(run));
        }
        if (folded.length() > 1 && folded.chars().allMatch(c -> Scripts.isKana((char) c))) {
            String roman = Spelling.roman(folded);
            if (roman.length() > 1) {
                ways.add(Way.word(roman));
            }
        }
        if (!ways.isEmpty()) {
            terms.add(new Term(ways));
        }
    }

    private static Term word(String folded) {
        String loose = Spelling.loose(folded);
        String hepburn = Spelling.loose(Spelling.hepburn(folded));
        return loose.equals(hepburn)
                ? new Term(List.of(Way.word(loose)))
                : new Term(List.of(Way.word(loose), Way.word(hepburn)));
    }

    private static List<String> wholes(List<Term> terms) {
        if (terms.size() == 1) {
            return terms.getFirst().ways().stream().map(Way::needle).toList();
        }
        StringBuilder whole = new StringBuilder();
        terms.forEach(term -> whole.append(term.ways().getFirst().needle()));
        return List.of(whole.toString());
    }
}
