package org.kakehashi.intake;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.intake.Import.Step;
import org.kakehashi.intake.internal.Comparing;
import org.kakehashi.intake.internal.ImportStore;
import org.kakehashi.intake.internal.Matching;
import org.kakehashi.intake.internal.Previews;
import org.kakehashi.intake.internal.ProfileStore;
import org.kakehashi.intake.internal.Progress;
import org.kakehashi.intake.internal.Work;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.kernel.KakehashiException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is done with an import: read, compare, commit, and undo, at once or in the background.
@Service
public class ImportSteps implements Work.Steps {
    private final Imports imports;
    private final ImportStore store;
    private final ProfileStore profiles;
    private final Matching matching;
    private final Comparing comparing;
    private final Jobs jobs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;
    private final int atOnce;

    ImportSteps(
            Imports imports,
            ImportStore store,
            ProfileStore profiles,
            Matching matching,
            Comparing comparing,
            Jobs jobs,
            Access access,
            Audit audit,
            Clock clock,
            @Value("${kakehashi.intake.rows-at-once:3000}") int atOnce) {
        this.imports = imports;
        this.store = store;
        this.profiles = profiles;
        this.matching = matching;
        this.comparing = comparing;
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
        this.atOnce = atOnce;
    }

    /// Does a step at once, or in the background where the list is large; answers the job if so.
    /// One transaction: a step done at once is done whole or not at all.
    @Transactional
    public Optional<UUID> begin(UUID id, String step) {
        Import one = step.equals("undo") ? undoable(id) : imports.changeable(id);
        int size = step.equals("read") ? imports.sheet(one).height() : one.count("read");
        if (size <= atOnce) {
            work(id, step, Progress.NOBODY);
            return Optional.empty();
        }
        UUID job = jobs.start(Work.NAME, Work.input(id, step)).id();
        store.setJob(id, job);
        return Optional.of(job);
    }

    /// A step of the work, within one transaction.
    @Override
    @Transactional
    public Map<String, Integer> work(UUID id, String step, Progress progress) {
        return switch (step) {
            case "read" -> read(id, progress);
            case "compare" -> compare(id, progress);
            case "commit" -> commit(id, progress);
            case "undo" -> undo(id);
            default -> throw new IllegalArgumentException(step);
        };
    }

    private Map<String, Integer> read(UUID id, Progress progress) {
        Import one = imports.changeable(id);
        store.lock(id);
        var counts =
                matching.read(
                        one,
                        Previews.relevant(store.layout(id), one.kind()),
                        imports.sheet(one),
                        store.answers(id),
                        progress);
        store.addCounts(id, counts);
        store.setCompared(id, false);
        store.setStep(id, Step.INSTITUTIONS);
        if (!one.hasInstitutions()) {
            compare(id, progress);
        }
        return counts;
    }

    private Map<String, Integer> compare(UUID id, Progress progress) {
        store.lock(id);
        Import one = imports.changeable(id);
        requireRead(one);
        var counts = comparing.compare(one, progress);
        store.addCounts(id, zeroed(counts));
        store.setCompared(id, true);
        store.setStep(id, Step.REVIEW);
        return counts;
    }

    /// Only rows that were read can be compared and stored.
    private static void requireRead(Import one) {
        if (one.step() == Step.LAYOUT || one.count("read") == 0) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.problem.notRead", Map.of());
        }
    }

    private static Map<String, Integer> zeroed(Map<String, Integer> counts) {
        Map<String, Integer> all = new HashMap<>();
        for (String state : List.of("new", "changed", "same", "duplicate", "refused", "missing")) {
            all.put(state, counts.getOrDefault(state, 0));
        }
        return all;
    }

    /// Stores what was taken. Compares anew first: if others stored something meanwhile so that the
    /// rows now mean something else, nothing is stored and the person looks again.
    private Map<String, Integer> commit(UUID id, Progress progress) {
        store.lock(id);
        Import one = imports.changeable(id);
        requireRead(one);
        Map<String, Integer> now = zeroed(comparing.compare(one, progress));
        if (!one.compared()
                || !now.entrySet().stream().allMatch(e -> one.count(e.getKey()) == e.getValue())) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.problem.changedMeanwhile", Map.of());
        }
        Map<String, Integer> counts = comparing.store(one, progress);
        store.addCounts(id, counts);
        store.setCommitted(id, OffsetDateTime.now(clock));
        UUID profile = one.profile();
        if (profile != null) {
            profiles.used(profile);
        }
        audit.record(
                "intake.committed",
                "import",
                id,
                Map.of(
                        "file",
                        one.fileName(),
                        "created",
                        counts.getOrDefault("created", 0),
                        "updated",
                        counts.getOrDefault("updated", 0)));
        return counts;
    }

    private Import undoable(UUID id) {
        Import one = imports.get(id);
        UUID unit = one.unit();
        access.require("intake.use", unit == null ? List.of() : List.of(unit));
        if (one.state() != Import.State.COMMITTED) {
            throw new KakehashiException(
                    KakehashiException.Kind.CONFLICT, "intake.undo.notCommitted", Map.of());
        }
        return one;
    }

    private Map<String, Integer> undo(UUID id) {
        store.lock(id);
        Import one = undoable(id);
        comparing.undo(one);
        store.setUndone(id, OffsetDateTime.now(clock));
        audit.record("intake.undone", "import", id, Map.of("file", one.fileName()));
        return Map.of();
    }
}
