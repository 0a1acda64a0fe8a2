package org.kakehashi.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.organization.Recognised.Also;
import org.kakehashi.organization.Recognised.Certainty;
import org.kakehashi.organization.Recognised.Suggestion;
import org.kakehashi.organization.internal.DecisionStore;
import org.kakehashi.organization.internal.NameStore;
import org.kakehashi.organization.internal.OrganizationStore;
import org.kakehashi.organization.internal.ResolverCache;
import org.kakehashi.resolver.Candidate;
import org.kakehashi.resolver.Decision;
import org.kakehashi.resolver.Feature;
import org.kakehashi.resolver.Hints;
import org.kakehashi.resolver.Mention;
import org.kakehashi.resolver.Resolution;
import org.kakehashi.resolver.Resolver;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Recognises organizations in text, and remembers what people decide about a text: their decisions
/// beat every rule and survive every new release. The index behind it lives in memory and is built
/// in the background after the start; asking earlier waits for it.
@Service
public class Recognition {
    /// A text with what is known beside it.
    public record Question(String text, Hints hints) {}

    /// A person's decision in force.
    ///
    /// @param country where it holds only for this country
    /// @param organization null: it is none
    public record Decided(
            UUID id,
            String text,
            @Nullable String country,
            @Nullable UUID organization,
            @Nullable String by,
            OffsetDateTime at) {}

    private final ResolverCache resolver;
    private final OrganizationStore organizations;
    private final NameStore names;
    private final DecisionStore decisions;
    private final Access access;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recognition(
            ResolverCache resolver,
            OrganizationStore organizations,
            NameStore names,
            DecisionStore decisions,
            Access access,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.resolver = resolver;
        this.organizations = organizations;
        this.names = names;
        this.decisions = decisions;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    public Recognised resolve(String text, Hints hints) {
        return resolve(List.of(new Question(text, hints))).getFirst();
    }

    /// Answers in the order of the questions; much cheaper than one by one.
    public List<Recognised> resolve(List<Question> questions) {
        access.require("organization.read");
        var index = resolver.get();
        List<Resolution> answers =
                questions.stream()
                        .map(question -> index.resolve(question.text(), question.hints()))
                        .toList();
        Map<String, OrganizationRef> known = organizations(answers);
        return answers.stream().map(answer -> recognised(answer, known)).toList();
    }

    /// The resolver as of the last committed change, for readers of whole lists that ask it for
    /// every cell; its answers name organizations by their keys only.
    public Resolver index() {
        access.require("organization.read");
        return resolver.get();
    }

    /// A person decides what the text means, where this country is stated or anywhere if null. The
    /// spelling becomes a name of the organization.
    @Transactional
    public void confirm(String text, @Nullable String country, UUID organization) {
        access.require("organization.edit");
        decisions.decide(text, country, organization, OffsetDateTime.now(clock));
        boolean known =
                names.of(organization).stream()
                        .anyMatch(name -> name.current() && name.value().equalsIgnoreCase(text));
        if (!known) {
            names.add(organization, text, null, "alias", "decision", country);
            names.index(organization);
        }
        decided(text, country, organization);
    }

    /// A person decides that the text is no organization we know.
    @Transactional
    public void confirmNone(String text, @Nullable String country) {
        access.require("organization.edit");
        decisions.decide(text, country, null, OffsetDateTime.now(clock));
        decided(text, country, null);
    }

    /// Takes a decision back, and the name it gave to the organization; the machine answers again.
    @Transactional
    public void forget(String text, @Nullable String country) {
        access.require("organization.edit");
        OffsetDateTime now = OffsetDateTime.now(clock);
        for (UUID organization : decisions.organizations(text, country)) {
            names.of(organization).stream()
                    .filter(name -> name.current() && name.source().equals("decision"))
                    .filter(name -> name.value().equalsIgnoreCase(text))
                    .forEach(name -> names.remove(name.id(), now));
            names.index(organization);
        }
        decisions.revoke(text, country, now);
        decided(text, country, null);
    }

    /// Decisions in force about an organization.
    @Transactional(readOnly = true)
    public List<Decided> decisions(UUID organization) {
        access.require("organization.read");
        return decisions.of(organization);
    }

    private void decided(String text, @Nullable String country, @Nullable UUID organization) {
        audit.record(
                "organization.decided",
                "organization",
                organization,
                Map.of("text", text, "country", country == null ? "" : country));
        events.publishEvent(
                new OrganizationChanged(organization == null ? new UUID(0, 0) : organization));
    }

    private Map<String, OrganizationRef> organizations(List<Resolution> answers) {
        Set<String> keys = new HashSet<>();
        for (Resolution answer : answers) {
            for (Candidate candidate : answer.candidates()) {
                keys.add(candidate.id());
                keys.add(candidate.current());
            }
            answer.mentions().forEach(mention -> keys.add(mention.best().id()));
        }
        return keys.isEmpty() ? Map.of() : organizations.byKey(keys);
    }

    private static Recognised recognised(Resolution answer, Map<String, OrganizationRef> known) {
        List<Suggestion> suggestions = suggestions(answer.candidates(), known);
        return new Recognised(
                answer.text(),
                certainty(answer.decision(), suggestions),
                suggestions,
                also(answer, known),
                answer.rest(),
                answer.registry().name());
    }

    /// The other institutions named, without repeating the principal one.
    private static List<Also> also(Resolution answer, Map<String, OrganizationRef> known) {
        List<Also> also = new ArrayList<>();
        for (Mention mention : answer.mentions().stream().skip(1).toList()) {
            OrganizationRef organization = known.get(mention.best().id());
            if (organization != null) {
                Certainty certainty =
                        mention.decision() == Decision.CERTAIN
                                ? Certainty.CERTAIN
                                : Certainty.SUGGESTED;
                also.add(new Also(mention.span().in(answer.text()), certainty, organization));
            }
        }
        return also;
    }

    static List<Suggestion> suggestions(
            List<Candidate> candidates, Map<String, OrganizationRef> known) {
        List<Suggestion> suggestions = new ArrayList<>();
        for (Candidate candidate : candidates) {
            OrganizationRef organization = known.get(candidate.id());
            if (organization != null) {
                suggestions.add(
                        new Suggestion(
                                organization,
                                candidate.successor() == null
                                        ? null
                                        : known.get(candidate.successor()),
                                candidate.score(),
                                candidate.has(Feature.HUMAN_DECISION),
                                Reasons.of(candidate.evidence())));
            }
        }
        return suggestions;
    }

    static Certainty certainty(Decision decision, List<Suggestion> suggestions) {
        if (suggestions.isEmpty()) {
            return Certainty.NONE;
        }
        return decision == Decision.CERTAIN ? Certainty.CERTAIN : Certainty.SUGGESTED;
    }

    /// Whether the person acting may decide.
    public boolean mayDecide() {
        return access.may("organization.edit") && CurrentUser.get().signedIn();
    }
}
