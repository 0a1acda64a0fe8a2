package org.kakehashi.organization;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.organization.Recognised.Suggestion;
import org.kakehashi.organization.internal.DecisionStore;
import org.kakehashi.organization.internal.OrganizationStore;
import org.kakehashi.organization.internal.ResolverCache;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Feature;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Explains a recognition: where the text names whom, what speaks for and against each candidate,
/// what people decided, and what would change the answer. The last is no rule of thumb: the
/// resolver is asked again with that one thing different.
@Service
public class Explanations {
    private static final int MOST_PLACES = 3;

    /// A decision about a text, in force or taken back.
    ///
    /// @param organization null: it is none
    public record Earlier(
            @Nullable String country,
            @Nullable UUID organization,
            @Nullable String by,
            OffsetDateTime at,
            @Nullable String revokedBy,
            @Nullable OffsetDateTime revokedAt) {
        public boolean inForce() {
            return revokedAt == null;
        }
    }

    /// A piece of the text.
    ///
    /// @param mention number of the institution it names, from 1; 0 for what lies between
    public record Piece(String text, int mention) {}

    /// An institution the text names.
    ///
    /// @param written the part of the text that names it
    public record Named(String written, Certainty certainty, List<Suggestion> suggestions) {}

    /// What one other circumstance would make of the text.
    ///
    /// @param key `country`, `noCountry`, `city`, `before` or `noDecision`
    /// @param value the country or city it would be with, the day before which it would be so
    public record Otherwise(
            String key,
            String value,
            Certainty certainty,
            @Nullable OrganizationRef organization) {}

    /// @param rest the department part, an address: what is left beside the principal institution
    public record Explanation(
            String text,
            List<Piece> pieces,
            String rest,
            String registry,
            List<Named> named,
            List<Earlier> earlier,
            Map<UUID, OrganizationRef> decided,
            List<Otherwise> otherwise) {
        public Certainty certainty() {
            return named.isEmpty() ? Certainty.NONE : named.getFirst().certainty();
        }
    }

    private final ResolverCache resolver;
    private final OrganizationStore organizations;
    private final DecisionStore decisions;
    private final Access access;

    Explanations(
            ResolverCache resolver,
            OrganizationStore organizations,
            DecisionStore decisions,
            Access access) {
        this.resolver = resolver;
        this.organizations = organizations;
        this.decisions = decisions;
        this.access = access;
    }

    @Transactional(readOnly = true)
    public Explanation explain(String text, Hints hints) {
        access.require("organization.read");
        Resolver index = resolver.get();
        Resolution answer = index.resolve(text, hints);
        List<Changed> changed = changed(answer, hints, index);
        Map<String, OrganizationRef> known = known(answer, changed);
        List<Earlier> earlier = decisions.about(text);
        return new Explanation(
                text,
                pieces(answer),
                answer.rest(),
                answer.registry().name(),
                answer.mentions().stream().map(mention -> named(text, mention, known)).toList(),
                earlier,
                organizations.refs(
                        earlier.stream()
                                .map(Earlier::organization)
                                .filter(Objects::nonNull)
                                .toList()),
                changed.stream().map(one -> otherwise(one, known)).toList());
    }

    /// An answer that differs from the one given.
    private record Changed(String key, String value, Resolution answer) {}

    private List<Changed> changed(Resolution answer, Hints hints, Resolver index) {
        List<Changed> all = new ArrayList<>();
        for (String country : countries(answer, hints)) {
            all.add(
                    new Changed(
                            "country",
                            country,
                            index.resolve(answer.text(), hints.withCountry(country))));
        }
        if (hints.country() != null) {
            all.add(
                    new Changed(
                            "noCountry",
                            hints.country(),
                            index.resolve(answer.text(), hints.withCountry(null))));
        }
        for (String city : cities(answer, hints)) {
            all.add(new Changed("city", city, index.resolve(answer.text(), hints.withCity(city))));
        }
        splitOn(answer)
                .ifPresent(day -> {
                    Hints before = hints.withDate(day.minusDays(1));
                    Resolution then = index.resolve(answer.text(), before);
                    all.add(new Changed("before", day.toString(), then));
                });
        if (answer.candidates().stream().anyMatch(one -> one.has(Feature.HUMAN_DECISION))
                || answer.mentions().isEmpty()) {
            all.add(
                    new Changed(
                            "noDecision",
                            "",
                            resolver.registryOnly().resolve(answer.text(), hints)));
        }
        return all.stream().filter(one -> differs(one.answer(), answer)).toList();
    }

    /// The first day on which the organization named was split, if known.
    private static Optional<LocalDate> splitOn(Resolution answer) {
        return answer.candidates().stream()
                .flatMap(candidate -> candidate.evidence().stream())
                .filter(evidence -> evidence.feature() == Feature.CONTINUES)
                .filter(evidence -> evidence.arguments().size() > 1)
                .map(evidence -> LocalDate.parse(evidence.arguments().get(1)))
                .min(Comparator.naturalOrder());
    }

    private static Set<String> countries(Resolution answer, Hints hints) {
        Set<String> countries = new LinkedHashSet<>();
        for (Candidate candidate : answer.candidates()) {
            if (!candidate.country().isEmpty() && !candidate.country().equals(hints.country())) {
                countries.add(candidate.country());
            }
        }
        return countries;
    }

    private Set<String> cities(Resolution answer, Hints hints) {
        Set<String> cities = new LinkedHashSet<>();
        if (hints.city() == null && !answer.candidates().isEmpty()) {
            List<String> ids = answer.candidates().stream().map(Candidate::id).toList();
            Map<String, OrganizationRef> refs = organizations.byKey(ids);
            ids.stream()
                    .map(refs::get)
                    .filter(Objects::nonNull)
                    .map(OrganizationRef::city)
                    .filter(Objects::nonNull)
                    .limit(MOST_PLACES)
                    .forEach(cities::add);
        }
        return cities;
    }

    private static boolean differs(Resolution one, Resolution other) {
        return one.decision() != other.decision() || !best(one).equals(best(other));
    }

    private static String best(Resolution answer) {
        return answer.candidates().isEmpty() ? "" : answer.candidates().getFirst().id();
    }

    private Map<String, OrganizationRef> known(Resolution answer, List<Changed> changed) {
        Set<String> keys = new HashSet<>();
        List<Resolution> answers = new ArrayList<>(List.of(answer));
        changed.forEach(one -> answers.add(one.answer()));
        for (Resolution one : answers) {
            for (Mention mention : one.mentions()) {
                mention.candidates()
                        .forEach(candidate -> {
                            keys.add(candidate.id());
                            keys.add(candidate.current());
                        });
            }
        }
        return keys.isEmpty() ? Map.of() : organizations.byKey(keys);
    }

    private static Named named(String text, Mention mention, Map<String, OrganizationRef> known) {
        List<Suggestion> suggestions = Recognition.suggestions(mention.candidates(), known);
        return new Named(
                mention.span().in(text),
                Recognition.certainty(mention.decision(), suggestions),
                suggestions);
    }

    private static Otherwise otherwise(Changed one, Map<String, OrganizationRef> known) {
        OrganizationRef best = known.get(best(one.answer()));
        Certainty certainty =
                best == null
                        ? Certainty.NONE
                        : one.answer().accepted().isPresent()
                                ? Certainty.CERTAIN
                                : Certainty.SUGGESTED;
        return new Otherwise(one.key(), one.value(), certainty, best);
    }

    /// The text cut at the spans of what it names; spans that overlap belong to the first.
    private static List<Piece> pieces(Resolution answer) {
        String text = answer.text();
        int[] owner = new int[text.length()];
        for (int m = answer.mentions().size(); m > 0; m--) {
            var span = answer.mentions().get(m - 1).span();
            for (int i = span.start(); i < Math.min(span.end(), owner.length); i++) {
                owner[i] = m;
            }
        }
        List<Piece> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= owner.length; i++) {
            if (i == owner.length || owner[i] != owner[start]) {
                pieces.add(new Piece(text.substring(start, i), owner[start]));
                start = i;
            }
        }
        return pieces;
    }
}
