package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;

/// A multimap from 64-bit keys to ints in two sorted arrays: twelve bytes per entry.
final class KeyTable {

    private final LongBuffer keys;
    private final IntBuffer values;
    private final int size;
    private final int[] buckets;
    private final int shift;

    private KeyTable(LongBuffer keys, IntBuffer values) {
        this.keys = keys;
        this.values = values;
        this.size = keys.limit();
        int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(1, size / 2)));
        this.shift = 64 - bits;
        this.buckets = new int[(1 << bits) + 1];
        index();
    }

    /// Position of the first entry of a key, or -1.
    int first(long key) {
        int bucket = (int) (key >>> shift);
        for (int at = buckets[bucket]; at < buckets[bucket + 1]; at++) {
            if (keys.get(at) == key) {
                return at;
            }
        }
        return -1;
    }

    boolean has(int at, long key) {
        return at < size && keys.get(at) == key;
    }

    int size() {
        return size;
    }

    long key(int at) {
        return keys.get(at);
    }

    int value(int at) {
        return values.get(at);
    }

    private void index() {
        int at = 0;
        for (int bucket = 0; bucket < buckets.length; bucket++) {
            while (at < size && keys.get(at) >>> shift < bucket) {
                at++;
            }
            buckets[bucket] = at;
        }
    }

    void write(Sink sink) throws IOException {
        sink.put(keys);
        sink.put(values);
    }

    static KeyTable read(Source source) {
        return new KeyTable(source.longs(), source.ints());
    }

    static final class Builder {
        private long[] keys = new long[1 << 12];
        private int[] values = new int[1 << 12];
        private int size;

        void add(long key, int value) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            keys[size] = key;
            values[size++] = value;
        }

        KeyTable build() {
            sort(0, size - 1);
            int kept = dropDoubles();
            return new KeyTable(
                    LongBuffer.wrap(Arrays.copyOf(keys, kept)),
                    IntBuffer.wrap(Arrays.copyOf(values, kept)));
        }

        private int dropDoubles() {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                boolean same =
                        kept > 0 && keys[kept - 1] == keys[i] && values[kept - 1] == values[i];
                if (!same) {
                    keys[kept] = keys[i];
                    values[kept++] = values[i];
                }
            }
            return kept;
        }

        private void sort(int from, int to) {
            int low = from;
            int high = to;
            while (low < high) {
                int i = low;
                int j = high;
                int middle = (low + high) >>> 1;
                long key = keys[middle];
                int value = values[middle];
                while (i <= j) {
                    while (less(i, key, value)) {
                        i++;
                    }
                    while (more(j, key, value)) {
                        j--;
                    }
                    if (i <= j) {
                        swap(i++, j--);
                    }
                }
                if (j - low < high - i) {
                    sort(low, j);
                    low = i;
                } else {
                    sort(i, high);
                    high = j;
                }
            }
        }

        private boolean less(int at, long key, int value) {
            int order = Long.compareUnsigned(keys[at], key);
            return order < 0 || order == 0 && values[at] < value;
        }

        private boolean more(int at, long key, int value) {
            int order = Long.compareUnsigned(keys[at], key);
            return order > 0 || order == 0 && values[at] > value;
        }

        private void swap(int i, int j) {
            long key = keys[i];
            keys[i] = keys[j];
            keys[j] = key;
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }
}
