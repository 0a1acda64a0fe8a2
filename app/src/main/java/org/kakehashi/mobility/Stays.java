package org.kakehashi.mobility;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.Agreement;
import org.kakehashi.agreement.Agreements;
import org.kakehashi.compliance.DueDiligence;
import org.kakehashi.compliance.Gate;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.mobility.internal.StayLists;
import org.kakehashi.mobility.internal.StayStore;
import org.kakehashi.mobility.internal.StayStore.Fresh;
import org.kakehashi.person.Bearing;
import org.kakehashi.person.People;
import org.kakehashi.ui.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of stays. The office reads and changes all, departments those of their own units;
/// leaders see figures, not persons.
@Service
public class Stays {
    private static final String READ = "mobility.read";
    private static final String EDIT = "mobility.edit";

    private final StayStore store;
    private final StayLists lists;
    private final People people;
    private final Agreements agreements;
    private final DueDiligence dueDiligence;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Stays(
            StayStore store,
            StayLists lists,
            People people,
            Agreements agreements,
            DueDiligence dueDiligence,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.people = people;
        this.agreements = agreements;
        this.dueDiligence = dueDiligence;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayRead() {
        return CurrentUser.get().signedIn() && access.may(READ);
    }

    public boolean mayCreate() {
        return access.may(EDIT);
    }

    public boolean mayEdit(Stay.Content content) {
        UUID unit = content.frame().unit();
        return access.may(EDIT, unit == null ? Set.of() : Set.of(unit));
    }

    public Stay get(UUID id) {
        requireRead();
        Stay stay = store.find(id).orElseThrow(KakehashiException::notFound);
        UUID unit = stay.content().frame().unit();
        access.require(READ, unit == null ? Set.of() : Set.of(unit));
        return stay;
    }

    /// What was recorded about the stay over time, the latest first.
    public List<StayStore.Version> history(UUID id) {
        get(id);
        return store.versions(id);
    }

    /// Stays of a person that the person acting may see, the latest first.
    public List<Stay> of(UUID person) {
        return store.of(List.of(person)).stream()
                .filter(stay -> {
                    UUID unit = stay.content().frame().unit();
                    return access.may(READ, unit == null ? Set.of() : Set.of(unit));
                })
                .toList();
    }

    /// How many, at most [StayLists#MOST] and one more.
    public int count(StayFilter filter) {
        requireRead();
        return lists.count(filter);
    }

    public List<StayLine> list(StayFilter filter, String sort, long offset, int limit) {
        requireRead();
        return lists.page(filter, sort, offset, limit, Text.japanese());
    }

    /// All of them for a file; noted as a reading.
    @Transactional
    public Stream<StayLine> export(StayFilter filter, String sort, String sentence) {
        requireRead();
        audit.read("mobility.exported", "stay", null, Map.of("filter", sentence));
        return lists.all(filter, sort, Text.japanese());
    }

    /// What cannot be, by field; empty if all is well. Other stays of the person at the same time
    /// are told unless somebody confirmed them.
    public Map<String, String> problems(@Nullable UUID id, UUID person, Stay.Content content) {
        Map<String, String> problems =
                new LinkedHashMap<>(StayProblems.of(content, LocalDate.now(clock)));
        if (!content.overlapConfirmed() && !overlapping(id, person, content).isEmpty()) {
            problems.put("overlapConfirmed", "mobility.problem.overlap");
        }
        if (content.frame().agreement() != null && !partnerOfAgreement(content)) {
            problems.put("agreement", "mobility.problem.otherPartner");
        }
        return problems;
    }

    /// Other stays of the person that are at the same time.
    public List<Stay> overlapping(@Nullable UUID id, UUID person, Stay.Content content) {
        return store.of(List.of(person)).stream()
                .filter(other -> !Objects.equals(other.id(), id))
                .filter(other -> overlap(other.content(), content))
                .toList();
    }

    static boolean overlap(Stay.Content a, Stay.Content b) {
        LocalDate aFrom = a.starts();
        LocalDate bFrom = b.starts();
        if (a.cancelled() || b.cancelled() || aFrom == null || bFrom == null) {
            return false;
        }
        LocalDate aUntil = a.ends() == null ? aFrom : a.ends();
        LocalDate bUntil = b.ends() == null ? bFrom : b.ends();
        return !aFrom.isAfter(bUntil) && !bFrom.isAfter(aUntil);
    }

    private boolean partnerOfAgreement(Stay.Content content) {
        UUID agreement = content.frame().agreement();
        UUID partner = content.partner().organization();
        if (agreement == null || partner == null) {
            return true;
        }
        return agreements
                .find(agreement)
                .map(one ->
                        one.content().parties().stream()
                                .anyMatch(party -> partner.equals(party.organization())))
                .orElse(false);
    }

    /// Whether an invitation of a researcher from this partner may go on; null where nobody asks.
    public @Nullable Gate gate(Stay.Content content) {
        UUID partner = content.partner().organization();
        if (partner == null
                || content.kind().study()
                || content.direction() != Stay.Direction.INBOUND) {
            return null;
        }
        return dueDiligence.gate(partner, LocalDate.now(clock));
    }

    @Transactional
    public UUID save(@Nullable UUID id, int version, UUID person, Stay.Content content) {
        access.require(EDIT);
        if (!mayEdit(content) || id != null && !mayEdit(get(id).content())) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "mobility.refused.notYourUnit", Map.of());
        }
        Map<String, String> problems = problems(id, person, content);
        if (!problems.isEmpty()) {
            throw KakehashiException.invalid(problems.values().iterator().next(), Map.of());
        }
        people.get(person);
        UUID saved = id;
        if (saved == null) {
            saved = store.insert(person, content);
        } else {
            store.update(saved, version, person, content);
        }
        audit.record(
                id == null ? "mobility.created" : "mobility.changed",
                "stay",
                saved,
                Map.of("status", content.status().code()));
        bear(List.of(person));
        return saved;
    }

    /// Stays of a list, all or none; people are known already.
    @Transactional
    public int bring(List<Fresh> all) {
        access.require(EDIT);
        for (Fresh one : all) {
            if (!mayEdit(one.content())) {
                throw KakehashiException.forbidden(EDIT);
            }
        }
        store.insertAll(all);
        bear(all.stream().map(Fresh::person).distinct().toList());
        audit.record("mobility.brought", "stay", null, Map.of("count", all.size()));
        return all.size();
    }

    /// Stays by person, for lists that must know whether one is recorded already.
    public Map<UUID, List<Stay>> known(Collection<UUID> people) {
        access.require(EDIT);
        Map<UUID, List<Stay>> known = new HashMap<>();
        List<UUID> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += 2_000) {
            store.of(all.subList(from, Math.min(all.size(), from + 2_000)))
                    .forEach(stay ->
                            known.computeIfAbsent(stay.person(), any -> new ArrayList<>())
                                    .add(stay));
        }
        return known;
    }

    /// Agreements with this partner, for the form.
    public List<Agreement> agreementsWith(UUID partner) {
        return agreements.ofPartners(List.of(partner));
    }

    private void bear(List<UUID> concerned) {
        Map<UUID, Bearing> bearings = new HashMap<>();
        store.spans(concerned)
                .forEach((person, span) ->
                        bearings.put(person, new Bearing(span.units(), span.until())));
        people.bearing(bearings);
    }

    private void requireRead() {
        if (!mayRead() && !CurrentUser.get().equals(CurrentUser.SYSTEM)) {
            throw KakehashiException.forbidden(READ);
        }
    }
}
