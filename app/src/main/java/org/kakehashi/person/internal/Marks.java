package org.kakehashi.person.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.InstallationKey;
import org.springframework.stereotype.Component;

/// Tells equal birth dates without telling them: eight bytes of HMAC-SHA256 under the installation
/// key, which is not in the database.
@Component
public class Marks {
    private static final String CONTEXT = "person.birth:";

    private final InstallationKey installation;

    Marks(InstallationKey installation) {
        this.installation = installation;
    }

    public @Nullable Long of(@Nullable LocalDate birth) {
        if (birth == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(installation.bytes(), "HmacSHA256"));
            byte[] mark = mac.doFinal((CONTEXT + birth).getBytes(StandardCharsets.US_ASCII));
            return ByteBuffer.wrap(mark).getLong();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
