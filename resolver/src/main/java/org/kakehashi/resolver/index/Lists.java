package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.IntBuffer;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One list of strings per organization; equal strings are kept once.
final class Lists {

    private final Pool strings;
    private final int[] values;
    private final int[] offsets;

    private Lists(Pool strings, int[] values, int[] offsets) {
        this.strings = strings;
        this.values = values;
        this.offsets = offsets;
    }

    List<String> get(int owner) {
        int start = offsets[owner];
        int size = offsets[owner + 1] - start;
        return size == 0 ? List.of() : new View(start, size);
    }

    void write(Sink sink) throws IOException {
        strings.write(sink);
        sink.put(IntBuffer.wrap(values));
        sink.put(IntBuffer.wrap(offsets));
    }

    static Lists read(Source source) {
        return new Lists(Pool.read(source), source.intArray(), source.intArray());
    }

    private final class View extends AbstractList<String> {
        private final int start;
        private final int size;

        View(int start, int size) {
            this.start = start;
            this.size = size;
        }

        @Override
        public String get(int i) {
            return strings.get(values[start + i]);
        }

        @Override
        public int size() {
            return size;
        }
    }

    static final class Builder {
        private final Pool.Builder strings = new Pool.Builder();
        private final Map<String, Integer> known = new HashMap<>();
        private final Ints values = new Ints();
        private final Ints offsets = new Ints();

        void add(List<String> list) {
            offsets.add(values.size());
            for (String text : list) {
                values.add(known.computeIfAbsent(text, strings::add));
            }
        }

        Lists build() {
            offsets.add(values.size());
            return new Lists(strings.build(), values.toArray(), offsets.toArray());
        }
    }
}
