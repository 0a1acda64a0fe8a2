package org.kakehashi.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.kakehashi.access.internal.FactorStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The second factor: a code from an authenticator app (RFC 6238), or one of ten recovery codes.
@Service
public class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;

    private final FactorStore store;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    SecondFactors(FactorStore store, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Secrets of before they were encrypted are encrypted now.
    @EventListener
    void started(ApplicationReadyEvent ready) {
        store.sealPlain();
    }

    public boolean isSetUp(UUID user) {
        return store.find(user).isPresent();
    }

    public int recoveryCodesLeft(UUID user) {
        return store.recoveryCodesLeft(user);
    }

    /// Roles whose holders must use a second factor.
    public Set<String> rolesThatNeedIt() {
        return store.rolesThatNeedIt();
    }

    public boolean isNeeded(Collection<CurrentUser.Grant> grants) {
        Set<String> roles = store.rolesThatNeedIt();
        return grants.stream().anyMatch(grant -> roles.contains(grant.role()));
    }

    @Transactional
    public void needFor(Collection<String> roles) {
        access.require("access.administer");
        Set<String> known = new java.util.TreeSet<>(roles);
        known.retainAll(Users.ROLES);
        store.rolesThatNeedIt(known);
        audit.record("access.factor.roles", null, null, Map.of("roles", known));
    }

    /// A new secret in Base32, to be confirmed by a code of it before it counts.
    public String newSecret() {
        return Totp.base32(Secrets.bytes(SECRET_BYTES));
    }

    /// What the QR code says to the app.
    public String address(String secret, String login, String issuer) {
        return "otpauth://totp/"
                + encoded(issuer)
                + ":"
                + encoded(login)
                + "?secret="
                + secret
                + "&issuer="
                + encoded(issuer)
                + "&algorithm=SHA1&digits=6&period=30";
    }

    /// Sets the factor up if the code is right, and answers the recovery codes, shown this once;
    /// empty if the code is wrong.
    @Transactional
    public List<String> confirm(UUID user, String secret, String code) {
        byte[] bytes = Totp.bytes(secret);
        OptionalLong step = Totp.step(bytes, digits(code), epochSecond(), 0);
        if (step.isEmpty()) {
            return List.of();
        }
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String word = Totp.base32(Secrets.bytes(10)).toLowerCase(Locale.ROOT);
            codes.add(word.substring(0, 8) + "-" + word.substring(8));
        }
        store.save(user, bytes, step.getAsLong(), codes.stream().map(Secrets::hash).toList());
        audit.record("access.factor.setUp", "user", user, Map.of());
        return codes;
    }

    /// Is this a code of now that was not used before, or an unused recovery code? It is used up.
    @Transactional
    public boolean take(UUID user, String code) {
        FactorStore.Factor factor = store.find(user).orElse(null);
        if (factor == null) {
            return false;
        }
        OptionalLong step =
                Totp.step(factor.secret(), digits(code), epochSecond(), factor.lastStep());
        if (step.isPresent()) {
            return store.useStep(user, step.getAsLong());
        }
        String word = code.strip().toLowerCase(Locale.ROOT);
        boolean recovered =
                store.useRecoveryCode(user, Secrets.hash(word), OffsetDateTime.now(clock));
        if (recovered) {
            audit.record("access.factor.recovered", "user", user, Map.of());
        }
        return recovered;
    }

    /// Takes the factor away: one's own, or as administrator anyone's who has lost the device.
    @Transactional
    public void remove(UUID user) {
        if (!Objects.equals(user, CurrentUser.get().id())) {
            access.require("access.administer");
        }
        if (!store.remove(user)) {
            throw KakehashiException.notFound();
        }
        audit.record("access.factor.removed", "user", user, Map.of());
    }

    private long epochSecond() {
        return clock.instant().getEpochSecond();
    }

    private static String digits(String code) {
        return java.text.Normalizer.normalize(code, java.text.Normalizer.Form.NFKC)
                .replaceAll("\\s", "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
