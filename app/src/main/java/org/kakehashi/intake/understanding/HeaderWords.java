package org.kakehashi.intake.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kakehashi.kernel.TextFolding;

/// What the header of a column says about its role (`headers.tsv`).
final class HeaderWords {

    /// @param score 1 when the header is exactly a known one, less the less of it is known
    record Match(Role role, double score) {}

    private static final Map<String, List<Role>> ROLES = roles();
    private static final Pattern PARTS =
            Pattern.compile("\\s*[/|\\n\\r(（)）\\[\\]・:：]\\s*|\\s+-\\s+|(?<=\\p{IsHangul})-");
    private static final int SHORTEST_PART = 2;

    private HeaderWords() {}

    private static Map<String, List<Role>> roles() {
        var roles = new HashMap<String, List<Role>>();
        VocabularyFile.read("headers.tsv")
                .forEach((role, words) ->
                        words.forEach(word ->
                                roles.computeIfAbsent(words(word), _ -> new ArrayList<>())
                                        .add(Role.valueOf(role))));
        return roles;
    }

    private static String words(String header) {
        var words = TextFolding.words(header.replace('_', ' '));
        return words.isEmpty() ? header.strip() : hasCjk(words) ? words.replace(" ", "") : words;
    }

    private static boolean hasCjk(String text) {
        return text.codePoints().anyMatch(Words::isCjk);
    }

    /// Possible roles, best first.
    static List<Match> match(String header) {
        var best = new EnumMap<Role, Double>(Role.class);
        var whole = words(header);
        ROLES.getOrDefault(whole, List.of()).forEach(role -> best.merge(role, 1.0, Math::max));
        var parts = PARTS.split(header);
        for (int i = 0; i < parts.length; i++) {
            double weight = parts.length == 1 ? 1 : i == parts.length - 1 ? 0.92 : 0.9;
            for (var role : ROLES.getOrDefault(words(parts[i]), List.of())) {
                best.merge(role, weight, Math::max);
            }
        }
        if (best.isEmpty()) {
            contained(whole).forEach((role, score) -> best.merge(role, score, Math::max));
        }
        if (best.containsKey(Role.QUOTA_IN) || best.containsKey(Role.QUOTA_OUT)) {
            best.remove(Role.QUOTA);
        }
        return best.entrySet().stream()
                .map(entry -> new Match(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Match::score).reversed())
                .toList();
    }

    static boolean isHeader(String header) {
        var matches = match(header);
        return !matches.isEmpty() && matches.getFirst().score() >= 0.6;
    }

    /// Known words inside a longer header: the longer they are and the nearer to its end, the more
    /// they say.
    private static Map<Role, Double> contained(String header) {
        var found = new EnumMap<Role, Double>(Role.class);
        boolean cjk = hasCjk(header);
        for (var entry : ROLES.entrySet()) {
            var word = entry.getKey();
            int at = word.length() < SHORTEST_PART ? -1 : position(header, word, cjk);
            if (at >= 0) {
                double share = (double) word.length() / header.length();
                double end = at + word.length() == header.length() ? 0.1 : 0;
                double score = Math.min(0.85, 0.45 + 0.35 * share + end);
                entry.getValue().forEach(role -> found.merge(role, score, Math::max));
            }
        }
        return found;
    }

    private static int position(String header, String word, boolean cjk) {
        if (cjk) {
            return header.lastIndexOf(word);
        }
        return (" " + header + " ").lastIndexOf(" " + word + " ");
    }
}
