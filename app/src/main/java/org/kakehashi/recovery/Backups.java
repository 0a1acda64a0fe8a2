package org.kakehashi.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.access.Audit;
import org.kakehashi.access.AuditChain;
import org.kakehashi.kernel.InstallationKey;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.kakehashi.recovery.internal.BackupFile;
import org.kakehashi.recovery.internal.BackupStore;
import org.kakehashi.recovery.internal.BackupWriter;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Backups: made while people work, verified, kept for as long as the settings say.
@Service
public class Backups {
    /// The background work that makes one, and the one that verifies the newest.
    public static final String MAKE = "recovery.make";

    public static final String VERIFY = "recovery.check";

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'kakehashi-'uuuuMMdd-HHmmss'.zip'")
                    .withZone(ZoneOffset.UTC);

    /// A backup that was made.
    public record Made(
            java.util.UUID id,
            Instant at,
            String file,
            long bytes,
            long rows,
            long files,
            String kind,
            @Nullable String audit,
            @Nullable Instant verifiedAt,
            @Nullable String problem) {}

    /// Backups by the clock: whether, at which hour of the office's day, how many are kept.
    public record Settings(boolean scheduled, int hour, int kept) {}

    private final DataSource dataSource;
    private final BackupStore store;
    private final InstallationKey key;
    private final Environment environment;
    private final Access access;
    private final Audit audit;
    private final AuditChain chain;
    private final Jobs jobs;
    private final Clock clock;

    Backups(
            DataSource dataSource,
            BackupStore store,
            InstallationKey key,
            Environment environment,
            Access access,
            Audit audit,
            AuditChain chain,
            Jobs jobs,
            Clock clock) {
        this.dataSource = dataSource;
        this.store = store;
        this.key = key;
        this.environment = environment;
        this.access = access;
        this.audit = audit;
        this.chain = chain;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// Where backups by the page and by the clock go: `kakehashi.backup-folder`, or `backups` in
    /// the data folder. The command line writes where it is told.
    public Path folder() {
        String given = environment.getProperty("kakehashi.backup-folder");
        return given != null ? Path.of(given) : data().resolve("backups");
    }

    /// Writes one backup to this file, or into this folder under a name of its own.
    public Made make(Path to, String kind, LongConsumer progress) throws SQLException, IOException {
        access.require("recovery.backup");
        chain.anchor("backup");
        Path file = Files.isDirectory(to) ? to.resolve(NAME.format(clock.instant())) : to;
        String passphrase = environment.getProperty("KAKEHASHI_BACKUP_PASSPHRASE");
        Manifest manifest;
        try (Connection connection = dataSource.getConnection()) {
            manifest =
                    new BackupWriter(connection, data(), key.bytes(), passphrase)
                            .write(file, progress);
        }
        return store.insert(file.toAbsolutePath(), Files.size(file), manifest, kind);
    }

    /// Reads a backup to its end and compares every part with its hash.
    ///
    /// @throws BackupProblem naming the first part that is missing or altered
    public Manifest verify(Path file) throws IOException {
        access.require("recovery.backup");
        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
            store.verified(file.toAbsolutePath(), null);
            return backup.manifest();
        } catch (BackupProblem problem) {
            store.verified(file.toAbsolutePath(), problem.key());
            throw problem;
        }
    }

    public Job startMaking() {
        access.require("recovery.backup");
        audit.read("recovery.asked", null, null, Map.of());
        return jobs.start(MAKE, Map.of("kind", "page"));
    }

    public Job startVerifying() {
        access.require("recovery.backup");
        audit.read("recovery.verified", null, null, Map.of());
        return jobs.start(VERIFY, Map.of());
    }

    /// Newest first.
    public List<Made> list(int limit) {
        access.require("recovery.backup");
        return store.list(limit);
    }

    /// The newest, for the page and for those who must know how old it is.
    public Optional<Made> newest() {
        return store.list(1).stream().findFirst();
    }

    public Settings settings() {
        return store.settings();
    }

    @Transactional
    public void change(Settings settings) {
        access.require("recovery.backup");
        Settings before = store.settings();
        store.change(settings);
        audit.record(
                "recovery.settings",
                null,
                null,
                Map.of(
                        "scheduled", List.of(before.scheduled(), settings.scheduled()),
                        "hour", List.of(before.hour(), settings.hour()),
                        "kept", List.of(before.kept(), settings.kept())));
    }

    /// Is a backup by the clock due: the hour has come and none was made today?
    public boolean due() {
        Settings settings = store.settings();
        var now = clock.instant().atZone(clock.getZone());
        return settings.scheduled()
                && now.getHour() >= settings.hour()
                && store.list(1000).stream()
                        .filter(one -> one.kind().equals("clock"))
                        .noneMatch(one ->
                                one.at()
                                        .atZone(clock.getZone())
                                        .toLocalDate()
                                        .equals(now.toLocalDate()));
    }

    /// Deletes files of backups by the clock beyond the number that is kept.
    public int thin() throws IOException {
        int gone = 0;
        List<Made> clockwork =
                store.list(10_000).stream().filter(one -> one.kind().equals("clock")).toList();
        for (Made old : clockwork.stream().skip(store.settings().kept()).toList()) {
            Files.deleteIfExists(Path.of(old.file()));
            store.remove(old.id());
            gone++;
        }
        return gone;
    }

    private Path data() {
        return Path.of(environment.getProperty("kakehashi.data", "."));
    }
}
