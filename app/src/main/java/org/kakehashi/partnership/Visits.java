package org.kakehashi.partnership;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.internal.VisitStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of visits. Whoever signs in reads them; the office changes all, members those of their
/// own units; who has a follow-up closes it.
@Service
public class Visits {
    private static final String EDIT = "partnership.edit";
    private static final int MOST = 2_000;

    private final VisitStore store;
    private final Organizations organizations;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Visits(VisitStore store, Organizations organizations, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayRead() {
        return access.may("partnership.read");
    }

    public Visit get(UUID id) {
        requireRead();
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// Those of the visits that exist.
    public List<Visit> findAll(Collection<UUID> ids) {
        requireRead();
        return store.findAll(ids);
    }

    /// Visits of these partners within the days, the latest first.
    public List<Visit> of(Collection<UUID> partners, LocalDate from, LocalDate until) {
        requireRead();
        return store.of(partners, from, until);
    }

    /// Visits of partners in these countries within the days, the latest first.
    public List<Visit> in(Collection<String> countries, LocalDate from, LocalDate until) {
        requireRead();
        return store.in(countries, from, until);
    }

    /// Those to come, or those that are over; the latest first.
    public List<Visit> list(boolean toCome) {
        requireRead();
        LocalDate today = LocalDate.now(clock);
        return toCome
                ? store.list(today, LocalDate.of(9999, 12, 31), MOST)
                : store.list(LocalDate.of(1, 1, 1), today.minusDays(1), MOST).stream()
                        .filter(one -> one.until().isBefore(today))
                        .toList();
    }

    public boolean mayCreate() {
        return access.may(EDIT);
    }

    public boolean mayEdit(Visit visit) {
        return access.may(EDIT, visit.unit() == null ? Set.of() : Set.of(visit.unit()));
    }

    @Transactional
    public UUID save(Visit visit) {
        access.require(EDIT);
        if (visit.id() != null && !mayEdit(get(visit.id())) || !mayEdit(visit)) {
            throw refused();
        }
        organizations.get(visit.organization());
        if (visit.until().isBefore(visit.from())) {
            throw KakehashiException.invalid("partnership.problem.until", Map.of());
        }
        UUID id = store.save(visit);
        audit.record(
                visit.id() == null ? "partnership.visitRecorded" : "partnership.visitChanged",
                "visit",
                id,
                Map.of());
        return id;
    }

    /// Something to do after the visit.
    @Transactional
    public void add(
            UUID visit, String what, @Nullable UUID responsible, @Nullable LocalDate dueOn) {
        if (!mayEdit(get(visit))) {
            throw refused();
        }
        if (what.isBlank()) {
            throw KakehashiException.invalid("partnership.problem.what", Map.of());
        }
        store.add(visit, what.strip(), responsible, dueOn);
        audit.record("partnership.followUpAdded", "visit", visit, Map.of());
    }

    /// It is done today; by who must do it, or by who may change the visit.
    @Transactional
    public void done(UUID visit, UUID followUp) {
        Visit one = get(visit);
        Visit.FollowUp found =
                one.followUps().stream()
                        .filter(each -> each.id().equals(followUp))
                        .findFirst()
                        .orElseThrow(KakehashiException::notFound);
        UUID me = CurrentUser.get().id();
        if (!mayEdit(one) && (me == null || !me.equals(found.responsible()))) {
            throw refused();
        }
        store.done(followUp, LocalDate.now(clock));
        audit.record("partnership.followUpDone", "visit", visit, Map.of());
    }

    /// What the person acting must still do.
    List<Visit.FollowUp> mine() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : store.waiting(me);
    }

    private void requireRead() {
        if (!mayRead()) {
            throw KakehashiException.forbidden("partnership.read");
        }
    }

    private static KakehashiException refused() {
        return new KakehashiException(
                KakehashiException.Kind.FORBIDDEN, "partnership.refused.notYourUnit", Map.of());
    }
}
