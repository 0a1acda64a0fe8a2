package org.kakehashi.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.kakehashi.kernel.Digests;

/// Random words nobody can guess, and the hash by which they are kept. SHA-256 is enough for what
/// has 256 random bits; passwords of people go through Argon2id instead.
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] bytes(int count) {
        byte[] random = new byte[count];
        RANDOM.nextBytes(random);
        return random;
    }

    /// 256 bits in 43 characters that need no escaping in an address.
    static String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(32));
    }

    static byte[] hash(String word) {
        return Digests.sha256(word.getBytes(StandardCharsets.UTF_8));
    }
}
