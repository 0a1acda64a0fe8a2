package org.kakehashi.partnership.country;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.country.internal.CountryStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of plans for countries and regions. Whoever signs in reads them, office and executives
/// write them, and who is responsible is asked when one is due.
@Service
public class CountryPlans {
    private static final String READ = "partnership.read";
    private static final String EDIT = "partnership.countryEdit";

    private final CountryStore store;
    private final Places places;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    CountryPlans(CountryStore store, Places places, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.places = places;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayWrite() {
        return access.may(EDIT);
    }

    /// Those of a place, the open ones first.
    public List<CountryPlan> of(String place) {
        access.require(READ);
        return store.plans(place);
    }

    /// How many open plans each place has.
    public Map<String, Integer> open() {
        access.require(READ);
        return store.open();
    }

    public CountryPlan get(UUID id) {
        access.require(READ);
        return store.plan(id).orElseThrow(KakehashiException::notFound);
    }

    @Transactional
    public UUID save(CountryPlan plan) {
        access.require(EDIT);
        places.get(plan.place());
        if (plan.title().parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("partnership.plan.problem.title", Map.of());
        }
        if (plan.until() != null && plan.until().isBefore(plan.from())) {
            throw KakehashiException.invalid("partnership.plan.problem.until", Map.of());
        }
        UUID id = store.save(plan);
        audit.record(
                "partnership.plan.saved",
                "countryPlan",
                id,
                Map.of("place", plan.place(), "status", plan.status().code()));
        return id;
    }

    /// Plans of the person acting that are due.
    List<CountryPlan> mine() {
        UUID me = CurrentUser.get().id();
        return me == null ? List.of() : store.due(me, LocalDate.now(clock));
    }
}
