package org.kakehashi.access;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.TokenStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Personal API tokens: a program acts for a person, within the use cases the token names and never
/// beyond what the person may do at that moment. Only the hash of a token is kept.
@Service
public class ApiTokens {
    /// The longest life, in days.
    public static final int LONGEST_DAYS = 366;

    /// Use cases no program is ever given.
    private static final Set<String> PEOPLE_ONLY =
            Set.of("access.administer", "access.retention", "access.erase");

    private static final String MARK = "kkh_";
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    /// A token as its owner sees it again: without the secret.
    public record Token(
            UUID id,
            UUID user,
            String name,
            String prefix,
            Set<String> useCases,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    private final TokenStore store;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    ApiTokens(TokenStore store, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the person acting may give to a token.
    public Set<String> offered() {
        Set<String> all = new TreeSet<>(access.useCases());
        all.removeIf(useCase -> PEOPLE_ONLY.contains(useCase) || !access.may(useCase));
        return all;
    }

    public List<Token> mine() {
        return store.of(me());
    }

    /// Makes a token and answers it; it can never be read again.
    @Transactional
    public String create(String name, Set<String> useCases, int days) {
        Set<String> given = new TreeSet<>(useCases);
        given.retainAll(offered());
        if (given.isEmpty() || days < 1 || days > LONGEST_DAYS || name.isBlank()) {
            throw KakehashiException.invalid("access.token.incomplete", Map.of());
        }
        String token = MARK + Secrets.word();
        UUID id =
                store.insert(
                        me(),
                        name.strip(),
                        token.substring(0, MARK.length() + 6),
                        Secrets.hash(token),
                        given,
                        now().plusDays(days));
        audit.record("access.token.created", "token", id, Map.of("useCases", given, "days", days));
        return token;
    }

    @Transactional
    public void revoke(UUID id) {
        if (!store.revoke(me(), id, now())) {
            throw KakehashiException.notFound();
        }
        audit.record("access.token.revoked", "token", id, Map.of());
    }

    /// Whose token this is; empty if it is unknown, expired or revoked.
    public Optional<Token> find(String token) {
        if (!token.startsWith(MARK)) {
            return Optional.empty();
        }
        Optional<Token> found = store.valid(Secrets.hash(token), now());
        found.filter(
                        one -> {
                            OffsetDateTime used = one.lastUsedAt();
                            return used == null || used.plus(TOLD_EVERY).isBefore(now());
                        })
                .ifPresent(one -> store.used(one.id(), now()));
        return found;
    }

    private static UUID me() {
        return Objects.requireNonNull(CurrentUser.get().id());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
