package org.kakehashi.organization.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows in the text format of PostgreSQL's COPY.
final class CopyRows {
    private final StringBuilder text = new StringBuilder(1 << 16);
    private boolean first = true;

    CopyRows value(@Nullable Object value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escaped(value.toString());
        }
        return this;
    }

    CopyRows array(List<String> values) {
        separate();
        StringBuilder array = new StringBuilder("{");
        for (String value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        escaped(array.append('}').toString());
        return this;
    }

    CopyRows array(int[] values) {
        separate();
        text.append('{');
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ",").append(values[i]);
        }
        text.append('}');
        return this;
    }

    void end() {
        text.append('\n');
        first = true;
    }

    byte[] take() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        return bytes;
    }

    private void separate() {
        if (!first) {
            text.append('\t');
        }
        first = false;
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case 0 -> text.append(' ');
                default -> text.append(c);
            }
        }
    }
}
