package org.kakehashi.intake.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.kakehashi.intake.reading.ReadingProblem.Kind;

/// Stops when more comes out of a packed part than allowed, whatever its header promised.
final class LimitedStream extends FilterInputStream {

    private final long limit;
    private long read;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        read += more;
        if (read > limit) {
            throw new Refusal(ReadingProblem.limit(Kind.UNPACKS_TOO_LARGE, Place.FILE, limit));
        }
    }
}
