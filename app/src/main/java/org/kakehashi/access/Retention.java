package org.kakehashi.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.internal.RetentionStore;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How long entries of the audit trail are kept, as data, and their disposal when the time is over.
/// Nothing is ever disposed of by itself: a person does it and gives a reason, and the chain still
/// verifies, for the hashes stay.
@Service
public class Retention {
    /// A class of entries: years to keep (null is for ever) and why; how many there are and how
    /// many are due.
    public record RetentionClass(
            String code,
            Bilingual name,
            @Nullable Integer years,
            Bilingual reason,
            long entries,
            long due) {}

    private final RetentionStore store;
    private final Access access;
    private final Audit audit;

    Retention(RetentionStore store, Access access, Audit audit) {
        this.store = store;
        this.access = access;
        this.audit = audit;
    }

    /// Every class with what is due today.
    public List<RetentionClass> report() {
        access.require("access.audit");
        return store.report();
    }

    /// Sets how long a class is kept; what is permanent stays so.
    @Transactional
    public void keep(String code, int years) {
        access.require("access.retention");
        if (years < 1 || years > 100) {
            throw KakehashiException.invalid("access.retention.years.range", Map.of());
        }
        int before = store.years(code).orElseThrow(KakehashiException::notFound);
        store.setYears(code, years);
        audit.record(
                "access.retention.changed",
                null,
                null,
                Map.of("class", code, "before", before, "after", years));
    }

    /// Disposes of what is due in a class; how many entries went.
    @Transactional
    public int dispose(String code, String reason) {
        access.require("access.retention");
        if (!CurrentUser.get().signedIn()) {
            throw KakehashiException.forbidden("access.retention");
        }
        if (reason.isBlank()) {
            throw KakehashiException.invalid("access.retention.reason.missing", Map.of());
        }
        UUID disposal = UUID.randomUUID();
        RetentionStore.Disposed gone = store.dispose(code, disposal);
        if (gone.entries() > 0) {
            audit.record(
                    "access.retention.disposed",
                    "disposal",
                    disposal,
                    Map.of(
                            "class", code,
                            "entries", gone.entries(),
                            "reason", reason.strip(),
                            "digest", gone.digest()));
        }
        return gone.entries();
    }
}
