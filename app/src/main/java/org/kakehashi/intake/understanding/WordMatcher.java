package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Finds words of a vocabulary in texts, fast enough for every cell of a large sheet. Words of
/// alphabets count only as whole words, a star standing for any letters; Japanese, Chinese and
/// Korean ones anywhere; signs only at the beginning.
final class WordMatcher {

    /// Not 大学 but a graduate school: 大学院, unless it is a 大学院大学.
    private static final String UNIVERSITY = "大学";

    private final Set<String> words = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();
    private final List<String> endings = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();
    private final List<String> characters = new ArrayList<>();
    private final List<String> signs = new ArrayList<>();

    WordMatcher(List<String> vocabulary) {
        vocabulary.forEach(this::add);
    }

    private void add(String word) {
        var spaced = spaced(word.replace("*", ""));
        boolean starred = word.length() > 1 && word.indexOf('*') >= 0;
        if (spaced.isBlank()) {
            signs.add(word);
        } else if (word.codePoints().anyMatch(Words::isCjk)) {
            characters.add(word.replace("*", "").toLowerCase(Locale.ROOT));
        } else if (starred && word.indexOf(' ') < 0) {
            (word.endsWith("*") ? beginnings : endings).add(spaced.strip());
        } else if (spaced.strip().indexOf(' ') > 0) {
            phrases.add(starred ? spaced.stripTrailing() : spaced);
        } else {
            words.add(spaced.strip());
        }
    }

    /// Lower case, words divided and surrounded by one blank.
    private static String spaced(String text) {
        var spaced = new StringBuilder(text.length() + 2).append(' ');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean part =
                    Character.isLetterOrDigit(c)
                            || Character.getType(c) == Character.NON_SPACING_MARK;
            if (part) {
                spaced.append(Character.toLowerCase(c));
            } else if (spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
        return spaced.charAt(spaced.length() - 1) == ' '
                ? spaced.toString()
                : spaced.append(' ').toString();
    }

    boolean isIn(String text) {
        var spaced = spaced(text);
        for (var phrase : phrases) {
            if (spaced.contains(phrase)) {
                return true;
            }
        }
        return hasWord(spaced) || hasCharacters(text.toLowerCase(Locale.ROOT));
    }

    private boolean hasWord(String spaced) {
        for (int start = 1; start < spaced.length(); ) {
            int end = spaced.indexOf(' ', start);
            if (isWord(spaced.substring(start, end))) {
                return true;
            }
            start = end + 1;
        }
        return false;
    }

    private boolean isWord(String token) {
        if (words.contains(token)) {
            return true;
        }
        for (var beginning : beginnings) {
            if (token.startsWith(beginning)) {
                return true;
            }
        }
        for (var ending : endings) {
            if (token.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasCharacters(String text) {
        for (var word : characters) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                int after = at + word.length();
                if (!word.equals(UNIVERSITY)
                        || !text.startsWith("院", after)
                        || text.startsWith("院大学", after)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The text begins with one of the words, an article aside.
    boolean begins(String text) {
        var stripped = text.strip();
        var spaced = spaced(stripped);
        var rest = spaced.startsWith(" the ") ? spaced.substring(4) : spaced;
        int end = rest.indexOf(' ', 1);
        if (end > 0 && isWord(rest.substring(1, end))) {
            return true;
        }
        var lower = stripped.toLowerCase(Locale.ROOT);
        return phrases.stream().anyMatch(rest::startsWith)
                || characters.stream().anyMatch(lower::startsWith)
                || signs.stream().anyMatch(stripped::startsWith);
    }

    /// The text ends with one of the words.
    boolean ends(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (characters.stream().anyMatch(lower::endsWith)) {
            return true;
        }
        var spaced = spaced(lower);
        int start = spaced.lastIndexOf(' ', spaced.length() - 2);
        return start >= 0 && isWord(spaced.substring(start + 1, spaced.length() - 1))
                || phrases.stream().anyMatch(spaced::endsWith);
    }
}
