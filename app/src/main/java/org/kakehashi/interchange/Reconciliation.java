package org.kakehashi.interchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kakehashi.access.Access;
import org.kakehashi.interchange.Asked.Need;
import org.kakehashi.interchange.Asked.Wish;
import org.kakehashi.interchange.internal.Identifiers;
import org.kakehashi.interchange.internal.Wishes;
import org.kakehashi.organization.OpenRegistry;
import org.kakehashi.organization.Organization;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Evidence;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Resolver;
import org.springframework.stereotype.Service;

/// Reconciles names with the registry for anybody who asks: the core behind every version of the
/// reconciliation protocol. Tells only what is public.
@Service
public class Reconciliation {
    private static final double SEARCHED = 30;
    private static final int SEARCHED_MOST = 5;

    private final OpenRegistry registry;
    private final Access access;

    Reconciliation(OpenRegistry registry, Access access) {
        this.registry = registry;
        this.access = access;
    }

    /// A record thought of before its facts are read.
    private record Thought(String id, double score, boolean certain, List<Evidence> evidence) {}

    /// Candidates for each question, best first, in the order of the questions. Certain is at most
    /// one of an answer, and only where the resolver is.
    public List<List<Match>> answer(List<Asked> questions) {
        access.require("interchange.reconcile");
        Resolver index = registry.index();
        List<List<Thought>> thoughts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Asked asked : questions) {
            List<Thought> found = think(asked, index);
            found.forEach(thought -> ids.add(thought.id()));
            thoughts.add(found);
        }
        Map<String, Organization> known = registry.find(ids);
        List<List<Match>> answers = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            answers.add(judge(questions.get(i), thoughts.get(i), known));
        }
        return answers;
    }

    /// The record of a ROR id, in any way of writing it.
    public Optional<Organization> find(String id) {
        access.require("interchange.reconcile");
        String bare = Identifiers.as(Property.ROR, id);
        return bare == null
                ? Optional.empty()
                : Optional.ofNullable(registry.find(List.of(bare)).get(bare));
    }

    /// Records whose names begin so, or whose identifier the text is.
    public List<Organization> suggest(String prefix, Locale locale, int offset, int limit) {
        access.require("interchange.reconcile");
        var identifier = Identifiers.read(prefix);
        Collection<String> ids =
                identifier.isPresent()
                        ? offset > 0 ? List.of() : withIdentifier(identifier.get())
                        : registry.search(prefix, locale, offset, limit).stream()
                                .map(OrganizationRef::rorId)
                                .toList();
        Map<String, Organization> known = registry.find(ids);
        return ids.stream().map(known::get).filter(java.util.Objects::nonNull).toList();
    }

    private List<Thought> think(Asked asked, Resolver index) {
        List<String> named = identified(asked);
        if (!named.isEmpty()) {
            return named.stream()
                    .map(id -> new Thought(id, 1, named.size() == 1, List.<Evidence>of()))
                    .toList();
        }
        if (asked.text().isBlank()) {
            return List.of();
        }
        List<Mention> mentions = index.resolve(asked.text(), Wishes.hints(asked)).mentions();
        Map<String, Thought> found = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            boolean certain = mention.decision() == Decision.CERTAIN && mentions.size() == 1;
            for (Candidate candidate : mention.candidates()) {
                boolean first = candidate == mention.candidates().getFirst();
                found.putIfAbsent(
                        candidate.id(),
                        new Thought(
                                candidate.id(),
                                candidate.score(),
                                certain && first,
                                candidate.evidence()));
            }
        }
        return found.isEmpty() ? searched(asked) : List.copyOf(found.values());
    }

    /// The records a text or a condition names by their identifiers.
    private List<String> identified(Asked asked) {
        Optional<Identifiers.Identifier> text = Identifiers.read(asked.text());
        if (text.isPresent()) {
            return withIdentifier(text.get());
        }
        for (Wish wish : asked.wishes()) {
            boolean scheme = wish.property().isScheme() || wish.property() == Property.ROR;
            if (!scheme || wish.need() == Need.MUST_NOT || wish.values().size() != 1) {
                continue;
            }
            String value = Identifiers.as(wish.property(), wish.values().getFirst());
            List<String> found =
                    value == null
                            ? List.of()
                            : withIdentifier(new Identifiers.Identifier(wish.property(), value));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<String> withIdentifier(Identifiers.Identifier identifier) {
        return identifier.scheme() == Property.ROR
                ? List.of(identifier.value())
                : registry.withIdentifier(identifier.scheme().id(), identifier.value());
    }

    /// What the search knows where the resolver is silent: for a person to look at, never certain.
    private List<Thought> searched(Asked asked) {
        List<Thought> found = new ArrayList<>();
        double score = SEARCHED;
        for (OrganizationRef ref :
                registry.search(asked.text(), Locale.ENGLISH, 0, SEARCHED_MOST)) {
            found.add(new Thought(String.valueOf(ref.rorId()), score / 100, false, List.of()));
            score -= 2;
        }
        return found;
    }

    private static List<Match> judge(
            Asked asked, List<Thought> thoughts, Map<String, Organization> known) {
        List<Match> matches = new ArrayList<>();
        for (Thought thought : thoughts) {
            Organization organization = known.get(thought.id());
            if (organization != null) {
                double score = Math.clamp(thought.score() * 100, 0, 100);
                Wishes.judge(
                                asked,
                                new Match(
                                        organization, score, thought.certain(), thought.evidence()))
                        .ifPresent(matches::add);
            }
        }
        matches.sort(Comparator.comparing(Match::certain).thenComparing(Match::score).reversed());
        return descending(matches.stream().limit(asked.limit()).toList());
    }

    /// What is certain stands first, so it must not score less than what follows.
    private static List<Match> descending(List<Match> matches) {
        double best = matches.stream().mapToDouble(Match::score).max().orElse(0);
        List<Match> sorted = new ArrayList<>();
        for (Match match : matches) {
            double score = match.certain() ? best : match.score();
            sorted.add(
                    new Match(
                            match.organization(),
                            Math.round(score * 10) / 10.0,
                            match.certain(),
                            match.evidence()));
        }
        return List.copyOf(sorted);
    }
}
