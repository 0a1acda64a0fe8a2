package org.kakehashi.review;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final ProcessStore store;
    private final Subjects subjects;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Processes(ProcessStore store, Subjects subjects, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.subjects = subjects;
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

    /// Copies a process as a draft: under the same code the next edition, under a new one a process
    /// of one's own.
    @Transactional
    public UUID copy(UUID id, String code, Bilingual name) {
        access.require(CONFIGURE);
        ReviewProcess original = get(id);
        String tidy = code.strip();
        if (!tidy.matches("[a-z][a-z0-9-]{1,60}")) {
            throw KakehashiException.invalid("review.process.code", Map.of());
        }
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

    /// Replaces a draft.
    @Transactional
    public void change(ReviewProcess draft) {
        access.require(CONFIGURE);
        if (get(draft.id()).example() != null) {
            throw KakehashiException.invalid("review.process.isExample", Map.of());
        }
        store.replace(draft);
        audit.record("review.process.changed", "process", draft.id(), Map.of("code", draft.code()));
    }

    @Transactional
    public void publish(UUID id, int version) {
        access.require(CONFIGURE);
        ReviewProcess draft = get(id);
        if (draft.example() != null || draft.state() != ReviewProcess.State.DRAFT) {
            throw KakehashiException.invalid("review.process.isExample", Map.of());
        }
        if (draft.version() != version) {
            throw KakehashiException.changedMeanwhile();
        }
        problems(draft).stream()
                .findFirst()
                .ifPresent(problem -> {
                    throw problem;
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
    public List<KakehashiException> problems(ReviewProcess process) {
        List<KakehashiException> problems = new ArrayList<>();
        if (process.kinds().isEmpty()) {
            problems.add(KakehashiException.invalid("review.process.noKind", Map.of()));
        }
        if (process.steps().stream().noneMatch(step -> step.kind() == Step.Kind.DECIDE)) {
            problems.add(KakehashiException.invalid("review.process.noDecision", Map.of()));
        }
        boolean fastDecision =
                process.steps().stream()
                        .anyMatch(step -> step.inFast() && step.kind() == Step.Kind.DECIDE);
        if (process.fast() != null && !fastDecision) {
            problems.add(KakehashiException.invalid("review.process.noFastDecision", Map.of()));
        }
        Set<String> declared = subjects.commonFacts(process.kinds());
        Set<String> asked = asked(process);
        asked.removeAll(declared);
        if (!asked.isEmpty()) {
            problems.add(
                    KakehashiException.invalid(
                            "review.process.unknownFact",
                            Map.of(
                                    "facts", String.join(", ", asked),
                                    "known",
                                            declared.stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(", ")))));
        }
        return problems;
    }

    private static Set<String> asked(ReviewProcess process) {
        Set<String> asked = new LinkedHashSet<>(process.applies().facts());
        Condition fast = process.fast();
        if (fast != null) {
            asked.addAll(fast.facts());
        }
        process.steps().forEach(step -> asked.addAll(step.restartsOn()));
        return asked;
    }
}
