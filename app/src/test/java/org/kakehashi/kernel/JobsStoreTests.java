package org.kakehashi.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/// A job begins when what it was started with is there, and never otherwise.
@Import(JobsStoreTests.Kinds.class)
class JobsStoreTests extends ApplicationTest {
    private static final List<String> RAN = new CopyOnWriteArrayList<>();

    /// Less than the pause between two looks at the queue.
    private static final Duration SOON = Duration.ofSeconds(4);

    @Autowired private Jobs jobs;
    @Autowired private TransactionTemplate transaction;
    @Autowired private DSLContext jooq;

    @TestConfiguration
    static class Kinds {
        @Bean
        JobKind noting() {
            return new JobKind() {
                @Override
                public String name() {
                    return "kernel.job.noting";
                }

                @Override
                public void run(JobRun run) {
                    RAN.add(String.valueOf(run.input().get("word")));
                }
            };
        }
    }

    private Job start(String word) {
        return jobs.start("kernel.job.noting", Map.of("word", word));
    }

    private void ends(UUID job) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(jobs.get(job).state()).isEqualTo(Job.State.DONE));
    }

    @Test
    void aJobStartedInATransactionBeginsOnceThatHasCommitted() {
        Job job =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            Job started = start("within");
                            assertThat(started.state()).isEqualTo(Job.State.WAITING);
                            return started;
                        }));

        ends(job.id());
        assertThat(RAN).containsOnlyOnce("within");
    }

    @Test
    void aJobStartedByItselfBeginsAtOnce() {
        ends(start("alone").id());

        assertThat(RAN).containsOnlyOnce("alone");
    }

    @Test
    void aJobRolledBackNeverWas() {
        UUID id =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            status.setRollbackOnly();
                            return start("never").id();
                        }));

        ends(start("after").id());
        assertThat(jobs.find(id)).isEmpty();
        assertThat(queued(id)).isZero();
        assertThat(RAN).doesNotContain("never");
    }

    private int queued(UUID id) {
        return jooq.fetchCount(
                jooq.selectFrom("kernel.scheduled_tasks")
                        .where("task_instance = ?", id.toString()));
    }
}
