package org.kakehashi.resolver;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One organization as the index wants it, whatever source it came from.
///
/// @param id the registry's short identifier, unique among all entries (for ROR the nine characters
///   after `https://ror.org/`)
/// @param country ISO 3166-1 alpha-2 code, empty when unknown
/// @param names at least one name; others are ignored
/// @param places names of cities and regions where it stands, in any language
/// @param domains internet domains it owns, such as `tohoku.ac.jp`
/// @param parents identifiers of organizations it belongs to
/// @param successors organizations that continue it
public record Entry(
        String id,
        Status status,
        String country,
        Set<Kind> kinds,
        List<Name> names,
        List<String> places,
        List<String> domains,
        List<String> parents,
        List<Successor> successors) {

    public Entry {
        kinds = Set.copyOf(kinds);
        names = List.copyOf(names);
        places = List.copyOf(places);
        domains = List.copyOf(domains);
        parents = List.copyOf(parents);
        successors = List.copyOf(successors);
    }

    /// A name of an organization.
    ///
    /// @param language ISO 639-1 code, empty when unknown
    public record Name(String value, NameKind kind, String language) {}

    /// An organization that continues this one.
    ///
    /// @param since its first day in that place; null when unknown, and then it counts only where
    ///   the predecessor is no longer active
    public record Successor(String id, @Nullable LocalDate since) {}

    /// An active organization of which only names and country are known.
    public static Entry of(String id, String country, List<Name> names) {
        return new Entry(
                id,
                Status.ACTIVE,
                country,
                Set.of(),
                names,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
