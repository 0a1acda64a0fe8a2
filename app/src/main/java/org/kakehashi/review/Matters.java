package org.kakehashi.review;

import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.MatterStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of general matters. A matter may be changed until its case is decided; a change of its
/// facts restarts the steps that rest on them.
@Service
public class Matters {
    static final String KIND = "matter";
    private static final String PROPOSE = "review.propose";

    private final MatterStore store;
    private final ReviewCases cases;
    private final Access access;
    private final Audit audit;

    Matters(MatterStore store, ReviewCases cases, Access access, Audit audit) {
        this.store = store;
        this.cases = cases;
        this.access = access;
        this.audit = audit;
    }

    public Matter get(UUID id) {
        Matter matter = store.find(id).orElseThrow(KakehashiException::notFound);
        if (CurrentUser.get().equals(CurrentUser.SYSTEM)
                || isMine(matter)
                || access.may("review.read", matter.units())
                || cases.about(KIND, id).isPresent()) {
            return matter;
        }
        throw KakehashiException.notFound();
    }

    public boolean mayCreate() {
        return access.may(PROPOSE);
    }

    /// May the person acting put it to review, change it, put it forward again?
    public boolean mayPropose(Matter matter) {
        return access.may(PROPOSE, matter.units()) || access.may(PROPOSE) && isMine(matter);
    }

    /// Until its case is decided.
    public boolean mayChange(Matter matter) {
        return mayPropose(matter)
                && cases.about(KIND, matter.id())
                        .map(one ->
                                !one.state().status().over()
                                        || one.state().status() == CaseState.Status.WITHDRAWN)
                        .orElse(true);
    }

    @Transactional
    public UUID create(Matter matter) {
        access.require(PROPOSE, matter.units());
        check(matter);
        UUID id = store.insert(matter);
        audit.record("review.matter.created", KIND, id, Map.of());
        return id;
    }

    @Transactional
    public void change(Matter matter) {
        Matter before = get(matter.id());
        if (!mayChange(before)) {
            throw KakehashiException.forbidden(PROPOSE);
        }
        access.require(PROPOSE, matter.units());
        check(matter);
        store.update(matter);
        audit.record("review.matter.changed", KIND, matter.id(), Map.of());
        cases.subjectChanged(KIND, matter.id());
    }

    private static boolean isMine(Matter matter) {
        UUID me = CurrentUser.get().id();
        return me != null && me.equals(matter.createdBy());
    }

    private static void check(Matter matter) {
        if (matter.title().parity() == Bilingual.Parity.NONE
                || matter.units().isEmpty()
                || !Matter.TOPICS.contains(matter.topic())
                || !Matter.LEVELS.contains(matter.level())
                || !Matter.BURDENS.contains(matter.burden())) {
            throw KakehashiException.invalid("review.matter.incomplete", Map.of());
        }
    }
}
