package org.kakehashi.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.kakehashi.access.internal.FactorStore;
import org.kakehashi.access.internal.IdentityStore;
import org.kakehashi.access.internal.ResetStore;
import org.kakehashi.access.internal.SessionStore;
import org.kakehashi.access.internal.TokenStore;
import org.kakehashi.kernel.HoldsPersonalValues;
import org.springframework.stereotype.Component;

/// What signing in leaves behind: addresses and browsers of sessions, names of tokens, the second
/// factor, identities at providers. It goes with the person.
@Component
class SignInTraces implements HoldsPersonalValues {
    private final SessionStore sessions;
    private final TokenStore tokens;
    private final FactorStore factors;
    private final ResetStore resets;
    private final IdentityStore identities;
    private final Clock clock;

    SignInTraces(
            SessionStore sessions,
            TokenStore tokens,
            FactorStore factors,
            ResetStore resets,
            IdentityStore identities,
            Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.factors = factors;
        this.resets = resets;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public void erase(UUID person) {
        sessions.forget(person);
        tokens.forget(person);
        factors.remove(person);
        identities.forget(person);
        resets.useUp(person, OffsetDateTime.now(clock));
    }
}
