package org.kakehashi.interchange.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kakehashi.interchange.Asked;
import org.kakehashi.interchange.Asked.Need;
import org.kakehashi.interchange.Asked.Strictness;
import org.kakehashi.interchange.Asked.Wish;
import org.kakehashi.interchange.Match;
import org.kakehashi.interchange.Property;
import org.kakehashi.kernel.Countries;
import org.kakehashi.organization.Organization;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Kind;
import org.kakehashi.resolver.NameKeys;

/// What a question asks beside the name: told to the resolver as hints, and compared with each
/// candidate.
public final class Wishes {
    /// The type of everything here.
    public static final String ANYTHING = "organization";

    private static final double DIFFERS = 0.85;
    private static final Set<Property> HINTS =
            Set.of(Property.COUNTRY, Property.CITY, Property.DOMAIN, Property.WEBSITE);

    private Wishes() {}

    /// Hints for the resolver. What must not be is no hint.
    public static Hints hints(Asked asked) {
        Hints hints = Hints.none();
        for (Wish wish : asked.wishes()) {
            if (wish.need() == Need.MUST_NOT || wish.values().size() != 1) {
                continue;
            }
            String value = wish.values().getFirst();
            hints =
                    switch (wish.property()) {
                        case COUNTRY -> hints.withCountry(country(value));
                        case CITY, SUBDIVISION -> hints.withCity(value);
                        case DOMAIN, WEBSITE -> hints.withDomain(value);
                        default -> hints;
                    };
        }
        return hints.withKind(kind(asked));
    }

    private static @Nullable Kind kind(Asked asked) {
        List<String> types = types(asked);
        if (types.size() != 1) {
            return null;
        }
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(types.getFirst())) {
                return kind;
            }
        }
        return null;
    }

    /// Types asked for that tell anything apart.
    private static List<String> types(Asked asked) {
        return asked.types().stream()
                .map(type -> type.strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty() && !type.equals(ANYTHING))
                .toList();
    }

    /// The candidate as these wishes leave it: as it is, lowered, or gone.
    public static Optional<Match> judge(Asked asked, Match candidate) {
        Match judged = candidate;
        List<String> wanted = types(asked);
        if (!wanted.isEmpty() && !typed(candidate, wanted, asked.strictness())) {
            if (asked.strictness() != Strictness.SHOULD) {
                return Optional.empty();
            }
            judged = judged.lowered(DIFFERS);
        }
        for (Wish wish : asked.wishes()) {
            boolean fits = fits(wish, candidate.organization());
            if (wish.need() == Need.MUST && !fits || wish.need() == Need.MUST_NOT && fits) {
                return Optional.empty();
            }
            if (wish.need() == Need.SHOULD && !fits && known(wish, candidate.organization())) {
                judged = judged.lowered(DIFFERS);
            }
        }
        return Optional.of(judged);
    }

    private static boolean typed(Match candidate, List<String> wanted, Strictness strictness) {
        List<String> types = candidate.organization().types();
        return strictness == Strictness.ALL
                ? types.containsAll(wanted)
                : wanted.stream().anyMatch(types::contains);
    }

    /// The resolver has weighed hints already, and a registry knows few of the rest.
    private static boolean known(Wish wish, Organization organization) {
        return !HINTS.contains(wish.property())
                && !wish.values().isEmpty()
                && !values(wish.property(), organization).isEmpty();
    }

    private static boolean fits(Wish wish, Organization organization) {
        Set<String> has =
                values(wish.property(), organization).stream()
                        .map(value -> comparable(wish.property(), value))
                        .collect(Collectors.toSet());
        var asked = wish.values().stream().map(value -> comparable(wish.property(), value));
        return wish.all() ? asked.allMatch(has::contains) : asked.anyMatch(has::contains);
    }

    private static List<String> values(Property property, Organization organization) {
        List<String> values = new ArrayList<>();
        switch (property) {
            case COUNTRY -> add(values, organization.ref().country());
            case CITY -> add(values, organization.ref().city());
            case SUBDIVISION -> add(values, organization.subdivision());
            case TYPE -> values.addAll(organization.types());
            case STATUS -> values.add(organization.ref().status().code());
            case ESTABLISHED -> add(values, organization.established());
            case DOMAIN, WEBSITE -> {
                values.addAll(organization.domains());
                add(values, organization.website());
            }
            case WIKIPEDIA -> add(values, organization.wikipedia());
            case ROR -> add(values, organization.ref().rorId());
            case ISNI, WIKIDATA, GRID, FUNDREF ->
                    values.addAll(
                            organization.externalIds().getOrDefault(property.id(), List.of()));
            case NAME -> values.add(organization.ref().registered());
            case LABEL_JA -> add(values, organization.ref().name().ja());
            case LABEL_EN -> add(values, organization.ref().name().en());
            case ALIAS,
                    ACRONYM,
                    SUCCESSOR,
                    PARENT,
                    LATITUDE,
                    LONGITUDE,
                    AGREEMENTS,
                    AGREEMENT_KIND -> {
                // not compared: a list of names to be matched has no such columns
            }
        }
        return values;
    }

    private static void add(List<String> values, @Nullable Object value) {
        if (value != null) {
            values.add(value.toString());
        }
    }

    private static String comparable(Property property, String value) {
        return switch (property) {
            case COUNTRY -> {
                String code = country(value);
                yield code == null ? value : code;
            }
            case DOMAIN, WEBSITE -> host(value);
            case ROR, ISNI, WIKIDATA, GRID, FUNDREF -> {
                String known = Identifiers.as(property, value);
                yield known == null ? value : known;
            }
            case TYPE, STATUS, ESTABLISHED -> value.strip().toLowerCase(Locale.ROOT);
            default -> NameKeys.folded(value);
        };
    }

    private static @Nullable String country(String value) {
        return Countries.find(value).map(country -> country.code()).orElse(null);
    }

    private static String host(String value) {
        return value.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^.*@", "")
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/:?#].*$", "");
    }
}
