package org.kakehashi.resolver;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What remains of a text beside the principal mention.
final class Remainder {

    private static final Pattern EDGES =
            Pattern.compile(
                    "^[\\s\\p{Z},.;:/|、，；・()（）\\[\\]-]+|[\\s\\p{Z},.;:/|、，；・()（）\\[\\]-]+$");

    private Remainder() {}

    static String of(String text, List<Mention> mentions) {
        if (mentions.isEmpty()) {
            return text.strip();
        }
        Span span = mentions.getFirst().span();
        return Stream.of(text.substring(0, span.start()), text.substring(span.end()))
                .map(part -> EDGES.matcher(part).replaceAll(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
