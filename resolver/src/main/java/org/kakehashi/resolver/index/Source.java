package org.kakehashi.resolver.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import org.kakehashi.resolver.IndexException;

/// Reads arrays as [Sink] wrote them, without copying the large ones.
final class Source {

    private final ByteBuffer mapped;

    Source(ByteBuffer mapped) {
        this.mapped = mapped.order(ByteOrder.LITTLE_ENDIAN);
    }

    LongBuffer longs() {
        return next().asLongBuffer();
    }

    IntBuffer ints() {
        return next().asIntBuffer();
    }

    ByteBuffer bytes() {
        return next();
    }

    int[] intArray() {
        IntBuffer ints = ints();
        int[] values = new int[ints.limit()];
        ints.get(values);
        return values;
    }

    byte[] byteArray() {
        ByteBuffer bytes = bytes();
        byte[] values = new byte[bytes.limit()];
        bytes.get(values);
        return values;
    }

    char[] chars() {
        var chars = next().asCharBuffer();
        char[] values = new char[chars.limit()];
        chars.get(values);
        return values;
    }

    short[] shorts() {
        var shorts = next().asShortBuffer();
        short[] values = new short[shorts.limit()];
        shorts.get(values);
        return values;
    }

    String text() {
        return StandardCharsets.UTF_8.decode(next()).toString();
    }

    private ByteBuffer next() {
        long length = mapped.remaining() < Long.BYTES ? -1 : mapped.getLong();
        if (length < 0 || length > mapped.remaining()) {
            throw new IndexException("the saved index ends early");
        }
        int start = mapped.position();
        ByteBuffer part = mapped.slice(start, (int) length).order(ByteOrder.LITTLE_ENDIAN);
        long filled = (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
        mapped.position((int) Math.min(mapped.limit(), start + filled));
        return part;
    }
}
