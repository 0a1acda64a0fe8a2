package org.kakehashi.intake;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;

/// An institution as one list spells it, in however many rows, and what was decided about it.
///
/// @param certainty `certain`, `suggested` or `none`: what the machine says
/// @param decision `organization`, `none`, `later`, or null while nobody decided
/// @param organization the institution, decided or certain
/// @param remembered whether the decision became an alias for all later lists
public record Spelling(
        UUID id,
        int position,
        String text,
        @Nullable String country,
        int rows,
        String certainty,
        List<Candidate> candidates,
        @Nullable String decision,
        @Nullable UUID organization,
        boolean remembered,
        @Nullable String decidedBy) {

    /// An institution it may be.
    ///
    /// @param decided a person decided so before
    public record Candidate(
            UUID id,
            Bilingual name,
            String registered,
            @Nullable String country,
            @Nullable String city,
            @Nullable String rorId,
            boolean decided,
            List<Why> reasons) {}

    /// A reason: message key, arguments, and whether it speaks against.
    public record Why(String key, Map<String, String> arguments, boolean against) {}

    /// Still waiting for a person.
    public boolean open() {
        return decision == null && !certainty.equals("certain");
    }
}
