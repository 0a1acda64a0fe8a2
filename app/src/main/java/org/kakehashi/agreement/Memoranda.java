package org.kakehashi.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Audit;
import org.kakehashi.agreement.internal.MemorandumStore;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of memoranda. Who may read an agreement reads its memoranda, who may change it changes
/// them.
@Service
public class Memoranda {
    private final Agreements agreements;
    private final MemorandumStore store;
    private final Kinds kinds;
    private final Audit audit;

    Memoranda(Agreements agreements, MemorandumStore store, Kinds kinds, Audit audit) {
        this.agreements = agreements;
        this.store = store;
        this.kinds = kinds;
        this.audit = audit;
    }

    /// The memorandum of this agreement; not found unless the person acting may read it.
    public Memorandum get(UUID agreement, UUID id) {
        agreements.get(agreement);
        return store.read(List.of(id)).stream()
                .filter(one -> one.agreement().equals(agreement))
                .findFirst()
                .orElseThrow(KakehashiException::notFound);
    }

    /// The memoranda of an agreement, in their order.
    public List<Memorandum> of(UUID agreement) {
        return ofAll(List.of(agreement));
    }

    /// The memoranda of those of these agreements that the person acting may read.
    public List<Memorandum> ofAll(Collection<UUID> ids) {
        return store.of(agreements.findAll(ids).stream().map(Agreement::id).toList());
    }

    /// Records the memorandum if the agreement still has this version, and answers its id.
    @Transactional
    public UUID save(Memorandum memorandum, int version) {
        if (kinds.find(memorandum.annex().kind()).isEmpty()) {
            throw KakehashiException.invalid("agreement.problem.kind", Map.of());
        }
        requireEditable(memorandum.agreement());
        store.step(memorandum.agreement(), version);
        UUID id = store.save(memorandum);
        audit.record(
                memorandum.annex().id() == null
                        ? "agreement.memorandumCreated"
                        : "agreement.memorandumChanged",
                "agreement",
                memorandum.agreement(),
                Map.of("memorandum", id.toString()));
        return id;
    }

    /// Takes the memorandum off; its history stays.
    @Transactional
    public void remove(UUID agreement, UUID id, int version) {
        get(agreement, id);
        requireEditable(agreement);
        store.step(agreement, version);
        store.delete(id);
        audit.record(
                "agreement.memorandumRemoved",
                "agreement",
                agreement,
                Map.of("memorandum", id.toString()));
    }

    /// May the person acting change the memoranda of this agreement?
    public boolean mayEdit(UUID agreement) {
        return agreements.mayEdit(agreements.get(agreement).content());
    }

    void requireEditable(UUID agreement) {
        if (!mayEdit(agreement)) {
            throw new KakehashiException(
                    KakehashiException.Kind.FORBIDDEN, "agreement.refused.notYourUnit", Map.of());
        }
    }
}
