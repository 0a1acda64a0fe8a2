package org.kakehashi.resolver.ror;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.Status;

/// One record of the Research Organization Registry, schema 2.x. Everything but identifier, status
/// and one name may be missing: lists are empty then, other parts null.
///
/// @param id the nine characters after `https://ror.org/`
/// @param established year
/// @param created date as written, ISO 8601
/// @param lastModified date as written, ISO 8601
public record RorRecord(
        String id,
        Status status,
        List<Kind> types,
        List<Name> names,
        List<Location> locations,
        List<Relationship> relationships,
        List<Link> links,
        List<String> domains,
        List<ExternalId> externalIds,
        @Nullable Integer established,
        @Nullable String created,
        @Nullable String lastModified) {

    public RorRecord {
        types = List.copyOf(types);
        names = List.copyOf(names);
        locations = List.copyOf(locations);
        relationships = List.copyOf(relationships);
        links = List.copyOf(links);
        domains = List.copyOf(domains);
        externalIds = List.copyOf(externalIds);
    }

    /// @param types among `ror_display`, `label`, `alias`, `acronym`
    /// @param language ISO 639-1 code
    public record Name(String value, List<String> types, @Nullable String language) {
        public Name {
            types = List.copyOf(types);
        }
    }

    /// @param geonamesId identifier in the GeoNames gazetteer
    /// @param name of the city
    public record Location(
            @Nullable Long geonamesId,
            @Nullable String name,
            @Nullable String countryCode,
            @Nullable String countryName,
            @Nullable String subdivisionCode,
            @Nullable String subdivisionName,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /// @param type `parent`, `child`, `related`, `successor` or `predecessor`: what the other
    ///   organization is to this one
    public record Relationship(String type, String id, @Nullable String label) {}

    /// @param type `website` or `wikipedia`
    public record Link(String type, String value) {}

    /// @param type `fundref`, `grid`, `isni` or `wikidata`
    public record ExternalId(String type, List<String> all, @Nullable String preferred) {
        public ExternalId {
            all = List.copyOf(all);
        }
    }

    /// The name the registry displays; the first name when none is marked.
    public String displayName() {
        return names.stream()
                .filter(name -> name.types().contains("ror_display"))
                .findFirst()
                .orElse(names.getFirst())
                .value();
    }
}
