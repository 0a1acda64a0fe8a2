package org.kakehashi.proposal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.agreement.Activities;
import org.kakehashi.agreement.Activity;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.agreement.Party;
import org.kakehashi.agreement.Term;
import org.kakehashi.kernel.DateText;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Relation;
import org.kakehashi.organization.Successions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// What there is already with a partner: agreements with it, its parent and its parts, and the
/// record of exchange. Filled in by the system, as far as the person acting may read it.
@Service
public class Surroundings {
    private static final int MOST_RELATED = 200;

    /// @param relation `self`, `parent` or `child`
    public record Known(Agreement agreement, OrganizationRef partner, String relation) {}

    /// What happened in a fiscal year; null: nobody knows.
    public record Year(
            int year, Activity.Kind kind, @Nullable String direction, @Nullable Integer number) {}

    private final Organizations organizations;
    private final Successions successions;
    private final Agreements agreements;
    private final Activities activities;
    private final List<ExchangeRecord> records;

    Surroundings(
            Organizations organizations,
            Successions successions,
            Agreements agreements,
            Activities activities,
            ObjectProvider<ExchangeRecord> records) {
        this.organizations = organizations;
        this.successions = successions;
        this.agreements = agreements;
        this.activities = activities;
        this.records =
                records.stream().sorted(Comparator.comparing(ExchangeRecord::order)).toList();
    }

    /// The partner, its parent and its parts, with what each is to it.
    public Map<UUID, String> family(UUID partner) {
        Map<UUID, String> all = new LinkedHashMap<>();
        all.put(partner, "self");
        for (Relation one : organizations.relations(partner)) {
            if (!one.type().equals("related") && all.size() < MOST_RELATED) {
                all.putIfAbsent(one.other().id(), one.type());
            }
        }
        return all;
    }

    /// Agreements with the partner first, then those with its parent and parts.
    public List<Known> agreements(UUID partner) {
        Map<UUID, String> family = family(partner);
        Map<UUID, OrganizationRef> names = organizations.find(family.keySet());
        return agreements.ofPartners(family.keySet()).stream()
                .flatMap(one -> known(one, family, names).stream())
                .sorted(
                        Comparator.comparing((Known one) -> !one.relation().equals("self"))
                                .thenComparing(
                                        one -> one.agreement().number(), Comparator.reverseOrder()))
                .toList();
    }

    private static Optional<Known> known(
            Agreement one, Map<UUID, String> family, Map<UUID, OrganizationRef> names) {
        return one.content().parties().stream()
                .map(Party::organization)
                .filter(id -> id != null && names.containsKey(id))
                .min(Comparator.comparing(id -> !"self".equals(family.get(id))))
                .map(id ->
                        new Known(
                                one,
                                java.util.Objects.requireNonNull(names.get(id)),
                                family.getOrDefault(id, "self")));
    }

    /// Sums of exchanges under agreements with the partner itself, the latest year first.
    public List<Year> record(UUID partner) {
        Map<List<Object>, Integer> sums = new LinkedHashMap<>();
        Set<List<Object>> unknown = new LinkedHashSet<>();
        for (Agreement one : agreements.ofPartners(List.of(partner))) {
            for (Activity done : activities.of(one.id())) {
                List<Object> key =
                        List.of(
                                done.year(),
                                done.kind(),
                                done.direction() == null ? "" : done.direction().code());
                Integer number = done.number();
                if (number == null) {
                    unknown.add(key);
                }
                sums.merge(key, number == null ? 0 : number, Integer::sum);
            }
        }
        return sums.entrySet().stream()
                .map(one ->
                        year(one.getKey(), unknown.contains(one.getKey()) ? null : one.getValue()))
                .sorted(Comparator.comparing(Year::year).reversed().thenComparing(Year::kind))
                .toList();
    }

    private static Year year(List<Object> key, @Nullable Integer number) {
        String direction = (String) key.get(2);
        return new Year(
                (Integer) key.get(0),
                (Activity.Kind) key.get(1),
                direction.isEmpty() ? null : direction,
                number);
    }

    /// How much of it there is: recorded exchanges and what other rooms know.
    int exchanges(UUID partner) {
        int recorded = record(partner).size();
        return recorded + records.stream().mapToInt(one -> one.count(List.of(partner))).sum();
    }

    /// What other rooms know, in order.
    public List<ExchangeRecord> records() {
        return records;
    }

    /// Who continues an institution that is no more.
    public List<OrganizationRef> successors(UUID partner) {
        return successions.after(List.of(partner)).getOrDefault(partner, List.of()).stream()
                .map(org.kakehashi.organization.Succession::successor)
                .distinct()
                .toList();
    }

    /// Agreements with the partner itself at the same level, of a kind in common, in force at some
    /// day from then on. One without a known end counts.
    public List<Agreement> overlapping(Proposal proposal, LocalDate today) {
        ProposalContent content = proposal.content();
        UUID partner = content.partner().organization();
        if (partner == null) {
            return List.of();
        }
        LocalDate from =
                content.conditions().start() == null ? today : content.conditions().start();
        return agreements.ofPartners(List.of(partner)).stream()
                .filter(one -> !one.id().equals(proposal.agreement()))
                .filter(one -> one.content().level() == content.aim().level())
                .filter(one ->
                        one.content().kinds().isEmpty()
                                || content.aim().kinds().isEmpty()
                                || one.content().kinds().stream()
                                        .anyMatch(content.aim().kinds()::contains))
                .filter(one -> lasts(one, from))
                .toList();
    }

    private static boolean lasts(Agreement one, LocalDate from) {
        var content = one.content();
        if (content.proposed()) {
            return false;
        }
        if (content.ending() != null) {
            LocalDate last = content.ending().on().lastDay();
            return last == null || !last.isBefore(from);
        }
        Term term = content.term();
        DateText end = term.end();
        return term.goesOn()
                || !end.isKnown()
                || !java.util.Objects.requireNonNull(end.lastDay()).isBefore(from);
    }
}
