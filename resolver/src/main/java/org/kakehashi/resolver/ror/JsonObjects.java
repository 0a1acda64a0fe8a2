package org.kakehashi.resolver.ror;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Cuts a JSON array, or lines of JSON, into the bytes of its objects without understanding them,
/// so that one broken object does not take the rest with it.
final class JsonObjects {

    private final InputStream in;
    private final int limit;
    private byte[] record = new byte[1 << 13];
    private int size;
    private long offset = -1;
    private long start;
    private boolean tooLarge;
    private boolean truncated;
    private boolean lines;
    private boolean begun;

    JsonObjects(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// Advances to the next object; false at the end.
    boolean next() throws IOException {
        size = 0;
        tooLarge = false;
        truncated = false;
        int c = skipToObject();
        if (c < 0) {
            return false;
        }
        start = offset;
        if (lines) {
            readLine(c);
        } else {
            readObject(c);
        }
        return true;
    }

    byte[] bytes() {
        return record;
    }

    int size() {
        return size;
    }

    /// Offset of the object's first byte.
    long start() {
        return start;
    }

    boolean tooLarge() {
        return tooLarge;
    }

    boolean truncated() {
        return truncated;
    }

    private int read() throws IOException {
        offset++;
        return in.read();
    }

    private int skipToObject() throws IOException {
        int c = read();
        while (c >= 0 && c != '{') {
            if (!begun && c > ' ' && c < 0x80 && c != '[') {
                throw new RorException(RorException.Reason.NOT_JSON, "byte " + offset);
            }
            begun |= c == '[';
            c = read();
        }
        if (!begun && c == '{') {
            lines = true;
            begun = true;
        }
        return c;
    }

    private void readLine(int first) throws IOException {
        int c = first;
        while (c >= 0 && c != '\n') {
            keep(c);
            c = read();
        }
    }

    private void readObject(int first) throws IOException {
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        int c = first;
        while (c >= 0) {
            keep(c);
            if (quoted) {
                quoted = escaped || c != '"';
                escaped = !escaped && c == '\\';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return;
            }
            c = read();
        }
        truncated = true;
    }

    private void keep(int c) {
        if (size == limit) {
            tooLarge = true;
            return;
        }
        if (size == record.length) {
            record = Arrays.copyOf(record, Math.min(limit, size * 2));
        }
        record[size++] = (byte) c;
    }
}
