package org.kakehashi.resolver;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What remains of a text beside the principal mention.
final class Remainder {

    private static final String EDGES = ",.;:/|、，；・()（）[]-";

    private Remainder() {}

    static String of(String text, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return text.strip();
        }
        Span span = mentions.getFirst().span();
        return Stream.of(text.substring(0, span.start()), text.substring(span.end()))
                .map(Remainder::trimmed)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String trimmed(String part) {
        int start = 0;
        int end = part.length();
        while (start < end && isEdge(part.charAt(start))) {
            start++;
        }
        while (end > start && isEdge(part.charAt(end - 1))) {
            end--;
        }
        return part.substring(start, end);
    }

    private static boolean isEdge(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || EDGES.indexOf(c) >= 0;
    }
}
