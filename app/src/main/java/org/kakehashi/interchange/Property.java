package org.kakehashi.interchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kakehashi.organization.OpenRegistry;

/// What can be asked about an organization and fetched from it. Its identifier is the name in small
/// letters; words for it are `interchange.property.<identifier>`.
public enum Property {
    NAME,
    LABEL_JA,
    LABEL_EN,
    ALIAS,
    ACRONYM,
    COUNTRY,
    CITY,
    SUBDIVISION,
    TYPE,
    STATUS,
    SUCCESSOR,
    PARENT,
    ESTABLISHED,
    WEBSITE,
    DOMAIN,
    WIKIPEDIA,
    LATITUDE,
    LONGITUDE,
    ROR,
    ISNI,
    WIKIDATA,
    GRID,
    FUNDREF,
    /// Public agreements in force with the owner of this installation.
    AGREEMENTS,
    AGREEMENT_KIND;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The message that names it.
    public String label() {
        return "interchange.property." + id();
    }

    /// Its values are organizations.
    public boolean isEntity() {
        return this == SUCCESSOR || this == PARENT;
    }

    /// Its values identify a record in another register.
    public boolean isScheme() {
        return OpenRegistry.SCHEMES.contains(id());
    }

    public static Optional<Property> find(String id) {
        String asked = id.strip().toLowerCase(Locale.ROOT);
        return switch (asked) {
            case "region", "country_code", "countrycode" -> Optional.of(COUNTRY);
            case "url", "homepage", "email" -> Optional.of(DOMAIN);
            case "label", "label_any" -> Optional.of(NAME);
            default -> Arrays.stream(values()).filter(one -> one.id().equals(asked)).findFirst();
        };
    }

    public static List<Property> all() {
        return List.of(values());
    }
}
