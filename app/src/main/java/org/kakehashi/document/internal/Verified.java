package org.kakehashi.document.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.kakehashi.kernel.Digests;

/// Reads a content against its name. The last piece is given out only when the hash is right: who
/// reads a damaged content gets less than was promised, never something wrong that looks whole.
final class Verified extends FilterInputStream {
    /// The content is not what it was when it was kept.
    static final class Damaged extends IOException {
        private static final long serialVersionUID = 1L;

        Damaged(String sha256) {
            super("The content " + sha256 + " is damaged");
        }
    }

    private static final int PIECE = 64 * 1024;

    private final String sha256;
    private final MessageDigest digest = Digests.sha256();
    private byte[] ready;
    private byte[] next;
    private int at;

    Verified(InputStream in, String sha256) throws IOException {
        super(in);
        this.sha256 = sha256;
        next = piece();
        ready = advance();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] some, int from, int length) throws IOException {
        if (at == ready.length) {
            if (next.length == 0) {
                return -1;
            }
            ready = advance();
            at = 0;
        }
        int given = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, some, from, given);
        at += given;
        return given;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] some = new byte[(int) Math.clamp(bytes, 1, PIECE)];
        return Math.max(0, read(some, 0, some.length));
    }

    @Override
    public int available() {
        return ready.length - at;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private byte[] advance() throws IOException {
        byte[] piece = next;
        next = piece();
        if (next.length == 0 && !Digests.hex(digest.digest()).equals(sha256)) {
            throw new Damaged(sha256);
        }
        return piece;
    }

    private byte[] piece() throws IOException {
        byte[] read = in.readNBytes(PIECE);
        digest.update(read);
        return read;
    }
}
