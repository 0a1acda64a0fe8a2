package org.kakehashi.recovery.internal;

import static org.kakehashi.schema.recovery.Tables.BACKUPS;
import static org.kakehashi.schema.recovery.Tables.SETTINGS;

import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.recovery.Backups.Made;
import org.kakehashi.recovery.Backups.Settings;
import org.kakehashi.recovery.Manifest;
import org.kakehashi.schema.recovery.tables.records.BackupsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes the schema `recovery`.
@Repository
public class BackupStore {
    private final DSLContext jooq;
    private final Clock clock;

    BackupStore(DSLContext jooq, Clock clock) {
        this.jooq = jooq;
        this.clock = clock;
    }

    public Made insert(Path file, long bytes, Manifest manifest, String kind) {
        return made(
                jooq.insertInto(BACKUPS)
                        .set(BACKUPS.AT, OffsetDateTime.parse(manifest.made()))
                        .set(BACKUPS.FILE, file.toString())
                        .set(BACKUPS.BYTES, bytes)
                        .set(BACKUPS.ROWS, manifest.rows())
                        .set(BACKUPS.FILES, (long) manifest.files().size())
                        .set(BACKUPS.KIND, kind)
                        .set(BACKUPS.AUDIT, manifest.audit())
                        .set(BACKUPS.MADE_BY, CurrentUser.get().id())
                        .returning()
                        .fetchSingle());
    }

    /// Newest first.
    public List<Made> list(int limit) {
        return jooq.selectFrom(BACKUPS)
                .orderBy(BACKUPS.AT.desc())
                .limit(limit)
                .fetch(BackupStore::made);
    }

    /// Notes the result of a verification; null is "whole".
    public void verified(Path file, @Nullable String problem) {
        jooq.update(BACKUPS)
                .set(BACKUPS.VERIFIED_AT, OffsetDateTime.now(clock))
                .set(BACKUPS.PROBLEM, problem)
                .where(BACKUPS.FILE.eq(file.toString()))
                .execute();
    }

    public void remove(UUID id) {
        jooq.deleteFrom(BACKUPS).where(BACKUPS.ID.eq(id)).execute();
    }

    public Settings settings() {
        return jooq.selectFrom(SETTINGS)
                .fetchSingle(row -> new Settings(row.getScheduled(), row.getHour(), row.getKept()));
    }

    public void change(Settings settings) {
        jooq.update(SETTINGS)
                .set(SETTINGS.SCHEDULED, settings.scheduled())
                .set(SETTINGS.HOUR, settings.hour())
                .set(SETTINGS.KEPT, settings.kept())
                .execute();
    }

    private static Made made(BackupsRecord row) {
        OffsetDateTime verified = row.getVerifiedAt();
        return new Made(
                row.getId(),
                row.getAt().toInstant(),
                row.getFile(),
                row.getBytes(),
                row.getRows(),
                row.getFiles(),
                row.getKind(),
                row.getAudit(),
                verified == null ? null : verified.toInstant(),
                row.getProblem());
    }
}
