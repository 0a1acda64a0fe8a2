package org.kakehashi.resolver.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Words for kinds of institutions, whatever the language: Université, Universidad and University
/// are one concept. Concepts say what an institution is, the other words which one it is.
public final class Concepts {

    private static final Map<String, String> WORDS = load();
    private static final Set<String> CONCEPTS = Set.copyOf(WORDS.values());

    private Concepts() {}

    /// The concept of a loose word, or the word itself.
    public static String of(String word) {
        return WORDS.getOrDefault(word, word);
    }

    public static List<String> of(List<String> words) {
        return words.stream().map(Concepts::of).toList();
    }

    /// Whether the word, as [#of(String)] gives it, is a concept.
    public static boolean isConcept(String word) {
        return CONCEPTS.contains(word);
    }

    private static Map<String, String> load() {
        Map<String, String> words = new HashMap<>();
        for (String[] row : Tables.rows("generic-words.tsv")) {
            words.put(Loose.unit(row[0]), Loose.unit(row[1]));
        }
        return Map.copyOf(words);
    }
}
