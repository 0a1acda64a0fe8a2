package org.kakehashi.bench.resolver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Which labelled texts are never trained on: one in four, by a hash of the text.
final class HeldBack {

    private HeldBack() {}

    static boolean is(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return (hash[0] & 3) == 0;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
