package org.kakehashi.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Proves that whoever names the first administrator can read the server's console: a code made
/// anew at each start and printed there while nobody has an account.
@Component
public class SetupCode {
    private final String code;

    SetupCode() {
        byte[] random = new byte[6];
        new SecureRandom().nextBytes(random);
        code = HexFormat.of().formatHex(random);
    }

    public String code() {
        return code;
    }

    boolean is(String given) {
        return MessageDigest.isEqual(
                code.getBytes(StandardCharsets.UTF_8),
                given.strip().getBytes(StandardCharsets.UTF_8));
    }
}
