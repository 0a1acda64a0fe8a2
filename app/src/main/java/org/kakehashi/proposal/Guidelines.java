package org.kakehashi.proposal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.proposal.internal.GuidelineStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of guidelines. The one in force is public; drafts are changed and published by whoever
/// may configure proposals.
@Service
public class Guidelines {
    static final String CONFIGURE = "proposal.configure";
    private static final int MOST = 60;
    private static final int LONGEST = 4_000;

    private final GuidelineStore store;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Guidelines(GuidelineStore store, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /// The edition in force; none unless the university has published one. Everybody may read it.
    public Optional<Guideline> inForce() {
        return store.published();
    }

    public List<Guideline> list() {
        access.require("proposal.read");
        return store.list().stream()
                .filter(one -> mayConfigure() || one.state() != Guideline.State.DRAFT)
                .toList();
    }

    public Guideline get(UUID id) {
        access.require("proposal.read");
        Guideline found = store.find(id).orElseThrow(KakehashiException::notFound);
        if (found.state() == Guideline.State.DRAFT && !found.example()) {
            access.require(CONFIGURE);
        }
        return found;
    }

    public boolean mayConfigure() {
        return access.may(CONFIGURE);
    }

    /// Copies an edition or an example as the next draft.
    @Transactional
    public UUID copy(UUID id) {
        access.require(CONFIGURE);
        UUID copy = store.insert(get(id));
        audit.record("proposal.guidelineCopied", "guideline", copy, Map.of());
        return copy;
    }

    @Transactional
    public void change(Guideline draft) {
        access.require(CONFIGURE);
        requireDraft(get(draft.id()));
        requireComplete(draft);
        store.replace(draft);
        audit.record("proposal.guidelineChanged", "guideline", draft.id(), Map.of());
    }

    /// Puts a draft in force; the edition before it is retired and kept.
    @Transactional
    public void publish(UUID id, int version) {
        access.require(CONFIGURE);
        Guideline draft = get(id);
        requireDraft(draft);
        requireComplete(draft);
        store.publish(id, version, LocalDate.now(clock));
        audit.record(
                "proposal.guidelinePublished", "guideline", id, Map.of("edition", draft.edition()));
    }

    private static void requireDraft(Guideline one) {
        if (one.example() || one.state() != Guideline.State.DRAFT) {
            throw KakehashiException.invalid("proposal.guideline.problem.notDraft", Map.of());
        }
    }

    private static void requireComplete(Guideline draft) {
        if (draft.title().parity() != Bilingual.Parity.BOTH) {
            throw KakehashiException.invalid("proposal.guideline.problem.title", Map.of());
        }
        if (draft.paragraphs().isEmpty() || draft.paragraphs().size() > MOST) {
            throw KakehashiException.invalid(
                    "proposal.guideline.problem.number", Map.of("n", MOST));
        }
        for (int i = 0; i < draft.paragraphs().size(); i++) {
            Guideline.Paragraph one = draft.paragraphs().get(i);
            if (one.label().parity() != Bilingual.Parity.BOTH
                    || one.text().parity() != Bilingual.Parity.BOTH) {
                throw KakehashiException.invalid(
                        "proposal.guideline.problem.text", Map.of("n", i + 1));
            }
            if (longest(one) > LONGEST) {
                throw KakehashiException.invalid(
                        "proposal.guideline.problem.long", Map.of("n", i + 1, "most", LONGEST));
            }
            Rule rule = one.rule();
            if (rule != null && !rule.takes(one.parameter())) {
                throw KakehashiException.invalid(
                        "proposal.guideline.problem.parameter", Map.of("n", i + 1));
            }
        }
    }

    private static int longest(Guideline.Paragraph one) {
        return Math.max(
                one.text().in(java.util.Locale.JAPANESE).length(),
                one.text().in(java.util.Locale.ENGLISH).length());
    }
}
