package org.kakehashi.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.internal.ResetStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.Mails;
import org.kakehashi.ui.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// A forgotten password: a link by mail, for one use within the hour. Whoever asks learns nothing
/// about who has an account: the answer and the time it takes are the same.
@Service
public class PasswordResets {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    private static final Duration LIFE = Duration.ofHours(1);
    private static final int MOST_AN_HOUR = 3;

    private final ResetStore store;
    private final Users users;
    private final Sessions sessions;
    private final Audit audit;
    private final Mails mails;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String address;

    PasswordResets(
            ResetStore store,
            Users users,
            Sessions sessions,
            Audit audit,
            Mails mails,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${kakehashi.address:http://127.0.0.1:8080}") String address) {
        this.store = store;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.mails = mails;
        this.transaction = transaction;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    /// Sends links to whoever has this login or address. Returns at once.
    public void ask(String loginOrMail) {
        Thread.startVirtualThread(() -> {
            try {
                CurrentUser.SYSTEM.run(() ->
                        transaction.executeWithoutResult(status -> send(loginOrMail.strip())));
            } catch (RuntimeException e) {
                LOG.warn("A password link could not be written", e);
            }
        });
    }

    /// Does the link still work?
    public boolean works(String token) {
        return store.owner(Secrets.hash(token), now()).isPresent();
    }

    /// What is wrong with this password for the owner of the link, as a message key.
    public Optional<String> problem(String token, String password) {
        return store.owner(Secrets.hash(token), now())
                .flatMap(user -> users.passwordProblem(user, password));
    }

    /// Sets the password, uses the link up and ends every session of the account.
    @Transactional
    public void use(String token, String password) {
        byte[] hash = Secrets.hash(token);
        UUID user = store.owner(hash, now()).orElseThrow(PasswordResets::over);
        if (!store.use(hash, now())) {
            throw over();
        }
        CurrentUser.SYSTEM.run(() -> {
            users.changePassword(user, password);
            store.useUp(user, now());
            sessions.endAll(user);
            audit.record("access.reset.used", "user", user, Map.of());
        });
    }

    private void send(String loginOrMail) {
        for (Users.Contact contact : store.addressees(loginOrMail)) {
            if (store.since(contact.user(), now().minusHours(1)) >= MOST_AN_HOUR) {
                continue;
            }
            String token = Secrets.word();
            store.insert(contact.user(), Secrets.hash(token), now(), now().plus(LIFE));
            Locale language = Locale.of(contact.language());
            mails.enqueue(
                    contact.email(),
                    contact.language(),
                    Messages.text(language, "access.reset.mail.subject"),
                    Messages.text(
                            language,
                            "access.reset.mail.body",
                            Map.of(
                                    "login",
                                    contact.login(),
                                    "link",
                                    address + "/sign-in/new-password?token=" + token)));
            audit.record("access.reset.asked", "user", contact.user(), Map.of());
        }
    }

    private static KakehashiException over() {
        return KakehashiException.invalid("access.reset.over", Map.of());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
