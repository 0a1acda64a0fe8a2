package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Many strings in one array of bytes.
final class Pool {

    private final ByteBuffer bytes;
    private final IntBuffer offsets;

    private Pool(ByteBuffer bytes, IntBuffer offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    int size() {
        return offsets.limit() - 1;
    }

    String get(int i) {
        int start = offsets.get(i);
        byte[] value = new byte[offsets.get(i + 1) - start];
        bytes.get(start, value);
        return new String(value, StandardCharsets.UTF_8);
    }

    void write(Sink sink) throws IOException {
        sink.put(bytes);
        sink.put(offsets);
    }

    static Pool read(Source source) {
        return new Pool(source.bytes(), source.ints());
    }

    static final class Builder {
        private byte[] bytes = new byte[1 << 16];
        private int[] offsets = new int[1 << 10];
        private int size;

        int add(String text) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            int start = offsets[size];
            int end = start + encoded.length;
            if (end > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length * 2));
            }
            System.arraycopy(encoded, 0, bytes, start, encoded.length);
            if (size + 1 == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[size + 1] = end;
            return size++;
        }

        Pool build() {
            return new Pool(
                    ByteBuffer.wrap(Arrays.copyOf(bytes, offsets[size])),
                    IntBuffer.wrap(Arrays.copyOf(offsets, size + 1)));
        }
    }
}
