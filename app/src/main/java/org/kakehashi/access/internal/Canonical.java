package org.kakehashi.access.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one way to write a value as JSON so that equal values give equal bytes: keys in the order of
/// their UTF-16 units, no white space, only the escapes JSON demands, moments in UTC with six
/// digits.
final class Canonical {
    static final int FORM = 1;

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private Canonical() {}

    static String json(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    static String moment(OffsetDateTime at) {
        return MOMENT.format(at.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean bool -> out.append(bool);
            case BigDecimal number -> out.append(number.toPlainString());
            case Integer number -> out.append(number);
            case Long number -> out.append(number);
            case BigInteger number -> out.append(number);
            case OffsetDateTime at -> quote(moment(at), out);
            case UUID id -> quote(id.toString(), out);
            case Map<?, ?> map -> object(map, out);
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(list.get(i), out);
                }
                out.append(']');
            }
            default -> quote(value.toString(), out);
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        out.append('{');
        String between = "";
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            out.append(between);
            quote(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
            between = ",";
        }
        out.append('}');
    }

    private static void quote(String text, StringBuilder out) {
        out.append(
                text.chars()
                        .mapToObj(Canonical::escape)
                        .collect(Collectors.joining("", "\"", "\"")));
    }

    private static String escape(int unit) {
        return switch (unit) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> unit < ' ' ? "\\u%04x".formatted(unit) : String.valueOf((char) unit);
        };
    }
}
