package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.kakehashi.resolver.NameKind;

/// All names by ordinal; the names of one organization lie side by side, its best name first.
final class Names {

    private static final NameKind[] KINDS = NameKind.values();

    private final Pool values;
    private final int[] owners;
    private final byte[] kinds;
    private final int[] firsts;

    private Names(Builder builder) {
        values = builder.values.build();
        owners = builder.owners.toArray();
        kinds = Arrays.copyOf(builder.kinds, owners.length);
        builder.firsts.add(owners.length);
        firsts = builder.firsts.toArray();
    }

    private Names(Source source) {
        values = Pool.read(source);
        owners = source.intArray();
        kinds = source.byteArray();
        firsts = source.intArray();
    }

    void write(Sink sink) throws IOException {
        values.write(sink);
        sink.put(IntBuffer.wrap(owners));
        sink.put(ByteBuffer.wrap(kinds));
        sink.put(IntBuffer.wrap(firsts));
    }

    static Names read(Source source) {
        return new Names(source);
    }

    int size() {
        return owners.length;
    }

    String value(int name) {
        return values.get(name);
    }

    int owner(int name) {
        return owners[name];
    }

    NameKind kind(int name) {
        return KINDS[kinds[name]];
    }

    int first(int org) {
        return firsts[org];
    }

    int end(int org) {
        return firsts[org + 1];
    }

    static final class Builder {
        private final Pool.Builder values = new Pool.Builder();
        private final Ints owners = new Ints();
        private final Ints firsts = new Ints();
        private byte[] kinds = new byte[256];

        void startOwner() {
            firsts.add(owners.size());
        }

        int add(int owner, String value, NameKind kind) {
            int name = values.add(value);
            owners.add(owner);
            if (name == kinds.length) {
                kinds = Arrays.copyOf(kinds, name * 2);
            }
            kinds[name] = (byte) kind.ordinal();
            return name;
        }

        Names build() {
            return new Names(this);
        }
    }
}
