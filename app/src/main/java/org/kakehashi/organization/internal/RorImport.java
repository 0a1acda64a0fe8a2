package org.kakehashi.organization.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.JobCancelled;
import org.kakehashi.kernel.JobKind;
import org.kakehashi.kernel.JobRun;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.organization.Registry;
import org.kakehashi.organization.RegistryImported;
import org.kakehashi.organization.RegistryRelease;
import org.kakehashi.resolver.ror.RorException;
import org.kakehashi.resolver.ror.RorReader;
import org.kakehashi.resolver.ror.RorRecord;
import org.kakehashi.resolver.ror.RorRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The import of a ROR release as background work: reads the file into staging tables, then merges
/// them at one stroke. One at a time; broken off or cancelled it goes on after the last record
/// staged.
@Component
class RorImport implements JobKind {
    private static final Logger LOG = LoggerFactory.getLogger(RorImport.class);

    /// Advisory lock that the one import holds.
    static final long LOCK = 0x524f52;

    private static final int BATCH = 4_000;

    private final DataSource dataSource;
    private final RegistryStore registry;
    private final NameStore names;
    private final OrganizationSearch search;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    RorImport(
            DataSource dataSource,
            RegistryStore registry,
            NameStore names,
            OrganizationSearch search,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock) {
        this.dataSource = dataSource;
        this.registry = registry;
        this.names = names;
        this.search = search;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return Registry.JOB;
    }

    @Override
    public void run(JobRun run) throws Exception {
        Path file = Path.of(String.valueOf(run.input().get("file")));
        if (!Files.isReadable(file)) {
            throw KakehashiException.invalid("organization.import.noFile", Map.of());
        }
        try (Connection connection = dataSource.getConnection()) {
            lock(connection);
            UUID release = release(run, file);
            try {
                connection.setAutoCommit(false);
                stage(run, file, release, connection);
                merge(run, release, file, connection);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                connection.rollback();
                registry.state(
                        release,
                        e instanceof JobCancelled ? "cancelled" : "failed",
                        OffsetDateTime.now(clock));
                throw understood(e);
            } finally {
                connection.setAutoCommit(true);
                unlock(connection);
            }
            afterwards(run, release, file, connection);
        }
    }

    private static void lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            var row = statement.executeQuery();
            row.next();
            if (!row.getBoolean(1)) {
                throw new KakehashiException(
                        KakehashiException.Kind.CONFLICT, "organization.import.busy", Map.of());
            }
        }
    }

    private static void unlock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_unlock(?)")) {
            statement.setLong(1, LOCK);
            statement.execute();
        }
    }

    private UUID release(JobRun run, Path file) throws IOException {
        if (run.checkpoint().get("release") instanceof String known) {
            UUID release = UUID.fromString(known);
            registry.state(release, "running", null);
            return release;
        }
        UUID release =
                registry.begin(
                        RorRelease.of(file),
                        run.input().get("user") instanceof String user
                                ? UUID.fromString(user)
                                : null,
                        text(run, "login"));
        run.checkpoint(Map.of("release", release.toString()));
        return release;
    }

    private void stage(JobRun run, Path file, UUID release, Connection connection)
            throws IOException, SQLException {
        long done = registry.staged(release);
        if (done == 0) {
            registry.clearStage();
            registry.clearProblems(release);
        }
        RorStaging staging = new RorStaging(connection, release, json);
        long[] now = new long[1];
        long size = Files.size(file);
        try (RorReader reader =
                RorRelease.of(file)
                        .open(problem -> {
                            if (problem.record() > done) {
                                staging.problem(problem);
                            }
                        })) {
            for (RorRecord record = reader.next(); record != null; record = reader.next()) {
                if (reader.count() > done) {
                    staging.add(reader.count(), record);
                }
                if (reader.count() / BATCH != now[0]) {
                    now[0] = reader.count() / BATCH;
                    staging.flush();
                    run.progress(Math.min(reader.packedBytes(), size - 1), size);
                }
            }
            staging.flush();
            if (reader.count() == reader.skipped()) {
                throw KakehashiException.invalid("organization.import.noRecords", Map.of());
            }
            registry.read(release, reader.count(), reader.skipped());
            LOG.debug("{} records staged", reader.count());
        }
    }

    private void merge(JobRun run, UUID release, Path file, Connection connection)
            throws IOException {
        long size = Files.size(file);
        var jooq = DSL.using(connection, SQLDialect.POSTGRES);
        new RorMerge(jooq, release, () -> run.progress(size, size))
                .run(text(run, "user"), "ROR " + file.getFileName());
    }

    private void afterwards(JobRun run, UUID release, Path file, Connection connection)
            throws SQLException, IOException {
        LOG.debug("merged");
        registry.clearStage();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "vacuum (analyze) organization.search, organization.organizations, organization.names, "
                            + "organization.relations, organization.successions");
        }
        LOG.debug("vacuumed");
        transaction.executeWithoutResult(status -> names.withOwnNames().forEach(names::index));
        search.refresh();
        events.publishEvent(new RegistryImported(release));
        run.result(result(registry.find(release).orElseThrow()));
        if (Boolean.TRUE.equals(run.input().get("ours"))) {
            Files.deleteIfExists(file);
            Path folder = Objects.requireNonNull(file.getParent());
            Files.deleteIfExists(folder);
        }
    }

    private static Map<String, Object> result(RegistryRelease release) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("records", release.records());
        result.put("added", release.added());
        result.put("changed", release.changed());
        result.put("withdrawn", release.withdrawn());
        result.put("unchanged", release.unchanged());
        result.put("missing", release.missing());
        result.put("broken", release.broken());
        return result;
    }

    private static Exception understood(Exception problem) {
        if (problem instanceof RorException ror) {
            return KakehashiException.invalid(
                    "organization.import." + ror.reason().name().toLowerCase(java.util.Locale.ROOT),
                    Map.of());
        }
        if (problem instanceof java.util.zip.ZipException
                || problem instanceof java.io.EOFException) {
            return KakehashiException.invalid("organization.import.damaged", Map.of());
        }
        return problem;
    }

    private static @Nullable String text(JobRun run, String key) {
        return run.input().get(key) instanceof String text ? text : null;
    }
}
