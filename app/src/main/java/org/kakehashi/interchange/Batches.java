package org.kakehashi.interchange;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.interchange.internal.BatchStore;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.OrganizationRef;
import org.kakehashi.organization.Organizations;
import org.kakehashi.organization.Recognition;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists of names recognised in one go: brought in, worked through in the background, what is open
/// decided by people, given out again. Whoever may decide about organizations makes aliases; the
/// decisions of others hold for their list.
@Service
public class Batches {
    /// Name of the job kind.
    public static final String JOB = "interchange.recognise";

    public static final int MOST_ROWS = 100_000;
    public static final int MOST_COLUMNS = 60;
    private static final String USE = "interchange.recognise";

    /// How many lines stand how.
    ///
    /// @param open not certain and not decided
    public record Counts(int all, int certain, int decided, int open, int none, int waiting) {}

    /// A spelling to be decided once for all its lines.
    public record Spelling(BatchLine first, int lines) {}

    private final BatchStore store;
    private final Recognition recognition;
    private final Organizations organizations;
    private final Jobs jobs;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Batches(
            BatchStore store,
            Recognition recognition,
            Organizations organizations,
            Jobs jobs,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.recognition = recognition;
        this.organizations = organizations;
        this.jobs = jobs;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean mayUse() {
        return access.may(USE) && CurrentUser.get().signedIn();
    }

    /// Takes a list in. Columns are guessed; a list of one column is begun with at once.
    @Transactional
    public Batch create(String name, List<List<String>> rows) {
        access.require(USE);
        List<List<String>> kept =
                rows.stream()
                        .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                        .map(row -> row.size() > MOST_COLUMNS ? row.subList(0, MOST_COLUMNS) : row)
                        .limit(MOST_ROWS)
                        .toList();
        if (kept.isEmpty()) {
            throw KakehashiException.invalid("interchange.batch.empty", Map.of());
        }
        Columns guess =
                Columns.guess(kept.subList(0, Math.min(40, kept.size())), recognition.index());
        UUID id = store.insert(name, guess);
        store.insertLines(id, kept);
        audit.record(
                "interchange.batch.created",
                "batch",
                id,
                Map.of("name", name, "rows", kept.size()));
        return get(id);
    }

    /// Says which columns count, and begins.
    @Transactional
    public Job start(UUID id, int text, @Nullable Integer country, boolean headed) {
        Batch batch = get(id);
        if (text < 1 || text > MOST_COLUMNS) {
            throw KakehashiException.invalid("interchange.batch.column", Map.of());
        }
        store.choose(batch.id(), text, country, headed);
        Job job = jobs.start(JOB, Map.of("batch", id.toString()));
        store.begun(id, job.id());
        return job;
    }

    /// One's own lists; the office and administrators see all.
    @Transactional(readOnly = true)
    public List<Batch> list(int limit) {
        access.require(USE);
        return store.list(seesAll() ? null : CurrentUser.get().id(), limit);
    }

    @Transactional(readOnly = true)
    public Batch get(UUID id) {
        access.require(USE);
        Batch batch = store.find(id).orElseThrow(KakehashiException::notFound);
        if (!seesAll() && !Objects.equals(batch.by(), CurrentUser.get().id())) {
            throw KakehashiException.forbidden(USE);
        }
        return batch;
    }

    private static boolean seesAll() {
        CurrentUser user = CurrentUser.get();
        return user.has("office") || user.has("administrator");
    }

    public Optional<Job> job(Batch batch) {
        return Optional.ofNullable(batch.job()).flatMap(jobs::find);
    }

    @Transactional(readOnly = true)
    public Counts counts(Batch batch) {
        return store.counts(batch);
    }

    /// The first rows as they came, the head included.
    @Transactional(readOnly = true)
    public List<BatchLine> head(Batch batch, int rows) {
        return store.head(batch.id(), rows);
    }

    /// @param standing `all`, `certain`, `decided`, `open` or `none`
    @Transactional(readOnly = true)
    public List<BatchLine> page(Batch batch, String standing, long offset, int limit) {
        return store.page(batch, standing, offset, limit);
    }

    /// Spellings not decided yet, in the order of the list.
    @Transactional(readOnly = true)
    public List<Spelling> open(Batch batch, int limit) {
        return store.open(batch, limit);
    }

    @Transactional(readOnly = true)
    public BatchLine line(Batch batch, int position) {
        return store.line(batch, position).orElseThrow(KakehashiException::notFound);
    }

    /// Organizations of candidates, by id.
    public Map<UUID, OrganizationRef> candidates(BatchLine line) {
        return organizations.find(line.candidates().stream().map(BatchLine.Choice::id).toList());
    }

    /// Whether decisions become aliases, or hold for this list only.
    public boolean remembers() {
        return recognition.mayDecide();
    }

    /// The line, and all that are written so, mean this organization.
    @Transactional
    public void choose(UUID id, int position, UUID organization) {
        BatchLine line = line(get(id), position);
        organizations.get(organization);
        boolean remember = recognition.mayDecide();
        if (remember) {
            recognition.confirm(line.text(), line.country(), organization);
        }
        decide(id, line, "organization", organization, remember);
    }

    /// It is none that we know.
    @Transactional
    public void none(UUID id, int position) {
        BatchLine line = line(get(id), position);
        boolean remember = recognition.mayDecide();
        if (remember) {
            recognition.confirmNone(line.text(), line.country());
        }
        decide(id, line, "none", null, remember);
    }

    /// Somebody will decide later.
    @Transactional
    public void later(UUID id, int position) {
        decide(id, line(get(id), position), "later", null, false);
    }

    /// Takes the person's last decision in this list back; answers which line it was about.
    @Transactional
    public Optional<BatchLine> undo(UUID id) {
        Batch batch = get(id);
        Optional<BatchLine> last = store.lastDecided(batch, CurrentUser.get().login());
        last.ifPresent(line -> {
            if (line.remembered() && recognition.mayDecide()) {
                recognition.forget(line.text(), line.country());
            }
            store.reopen(id, line);
            audited(id, line, "open", null);
        });
        return last;
    }

    @Transactional
    public void delete(UUID id) {
        Batch batch = get(id);
        job(batch).filter(job -> !job.state().over()).ifPresent(job -> jobs.cancel(job.id()));
        store.delete(id);
        audit.record("interchange.batch.deleted", "batch", id, Map.of("name", batch.name()));
    }

    private void decide(
            UUID id,
            BatchLine line,
            String decision,
            @Nullable UUID organization,
            boolean remembered) {
        store.decide(id, line, decision, organization, remembered, OffsetDateTime.now(clock));
        audited(id, line, decision, organization);
    }

    private void audited(UUID id, BatchLine line, String decision, @Nullable UUID organization) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("text", line.text());
        detail.put("decision", decision);
        detail.put("organization", organization == null ? "" : organization.toString());
        audit.record("interchange.batch.decided", "batch", id, detail);
    }
}
