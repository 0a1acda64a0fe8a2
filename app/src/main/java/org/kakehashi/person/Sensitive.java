package org.kakehashi.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is sealed at rest and shown only on request, each reading noted. None of it enters a score
/// or a decision.
///
/// @param nationality ISO 3166-1 alpha-2
/// @param gender as the person states it
/// @param residence residence status (在留資格)
public record Sensitive(
        @Nullable LocalDate birth,
        @Nullable String nationality,
        @Nullable String gender,
        @Nullable String residence,
        @Nullable LocalDate residenceUntil) {
    public static final Sensitive NONE = new Sensitive(null, null, null, null, null);

    /// What this one does not know is taken from the other.
    public Sensitive or(Sensitive other) {
        return new Sensitive(
                birth == null ? other.birth : birth,
                nationality == null ? other.nationality : nationality,
                gender == null ? other.gender : gender,
                residence == null ? other.residence : residence,
                residenceUntil == null ? other.residenceUntil : residenceUntil);
    }
}
