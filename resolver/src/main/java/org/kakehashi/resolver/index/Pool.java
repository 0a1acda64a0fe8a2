package org.kakehashi.resolver.index;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Many strings in one array of bytes.
final class Pool {

    private final byte[] bytes;
    private final int[] offsets;

    private Pool(byte[] bytes, int[] offsets) {
        this.bytes = bytes;
        this.offsets = offsets;
    }

    int size() {
        return offsets.length - 1;
    }

    String get(int i) {
        int start = offsets[i];
        return new String(bytes, start, offsets[i + 1] - start, StandardCharsets.UTF_8);
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
            return new Pool(Arrays.copyOf(bytes, offsets[size]), Arrays.copyOf(offsets, size + 1));
        }
    }
}
