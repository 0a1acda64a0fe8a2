package org.kakehashi.partnership.country;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Organizations;
import org.kakehashi.partnership.country.internal.CountryStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of who knows which country or partner. Everybody states it of themselves, agrees to be
/// shown to those who sign in, and takes it back whenever they like.
@Service
public class Network {
    private static final String READ = "partnership.read";

    private final CountryStore store;
    private final Places places;
    private final Organizations organizations;
    private final Access access;
    private final Audit audit;

    Network(
            CountryStore store,
            Places places,
            Organizations organizations,
            Access access,
            Audit audit) {
        this.store = store;
        this.places = places;
        this.organizations = organizations;
        this.access = access;
        this.audit = audit;
    }

    public boolean mayRead() {
        return access.may(READ) && CurrentUser.get().signedIn();
    }

    /// Who knows one of these countries, or an institution there.
    public List<Acquaintance> of(Collection<String> countries) {
        access.require(READ);
        return store.acquaintances(countries);
    }

    /// Who knows the institution.
    public List<Acquaintance> ofOrganization(UUID organization) {
        access.require(READ);
        return store.acquaintances(organization);
    }

    public List<Acquaintance> mine() {
        return store.ofUser(me());
    }

    @Transactional
    public void state(Acquaintance stated) {
        if (!stated.user().equals(me())) {
            throw KakehashiException.forbidden(READ);
        }
        if ((stated.country() == null) == (stated.organization() == null)) {
            throw KakehashiException.invalid("partnership.network.problem.place", Map.of());
        }
        if (stated.country() != null && !places.get(stated.country()).isCountry()) {
            throw KakehashiException.invalid("partnership.network.problem.place", Map.of());
        }
        if (stated.organization() != null) {
            organizations.get(stated.organization());
        }
        if (stated.fromYear() != null
                && stated.untilYear() != null
                && stated.untilYear() < stated.fromYear()) {
            throw KakehashiException.invalid("partnership.network.problem.years", Map.of());
        }
        store.insert(stated);
        audit.record("partnership.network.stated", "user", stated.user(), Map.of());
    }

    @Transactional
    public void takeBack(UUID id) {
        UUID me = me();
        if (store.delete(me, id) == 0) {
            throw KakehashiException.notFound();
        }
        audit.record("partnership.network.takenBack", "user", me, Map.of());
    }

    private UUID me() {
        access.require(READ);
        UUID me = CurrentUser.get().id();
        if (me == null) {
            throw KakehashiException.forbidden(READ);
        }
        return Objects.requireNonNull(me);
    }
}
