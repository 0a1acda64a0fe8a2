package org.kakehashi.kernel;

import static org.kakehashi.schema.kernel.Tables.JOBS;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.kakehashi.schema.kernel.tables.records.JobsRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Background work: started here, run by db-scheduler (so that a crash resumes it), watched by
/// people. A job and its place in the queue are written in the caller's transaction, or in one of
/// their own: it begins once that has committed, and never if that is rolled back.
@Component
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final DSLContext jooq;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<JobKind> kinds;
    private final TransactionTemplate transaction;
    private final TransactionTemplate apart;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;

    Jobs(
            DSLContext jooq,
            DataSource dataSource,
            JsonMapper json,
            Clock clock,
            TransactionTemplate transaction,
            PlatformTransactionManager transactions,
            ObjectProvider<JobKind> kinds,
            ObjectProvider<Recurring> recurring) {
        this.jooq = jooq;
        this.transaction = transaction;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.json = json;
        this.clock = clock;
        this.kinds = kinds;
        this.task =
                Tasks.oneTime("job")
                        .execute((instance, context) -> execute(UUID.fromString(instance.getId())));
        this.scheduler =
                Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                        .startTasks(recurring.stream().map(Jobs::recurring).toList())
                        .tableName("kernel.scheduled_tasks")
                        .threads(2)
                        .pollingInterval(Duration.ofSeconds(5))
                        .heartbeatInterval(Duration.ofSeconds(5))
                        .shutdownMaxWait(Duration.ofSeconds(5))
                        .build();
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext()
                instanceof org.springframework.web.context.WebApplicationContext) {
            scheduler.start();
        }
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /// Starts a job in the background, as soon as the caller's transaction, if any, has committed.
    public Job start(String kind, Map<String, Object> input) {
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    UUID id = insert(kind, input);
                    queue(id);
                    return get(id);
                }));
    }

    private void queue(UUID id) {
        scheduler.schedule(task.instance(id.toString()), Instant.now(clock));
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        scheduler.triggerCheckForDueExecutions();
                    }
                });
    }

    /// Runs a job on this thread to its end: for the command line.
    public Job runHere(String kind, Map<String, Object> input) {
        UUID id = insert(kind, input);
        execute(id);
        return get(id);
    }

    /// Asks a running job to end at its next step, or ends a waiting one.
    public void cancel(UUID id) {
        jooq.update(JOBS)
                .set(JOBS.CANCEL_REQUESTED, true)
                .where(JOBS.ID.eq(id).and(JOBS.STATE.in("waiting", "running")))
                .execute();
    }

    /// Starts a cancelled or failed job again from its last checkpoint.
    public void resume(UUID id) {
        transaction.executeWithoutResult(status -> {
            int found =
                    jooq.update(JOBS)
                            .set(JOBS.STATE, "waiting")
                            .set(JOBS.CANCEL_REQUESTED, false)
                            .setNull(JOBS.PROBLEM)
                            .setNull(JOBS.ENDED_AT)
                            .where(JOBS.ID.eq(id).and(JOBS.STATE.in("cancelled", "failed")))
                            .execute();
            if (found == 1) {
                queue(id);
            }
        });
    }

    public Job get(UUID id) {
        return find(id).orElseThrow(KakehashiException::notFound);
    }

    public Optional<Job> find(UUID id) {
        return jooq.selectFrom(JOBS).where(JOBS.ID.eq(id)).fetchOptional(this::job);
    }

    /// The latest jobs of a kind, newest first.
    public List<Job> latest(String kind, int limit) {
        return jooq.selectFrom(JOBS)
                .where(JOBS.KIND.eq(kind))
                .orderBy(JOBS.CREATED_AT.desc())
                .limit(limit)
                .fetch(this::job);
    }

    private static RecurringTask<Void> recurring(Recurring work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every()))
                .execute((instance, context) -> CurrentUser.SYSTEM.run(work::run));
    }

    private UUID insert(String kind, Map<String, Object> input) {
        return jooq.insertInto(JOBS)
                .set(JOBS.KIND, kind)
                .set(JOBS.INPUT, write(input))
                .set(JOBS.STARTED_BY, CurrentUser.get().id())
                .returningResult(JOBS.ID)
                .fetchSingle()
                .value1();
    }

    private void execute(UUID id) {
        Job job = find(id).orElse(null);
        JobKind kind = job == null ? null : kindsByName().get(job.kind());
        if (job == null || kind == null || job.state().over()) {
            return;
        }
        jooq.update(JOBS)
                .set(JOBS.STATE, "running")
                .set(JOBS.STARTED_AT, now())
                .where(JOBS.ID.eq(id))
                .execute();
        try {
            String from = Origin.get().isEmpty() ? Origin.BACKGROUND : Origin.get();
            Origin.call(
                    from,
                    () ->
                            CurrentUser.SYSTEM.call(() -> {
                                runUnchecked(kind, new Run(job));
                                return job.id();
                            }));
            end(id, "done", null);
        } catch (JobCancelled cancelled) {
            end(id, "cancelled", null);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e; // the application is stopping: db-scheduler starts the job again next time
            }
            LOG.warn("Job {} {} failed", job.kind(), id, e);
            end(id, "failed", problem(e));
        }
    }

    private static void runUnchecked(JobKind kind, JobRun run) {
        try {
            kind.run(run);
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String problem(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof KakehashiException known ? known.key() : root.toString();
    }

    private void end(UUID id, String state, @org.jspecify.annotations.Nullable String problem) {
        jooq.update(JOBS)
                .set(JOBS.STATE, state)
                .set(JOBS.PROBLEM, problem)
                .set(JOBS.ENDED_AT, now())
                .where(JOBS.ID.eq(id))
                .execute();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private Map<String, JobKind> kindsByName() {
        return kinds.stream().collect(Collectors.toMap(JobKind::name, Function.identity()));
    }

    private JSONB write(Map<String, Object> value) {
        return JSONB.valueOf(json.writeValueAsString(value));
    }

    private Map<String, Object> read(JSONB value) {
        return json.readValue(value.data(), MAP);
    }

    private Job job(JobsRecord row) {
        return new Job(
                row.getId(),
                row.getKind(),
                Job.State.valueOf(row.getState().toUpperCase(Locale.ROOT)),
                read(row.getInput()),
                read(row.getResult()),
                row.getDone(),
                row.getTotal(),
                row.getProblem(),
                row.getStartedBy(),
                row.getCreatedAt(),
                row.getStartedAt(),
                row.getEndedAt());
    }

    private final class Run implements JobRun {
        private final Job job;
        private long toldAt;

        Run(Job job) {
            this.job = job;
        }

        @Override
        public UUID id() {
            return job.id();
        }

        @Override
        public Map<String, Object> input() {
            return job.input();
        }

        @Override
        public Map<String, Object> checkpoint() {
            return read(
                    jooq.select(JOBS.CHECKPOINT)
                            .from(JOBS)
                            .where(JOBS.ID.eq(job.id()))
                            .fetchSingle()
                            .value1());
        }

        @Override
        public void checkpoint(Map<String, Object> state) {
            jooq.update(JOBS)
                    .set(JOBS.CHECKPOINT, write(state))
                    .where(JOBS.ID.eq(job.id()))
                    .execute();
        }

        @Override
        public void progress(long done, long total) {
            long now = System.nanoTime();
            if (toldAt != 0 && now - toldAt < 200_000_000L && done != total) {
                return;
            }
            toldAt = now;
            if (Boolean.TRUE.equals(apart.execute(status -> tell(done, total)))) {
                throw new JobCancelled();
            }
        }

        private boolean tell(long done, long total) {
            return jooq.update(JOBS)
                    .set(JOBS.DONE, done)
                    .set(JOBS.TOTAL, total < 0 ? null : (Long) total)
                    .where(JOBS.ID.eq(job.id()))
                    .returningResult(JOBS.CANCEL_REQUESTED)
                    .fetchSingle()
                    .value1();
        }

        @Override
        public void result(Map<String, Object> result) {
            jooq.update(JOBS).set(JOBS.RESULT, write(result)).where(JOBS.ID.eq(job.id())).execute();
        }
    }
}
