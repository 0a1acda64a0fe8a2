package org.kakehashi.resolver.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A name taken apart: what the institution is (concepts), and which one it is (the proper part).
///
/// @param concepts English words as [Concepts] gives them
/// @param proper in Latin letters words, in East Asian writing runs between concepts
public record Decomposed(Set<String> concepts, List<String> proper) {

    private static final Map<String, List<String>> TERMS = load();
    private static final int LONGEST_TERM =
            TERMS.keySet().stream().mapToInt(String::length).max().orElse(1);

    /// Words in loose form.
    public static Decomposed ofWords(List<String> looseWords) {
        Set<String> concepts = new HashSet<>();
        List<String> proper = new ArrayList<>();
        for (String word : looseWords) {
            String concept = Concepts.of(word);
            if (Concepts.isConcept(concept)) {
                concepts.add(concept);
            } else {
                proper.add(word);
            }
        }
        return new Decomposed(concepts, proper);
    }

    /// An unspaced run in folded form; the longest known term is taken out first.
    public static Decomposed ofRun(String run) {
        Set<String> concepts = new HashSet<>();
        List<String> proper = new ArrayList<>();
        StringBuilder other = new StringBuilder();
        int at = 0;
        while (at < run.length()) {
            String term = termAt(run, at);
            if (term == null) {
                other.append(run.charAt(at));
                at++;
            } else {
                flush(other, proper);
                addTerm(term, concepts, proper);
                at += term.length();
            }
        }
        flush(other, proper);
        return new Decomposed(concepts, proper);
    }

    /// The proper part written as one.
    public String joined() {
        return String.join("", proper);
    }

    private static @Nullable String termAt(String run, int at) {
        for (int end = Math.min(run.length(), at + LONGEST_TERM); end > at; end--) {
            String term = run.substring(at, end);
            if (TERMS.containsKey(term)) {
                return term;
            }
        }
        return null;
    }

    private static void addTerm(String term, Set<String> concepts, List<String> proper) {
        for (String word : TERMS.getOrDefault(term, List.of())) {
            if (Character.isDigit(word.charAt(0))) {
                proper.add(word);
            } else {
                concepts.add(Concepts.of(Loose.unit(word)));
            }
        }
    }

    private static void flush(StringBuilder run, List<String> proper) {
        if (!run.isEmpty()) {
            proper.add(run.toString());
            run.setLength(0);
        }
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> terms = new HashMap<>();
        for (String[] row : Tables.rows("generic-east-asian.tsv")) {
            Units units = Units.of(row[0]);
            List<String> words = row[1].isBlank() ? List.of() : List.of(row[1].split(" "));
            terms.put(units.text(0, units.size()), words);
        }
        return Map.copyOf(terms);
    }
}
