package org.kakehashi.organization;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Country;

/// An organization as other records mention it.
///
/// @param rorId nine characters, null for a local organization
/// @param registered the name it is registered under, in whatever language
/// @param name Japanese and English names as far as known
/// @param country null when unknown
public record OrganizationRef(
        UUID id,
        @Nullable String rorId,
        String registered,
        Bilingual name,
        @Nullable Country country,
        @Nullable String city,
        Status status) {

    /// Whether the record is still kept up.
    public enum Status {
        ACTIVE,
        /// The organization ended.
        INACTIVE,
        /// The record was taken back, mostly as a duplicate.
        WITHDRAWN;

        /// As in the database and in message keys.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// The name for a reader of this language: never empty.
    public String label(Locale locale) {
        String known = name.in(locale);
        return known.isEmpty() ? registered : known;
    }

    /// The language tag of the label, null when the registry does not say.
    public @Nullable String labelLanguage(Locale locale) {
        return name.in(locale).isEmpty() ? null : name.languageIn(locale);
    }

    /// The page of the organization.
    public String href() {
        return "/organizations/" + id;
    }
}
