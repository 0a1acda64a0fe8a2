package org.kakehashi.document;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.document.internal.DocumentStore;
import org.kakehashi.document.internal.HoldStore;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Holding back and disposing of: legal holds, deletion with a reason, taking a deletion back
/// within the grace time. Nothing is ever disposed of by itself.
@Service
public class Holds {
    private static final String DISPOSE = "document.dispose";

    private final Documents documents;
    private final DocumentStore store;
    private final HoldStore holds;
    private final Access access;
    private final Audit audit;
    private final int graceDays;

    Holds(
            Documents documents,
            DocumentStore store,
            HoldStore holds,
            Access access,
            Audit audit,
            @Value("${kakehashi.document-grace-days:30}") int graceDays) {
        this.documents = documents;
        this.store = store;
        this.holds = holds;
        this.access = access;
        this.audit = audit;
        this.graceDays = graceDays;
    }

    public boolean mayDispose() {
        return access.may(DISPOSE);
    }

    /// Days until the content of a deleted document goes.
    public int graceDays() {
        return graceDays;
    }

    @Transactional(readOnly = true)
    public List<Hold> of(UUID document) {
        documents.get(document);
        return holds.of(document);
    }

    @Transactional
    public void hold(UUID document, String reason) {
        required(document, reason);
        store.lock(document);
        UUID id = holds.insert(document, reason.strip());
        audit.record(
                "document.held",
                Documents.SUBJECT,
                document,
                Map.of("hold", id, "reason", reason.strip()));
    }

    @Transactional
    public void lift(UUID document, UUID hold, String reason) {
        required(document, reason);
        holds.lift(document, hold, reason.strip());
        audit.record(
                "document.lifted",
                Documents.SUBJECT,
                document,
                Map.of("hold", hold, "reason", reason.strip()));
    }

    /// Deletes a document; its contents go after the grace time, if nothing else needs them.
    ///
    /// @param version of the details its reader saw
    @Transactional
    public void remove(UUID document, int version, String reason) {
        Document before = required(document, reason);
        store.lock(document);
        if (holds.standing(document)) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "document.problem.held", Map.of());
        }
        store.remove(document, version, reason.strip());
        audit.record(
                "document.removed",
                Documents.SUBJECT,
                document,
                Map.of(
                        "reason", reason.strip(),
                        "versions", before.latest(),
                        "sha256", before.newest().sha256(),
                        "retention", before.details().retention()));
    }

    /// Takes a deletion back, as long as the content is still there.
    @Transactional
    public void bringBack(UUID document) {
        access.require(DISPOSE);
        Document before = documents.get(document);
        if (before.removal() == null) {
            throw KakehashiException.changedMeanwhile();
        }
        if (!store.complete(document)) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "document.problem.gone", Map.of());
        }
        store.bringBack(document);
        audit.record("document.broughtBack", Documents.SUBJECT, document, Map.of());
    }

    private Document required(UUID id, String reason) {
        access.require(DISPOSE);
        if (reason.isBlank()) {
            throw KakehashiException.invalid("document.problem.reason", Map.of());
        }
        return documents.get(id);
    }
}
