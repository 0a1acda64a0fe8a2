package org.kakehashi.access;

import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.internal.ErasureStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.HoldsPersonalValues;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.kernel.PersonalValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Erases a person who has left: names, mail and login go from the account and from wherever else a
/// room keeps them, and the key of what stands in the audit trail is destroyed. What the person did
/// stays, under a number; the chain still verifies.
@Service
public class Erasure {
    private final ErasureStore store;
    private final PersonalValues personal;
    private final ObjectProvider<HoldsPersonalValues> places;
    private final Access access;
    private final Audit audit;

    Erasure(
            ErasureStore store,
            PersonalValues personal,
            ObjectProvider<HoldsPersonalValues> places,
            Access access,
            Audit audit) {
        this.store = store;
        this.personal = personal;
        this.places = places;
        this.access = access;
        this.audit = audit;
    }

    public boolean erased(UUID person) {
        access.require("access.erase");
        return personal.erased(person);
    }

    /// Only of an account that is switched off, and never one's own; there is no way back.
    @Transactional
    public void erase(UUID person, String reason) {
        access.require("access.erase");
        if (!CurrentUser.get().signedIn() || person.equals(CurrentUser.get().id())) {
            throw KakehashiException.forbidden("access.erase");
        }
        if (reason.isBlank()) {
            throw KakehashiException.invalid("access.erase.reason.missing", Map.of());
        }
        if (store.active(person).orElseThrow(KakehashiException::notFound)) {
            throw KakehashiException.invalid("access.erase.active", Map.of());
        }
        store.erase(person);
        places.forEach(place -> place.erase(person));
        personal.erase(person);
        audit.record("access.erased", "user", person, Map.of("reason", reason.strip()));
        store.remember(person);
    }

    /// Erases a person who has no account, within the caller's transaction: a room whose door has
    /// decided it. Remembered like every other, so that no backup brings the person back.
    public void forget(UUID person) {
        places.forEach(place -> place.erase(person));
        personal.erase(person);
        store.remember(person);
    }

    /// Erases again whom an older backup brought back; how many.
    @Transactional
    public int eraseAgain() {
        access.require("access.erase");
        int again = 0;
        for (UUID person : store.remembered()) {
            if (!personal.erased(person)) {
                store.erase(person);
                places.forEach(place -> place.erase(person));
                personal.erase(person);
                again++;
            }
        }
        return again;
    }
}
