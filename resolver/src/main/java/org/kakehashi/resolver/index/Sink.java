package org.kakehashi.resolver.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/// Writes arrays one after another, each with its length before it and filled up to eight bytes.
final class Sink {

    private static final int CHUNK = 1 << 20;

    private final FileChannel file;
    private final CRC32C sum = new CRC32C();
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    Sink(FileChannel file) {
        this.file = file;
    }

    void put(LongBuffer values) throws IOException {
        start(values.limit() * (long) Long.BYTES);
        for (int i = 0; i < values.limit(); i++) {
            room(Long.BYTES).putLong(values.get(i));
        }
        fill();
    }

    void put(IntBuffer values) throws IOException {
        start(values.limit() * (long) Integer.BYTES);
        for (int i = 0; i < values.limit(); i++) {
            room(Integer.BYTES).putInt(values.get(i));
        }
        fill();
    }

    void put(ByteBuffer values) throws IOException {
        start(values.limit());
        for (int i = 0; i < values.limit(); i++) {
            room(1).put(values.get(i));
        }
        fill();
    }

    void put(char[] values) throws IOException {
        start(values.length * (long) Character.BYTES);
        for (char c : values) {
            room(Character.BYTES).putChar(c);
        }
        fill();
    }

    void put(short[] values) throws IOException {
        start(values.length * (long) Short.BYTES);
        for (short s : values) {
            room(Short.BYTES).putShort(s);
        }
        fill();
    }

    void put(String text) throws IOException {
        put(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Writes what is left.
    ///
    /// @return checksum of everything put
    long end() throws IOException {
        flush();
        return sum.getValue();
    }

    private void start(long bytes) throws IOException {
        room(Long.BYTES).putLong(bytes);
    }

    private void fill() throws IOException {
        while (chunk.position() % Long.BYTES != 0) {
            chunk.put((byte) 0);
        }
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (chunk.remaining() < bytes) {
            flush();
        }
        return chunk;
    }

    private void flush() throws IOException {
        chunk.flip();
        sum.update(chunk.duplicate());
        while (chunk.hasRemaining()) {
            file.write(chunk);
        }
        chunk.clear();
    }
}
