package org.kakehashi.resolver.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What a name is made of for retrieval by similarity: its words in loose form, and pairs of
/// neighbouring characters where East Asian scripts run without spaces.
public final class Pieces {

    private Pieces() {}

    public static Set<String> of(List<String> looseWords) {
        Set<String> pieces = new LinkedHashSet<>();
        for (String word : looseWords) {
            if (Scripts.isEastAsian(word.charAt(0))) {
                pieces.addAll(pairs(word));
            } else {
                pieces.add(word);
            }
        }
        return pieces;
    }

    private static List<String> pairs(String run) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 2 <= run.length(); i++) {
            pairs.add(run.substring(i, i + 2));
        }
        return pairs.isEmpty() ? List.of(run) : pairs;
    }
}
