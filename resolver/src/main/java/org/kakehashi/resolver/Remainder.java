package org.kakehashi.resolver;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kakehashi.resolver.index.Catalog;
import org.kakehashi.resolver.match.Above;

/// What remains of a text beside the principal mention.
final class Remainder {

    private static final String EDGES = ",.;:/|、，；・()（）[]-";

    private Remainder() {}

    /// The organization above the principal one is no part of it: of "SOAS, University of London"
    /// nothing remains.
    static String of(Catalog catalog, String text, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return text.strip();
        }
        String id = mentions.getFirst().best().id();
        Span span = mentions.getFirst().span();
        return Stream.of(text.substring(0, span.start()), text.substring(span.end()))
                .map(Remainder::trimmed)
                .map(part -> withoutAbove(catalog, id, part))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String withoutAbove(Catalog catalog, String id, String part) {
        int comma = part.indexOf(',');
        if (comma > 0 && Above.isNamed(catalog, id, part.substring(0, comma))) {
            return trimmed(part.substring(comma));
        }
        return Above.isNamed(catalog, id, part) ? "" : part;
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
