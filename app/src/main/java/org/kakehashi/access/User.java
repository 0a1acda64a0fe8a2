package org.kakehashi.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;

/// A person with an account.
public record User(
        UUID id,
        String login,
        Bilingual name,
        @Nullable String email,
        boolean active,
        List<CurrentUser.Grant> grants,
        int version) {}
