package org.kakehashi.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.review.internal.ProcessStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The door of processes: read by everyone who reads reviews, changed as drafts, published as
/// editions.
@Service
public class Processes {
    private static final String CONFIGURE = "review.configure";
    private static final int MOST_STAGES = 50;

    private final ProcessStore store;
    private final Subjects subjects;
    private final ProcessCheck check;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Processes(
            ProcessStore store,
            Subjects subjects,
            ProcessCheck check,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.check = check;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public List<ReviewProcess> list() {
        access.require("review.read");
        return store.list();
    }

    public ReviewProcess get(UUID id) {
        access.require("review.read");
        return store.find(id).orElseThrow(KakehashiException::notFound);
    }

    /// The published processes for a subject of this kind with these facts.
    public List<ReviewProcess> suiting(String kind, Facts facts) {
        return store.published().stream().filter(one -> one.suits(kind, facts)).toList();
    }

    public boolean mayConfigure() {
        return access.may(CONFIGURE);
    }

    public void requireConfigure() {
        access.require(CONFIGURE);
    }

    /// A draft, for who may change it.
    public ReviewProcess draft(UUID id) {
        access.require(CONFIGURE);
        ReviewProcess draft = get(id);
        if (draft.example() != null || draft.state() != ReviewProcess.State.DRAFT) {
            throw KakehashiException.invalid("review.process.isExample", Map.of());
        }
        return draft;
    }

    /// Copies a process as a draft: under the same code the next edition, under a new one a process
    /// of one's own.
    @Transactional
    public UUID copy(UUID id, String code, Bilingual name) {
        access.require(CONFIGURE);
        ReviewProcess original = get(id);
        String tidy = requireCode(code);
        if (original.example() != null && tidy.equals(original.code())
                || !tidy.equals(original.code()) && store.codeTaken(tidy)) {
            throw KakehashiException.invalid("review.process.codeTaken", Map.of());
        }
        UUID copy =
                store.insert(
                        new ReviewProcess(
                                original.id(),
                                tidy,
                                0,
                                ReviewProcess.State.DRAFT,
                                name.parity() == Bilingual.Parity.BOTH ? name : original.name(),
                                original.kinds(),
                                original.applies(),
                                original.fast(),
                                null,
                                new Bilingual(null, null),
                                original.steps(),
                                0));
        audit.record("review.process.copied", "process", copy, Map.of("code", tidy));
        return copy;
    }

    /// Begins a process of one's own without steps.
    @Transactional
    public UUID create(String code, Bilingual name, List<String> kinds) {
        access.require(CONFIGURE);
        String tidy = requireCode(code);
        if (store.codeTaken(tidy)) {
            throw KakehashiException.invalid("review.process.codeTaken", Map.of());
        }
        ReviewProcess draft =
                new ReviewProcess(
                        UUID.randomUUID(),
                        tidy,
                        0,
                        ReviewProcess.State.DRAFT,
                        name,
                        kinds,
                        Condition.ALWAYS,
                        null,
                        null,
                        new Bilingual(null, null),
                        List.of(),
                        0);
        requireWritable(draft);
        UUID id = store.insert(draft);
        audit.record("review.process.created", "process", id, Map.of("code", tidy));
        return id;
    }

    /// Throws a draft away that nobody needs.
    @Transactional
    public void discard(UUID id, int version) {
        access.require(CONFIGURE);
        ReviewProcess draft = draft(id);
        if (draft.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        store.delete(draft);
        audit.record("review.process.discarded", "process", id, Map.of("code", draft.code()));
    }

    /// Replaces a draft.
    @Transactional
    public void change(ReviewProcess draft) {
        access.require(CONFIGURE);
        if (get(draft.id()).example() != null) {
            throw KakehashiException.invalid("review.process.isExample", Map.of());
        }
        requireWritable(draft);
        store.replace(draft);
        audit.record("review.process.changed", "process", draft.id(), Map.of("code", draft.code()));
    }

    @Transactional
    public void publish(UUID id, int version) {
        access.require(CONFIGURE);
        ReviewProcess draft = draft(id);
        if (draft.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        problems(draft).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw problem.what();
                });
        store.publish(draft, OffsetDateTime.now(clock));
        audit.record("review.process.published", "process", id, Map.of("code", draft.code()));
    }

    /// Takes a published process out of use; running cases go on with it.
    @Transactional
    public void retire(UUID id, int version) {
        access.require(CONFIGURE);
        ReviewProcess process = get(id);
        if (process.state() != ReviewProcess.State.PUBLISHED || process.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        store.retire(process);
        audit.record("review.process.retired", "process", id, Map.of("code", process.code()));
    }

    /// What must be put right before it can be published.
    public List<ProcessProblem> problems(ReviewProcess process) {
        return check.of(process);
    }

    /// The other editions of the same process, the newest first.
    public List<ReviewProcess> otherEditions(ReviewProcess process) {
        return store.editions(process.code()).stream()
                .filter(one -> !one.id().equals(process.id()))
                .toList();
    }

    private static String requireCode(String code) {
        String tidy = code.strip();
        if (!tidy.matches("[a-z][a-z0-9-]{1,60}")) {
            throw KakehashiException.invalid("review.process.code", Map.of());
        }
        return tidy;
    }

    private void requireWritable(ReviewProcess draft) {
        if (draft.name().parity() != Bilingual.Parity.BOTH) {
            throw KakehashiException.invalid("review.process.nameNeeded", Map.of());
        }
        draft.kinds().forEach(subjects::of);
        for (Step step : draft.steps()) {
            if (step.name().parity() != Bilingual.Parity.BOTH) {
                throw KakehashiException.invalid("review.step.nameNeeded", Map.of());
            }
            if (step.checks().stream()
                    .anyMatch(check -> check.text().parity() != Bilingual.Parity.BOTH)) {
                throw KakehashiException.invalid("review.check.textNeeded", Map.of());
            }
            if (step.stage() > MOST_STAGES) {
                throw KakehashiException.invalid("review.step.tooMany", Map.of("n", MOST_STAGES));
            }
        }
    }
}
