package org.kakehashi.partnership.visit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.partnership.Visit;
import org.kakehashi.partnership.Visits;
import org.kakehashi.partnership.visit.internal.VisitDetailStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of programme, gifts and talking points of a visit: behind the rights of the visit.
@Service
public class VisitDetails {
    /// @param programme by day and time
    /// @param talking what should be said
    public record Of(List<ProgrammeItem> programme, List<Gift> gifts, Bilingual talking) {}

    private final Visits visits;
    private final VisitDetailStore store;
    private final Audit audit;

    VisitDetails(Visits visits, VisitDetailStore store, Audit audit) {
        this.visits = visits;
        this.store = store;
        this.audit = audit;
    }

    public Of of(UUID visit) {
        visits.get(visit);
        return new Of(store.programme(visit), store.gifts(visit), store.talking(visit));
    }

    @Transactional
    public void add(UUID visit, ProgrammeItem item) {
        Visit one = editable(visit);
        if (item.what().parity() == Bilingual.Parity.NONE) {
            throw KakehashiException.invalid("partnership.visit.problem.what", Map.of());
        }
        if (item.on().isBefore(one.from()) || item.on().isAfter(one.until())) {
            throw KakehashiException.invalid("partnership.visit.problem.outside", Map.of());
        }
        if (item.until() != null && (item.from() == null || !item.until().isAfter(item.from()))) {
            throw KakehashiException.invalid("partnership.visit.problem.hours", Map.of());
        }
        store.insert(visit, item);
        audit.record("partnership.visit.programmeChanged", "visit", visit, Map.of());
    }

    @Transactional
    public void add(UUID visit, Gift gift) {
        editable(visit);
        if (gift.what().isBlank()) {
            throw KakehashiException.invalid("partnership.visit.problem.gift", Map.of());
        }
        if (gift.yen() != null && gift.yen() < 0) {
            throw KakehashiException.invalid("partnership.visit.problem.yen", Map.of());
        }
        store.insert(visit, gift);
        audit.record("partnership.visit.giftsChanged", "visit", visit, Map.of());
    }

    @Transactional
    public void removeItem(UUID visit, UUID item) {
        editable(visit);
        removed(store.deleteItem(visit, item));
        audit.record("partnership.visit.programmeChanged", "visit", visit, Map.of());
    }

    @Transactional
    public void removeGift(UUID visit, UUID gift) {
        editable(visit);
        removed(store.deleteGift(visit, gift));
        audit.record("partnership.visit.giftsChanged", "visit", visit, Map.of());
    }

    @Transactional
    public void talk(UUID visit, Bilingual talking) {
        editable(visit);
        store.talk(visit, talking);
        audit.record("partnership.visit.talkingChanged", "visit", visit, Map.of());
    }

    private static void removed(int rows) {
        if (rows == 0) {
            throw KakehashiException.notFound();
        }
    }

    private Visit editable(UUID visit) {
        Visit one = visits.get(visit);
        if (!visits.mayEdit(one)) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "partnership.refused.notYourUnit", Map.of());
        }
        return one;
    }
}
