package org.kakehashi.intake.reading;

import java.util.HashMap;
import java.util.List;

/// Finds the character that divides the cells: the one that occurs equally often in most lines.
final class Delimiters {

    private static final List<Character> USUAL = List.of(',', '\t', ';', '|');
    private static final int SAMPLE_LINES = 200;

    private Delimiters() {}

    static char find(String text, boolean tabsPromised) {
        if (tabsPromised) {
            return '\t';
        }
        char best = ',';
        double bestScore = 0;
        for (char delimiter : USUAL) {
            double score = score(text, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String text, char delimiter) {
        var lines = text.lines().limit(SAMPLE_LINES).filter(line -> !line.isBlank()).toList();
        var frequency = new HashMap<Integer, Integer>();
        for (var line : lines) {
            frequency.merge(countOutsideQuotes(line, delimiter), 1, Integer::sum);
        }
        frequency.remove(0);
        double filled = frequency.values().stream().mapToInt(Integer::intValue).sum();
        double most = frequency.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return lines.isEmpty() ? 0 : (filled + most) / lines.size();
    }

    private static int countOutsideQuotes(String line, char delimiter) {
        boolean quoted = false;
        int count = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += c == delimiter && !quoted ? 1 : 0;
        }
        return count;
    }
}
