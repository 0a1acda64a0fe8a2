package org.kakehashi.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.IdentityStore;
import org.kakehashi.access.internal.UserStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Digests;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From what a provider says to an account of ours. A person is known by issuer and subject; a mail
/// address alone never opens an account.
@Service
public class Identities {
    private static final int HASH_DIGITS = 6;

    /// What happens when somebody comes for the first time.
    public enum FirstSignIn {
        /// Nobody gets in who has not been linked before.
        REFUSE,
        /// Whoever has an account with the mail address the provider vouches for proves it by its
        /// password, once.
        LINK,
        /// As LINK where there is such an account; else a new one that may do nothing but what
        /// rules give it.
        CREATE
    }

    /// What becomes of an arrival.
    public sealed interface Answer {
        record In(UUID user) implements Answer {}

        record Prove(UUID user, String login) implements Answer {}

        /// @param problem a message key
        record Refused(String problem) implements Answer {}
    }

    /// One identity of an account.
    public record Identity(
            UUID id,
            UUID user,
            String provider,
            String issuer,
            String subject,
            OffsetDateTime linkedAt,
            @Nullable OffsetDateTime lastAt) {}

    private final IdentityStore store;
    private final UserStore users;
    private final ClaimRules rules;
    private final Sessions sessions;
    private final PasswordEncoder passwords;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Identities(
            IdentityStore store,
            UserStore users,
            ClaimRules rules,
            Sessions sessions,
            PasswordEncoder passwords,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.users = users;
        this.rules = rules;
        this.sessions = sessions;
        this.passwords = passwords;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// Somebody comes from a provider.
    @Transactional
    public Answer arrive(Arrival arrival, FirstSignIn policy) {
        return CurrentUser.SYSTEM.call(() -> {
            UUID known = store.user(arrival.issuer(), arrival.subject()).orElse(null);
            Answer answer = known == null ? first(arrival, policy) : in(known, arrival);
            if (answer instanceof Answer.Refused refused) {
                audit.record(
                        "access.identity.refused",
                        known == null ? null : "user",
                        known,
                        Map.of("provider", arrival.provider(), "problem", refused.problem()));
            }
            return answer;
        });
    }

    /// The password of the account was right: the arrival belongs to it from now on.
    @Transactional
    public Answer link(Arrival arrival, UUID user) {
        return CurrentUser.SYSTEM.call(() -> {
            store.insert(user, arrival, now());
            audit.record(
                    "access.identity.linked", "user", user, Map.of("provider", arrival.provider()));
            return in(user, arrival);
        });
    }

    /// Is this the password of the account an arrival wants to be linked with?
    public boolean passwordIs(UUID user, String password) {
        return users.passwordHash(user)
                .map(hash -> passwords.matches(password, hash))
                .orElse(false);
    }

    public List<Identity> list(UUID user) {
        access.require("access.administer");
        return store.list(user);
    }

    /// Takes an identity away and ends the sessions of the account.
    @Transactional
    public void unlink(UUID user, UUID identity) {
        access.require("access.administer");
        if (!store.remove(user, identity)) {
            throw KakehashiException.notFound();
        }
        audit.record("access.identity.unlinked", "user", user, Map.of());
        sessions.endAll(user);
    }

    private Answer in(UUID id, Arrival arrival) {
        User user = users.find(id).orElseThrow();
        if (!user.active()) {
            return new Answer.Refused("access.provider.disabled");
        }
        store.seen(arrival.issuer(), arrival.subject(), now());
        rules.apply(id, arrival);
        return new Answer.In(id);
    }

    private Answer first(Arrival arrival, FirstSignIn policy) {
        if (policy == FirstSignIn.REFUSE) {
            return new Answer.Refused("access.provider.noAccount");
        }
        String mail = arrival.mail();
        if (mail == null || !arrival.mailVerified()) {
            return new Answer.Refused("access.provider.mailUnverified");
        }
        List<User> owners = store.byMail(mail);
        if (owners.size() == 1) {
            User owner = owners.getFirst();
            return owner.active()
                    ? new Answer.Prove(owner.id(), owner.login())
                    : new Answer.Refused("access.provider.disabled");
        }
        if (!owners.isEmpty() || policy == FirstSignIn.LINK) {
            return new Answer.Refused("access.provider.noAccount");
        }
        return link(arrival, create(arrival, mail));
    }

    private UUID create(Arrival arrival, String mail) {
        UUID id =
                users.insert(
                        new Users.NewUser(
                                login(arrival, mail), arrival.name(), mail, "", List.of()),
                        passwords.encode(Secrets.word()));
        store.withoutPassword(id);
        audit.record(
                "access.user.created",
                "user",
                id,
                Map.of("provider", arrival.provider(), "email", audit.personal(id, mail)));
        return id;
    }

    /// What the provider calls the person to their face, made unique.
    private String login(Arrival arrival, String mail) {
        String told = arrival.login() == null ? mail : arrival.login();
        String wanted =
                told.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9._@-]", "")
                        .replaceAll("^[^a-z0-9]+", "");
        wanted = wanted.substring(0, Math.min(wanted.length(), Users.LONGEST_LOGIN - 8));
        if (wanted.length() >= 2 && users.findByLogin(wanted).isEmpty()) {
            return wanted;
        }
        byte[] hash = Secrets.hash(arrival.issuer() + ' ' + arrival.subject());
        return (wanted.isEmpty() ? "u" : wanted)
                + '-'
                + Digests.hex(hash).substring(0, HASH_DIGITS);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
