package org.kakehashi.resolver.text;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a word in Latin letters and its Japanese transcription have in common: the sequence of
/// consonants in five broad classes, T (t d s z j), K (k g), P (p b v f), N (n m), R (r l). Vowels,
/// h, w and y vanish, since kana add, drop and colour them. A word has several skeletons where its
/// letters are spoken in several ways: ch in Munich and München, g in Los Angeles and Tübingen.
public final class Sound {

    private static final int MOST = 16;
    private static final String SILENCE = "-";
    private static final String VOWELS = "aeiouyhw";
    private static final String SOFTENERS = "eiy";
    private static final Map<String, List<String>> SOUNDS = load();
    private static final int LONGEST =
            SOUNDS.keySet().stream().mapToInt(String::length).max().orElse(1);

    private Sound() {}

    /// Marks a word that begins with a vowel or what may be silent.
    static final String OPEN = "V";

    /// All skeletons of words written in Latin letters, spoken one after another.
    public static Set<String> skeletons(List<String> words) {
        boolean open =
                !words.isEmpty()
                        && !words.getFirst().isEmpty()
                        && VOWELS.indexOf(words.getFirst().charAt(0)) >= 0;
        Set<String> skeletons = Set.of(open ? OPEN : "");
        for (String word : words) {
            int at = 0;
            while (at < word.length()) {
                String spelling = spelling(word, at);
                if (isDoubled(word, at)) {
                    at++;
                } else if (spelling.isEmpty()) {
                    skeletons = follow(skeletons, List.of(digit(word.charAt(at))));
                    at++;
                } else {
                    skeletons = follow(skeletons, SOUNDS.getOrDefault(spelling, List.of()));
                    at += letters(spelling);
                }
            }
        }
        return skeletons;
    }

    private static boolean isDoubled(String word, int at) {
        return at > 0 && word.charAt(at) == word.charAt(at - 1);
    }

    /// Two nasals meeting count as one: it is spoken so, and ン doubles freely.
    static String join(String skeleton, String sound) {
        boolean nasals = skeleton.endsWith("N") && sound.startsWith("N");
        return nasals ? skeleton + sound.substring(1) : skeleton + sound;
    }

    private static Set<String> follow(Set<String> skeletons, List<String> sounds) {
        if (sounds.size() == 1 && sounds.getFirst().isEmpty()) {
            return skeletons;
        }
        Set<String> followed = new LinkedHashSet<>();
        for (String sound : sounds) {
            for (String skeleton : skeletons) {
                if (followed.size() < MOST) {
                    followed.add(join(skeleton, sound));
                }
            }
        }
        return followed;
    }

    /// The longest spelling known at this place, with its context; empty for vowels.
    private static String spelling(String word, int at) {
        for (int end = Math.min(word.length(), at + LONGEST); end > at; end--) {
            String letters = word.substring(at, end);
            String context = letters + context(word, end);
            if (SOUNDS.containsKey(context)) {
                return context;
            }
            if (SOUNDS.containsKey(letters)) {
                return letters;
            }
        }
        return "";
    }

    private static char context(String word, int end) {
        if (end == word.length()) {
            return '$';
        }
        char next = word.charAt(end);
        if (SOFTENERS.indexOf(next) >= 0) {
            return '<';
        }
        return VOWELS.indexOf(next) >= 0 ? ' ' : '>';
    }

    private static int letters(String spelling) {
        char last = spelling.charAt(spelling.length() - 1);
        return Character.isLetter(last) ? spelling.length() : spelling.length() - 1;
    }

    private static String digit(char c) {
        return Character.isDigit(c) ? String.valueOf(c) : "";
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> sounds = new HashMap<>();
        for (String[] row : Tables.rows("sounds.tsv")) {
            List<String> alternatives =
                    List.of(row[1].split("\\|")).stream()
                            .map(sound -> sound.equals(SILENCE) ? "" : sound)
                            .toList();
            sounds.put(row[0], alternatives);
        }
        return Map.copyOf(sounds);
    }
}
