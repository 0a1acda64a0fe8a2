package org.kakehashi.recovery.internal;

import java.nio.file.Files;
import java.util.Map;
import org.kakehashi.kernel.JobKind;
import org.kakehashi.kernel.JobRun;
import org.kakehashi.recovery.Backups;
import org.springframework.stereotype.Component;

/// Makes a backup in the background.
@Component
class MakeBackupJob implements JobKind {
    private final Backups backups;

    MakeBackupJob(Backups backups) {
        this.backups = backups;
    }

    @Override
    public String name() {
        return Backups.MAKE;
    }

    @Override
    public void run(JobRun run) throws Exception {
        Files.createDirectories(backups.folder());
        Backups.Made made =
                backups.make(
                        backups.folder(),
                        String.valueOf(run.input().get("kind")),
                        tables -> run.progress(tables, -1));
        backups.thin();
        run.result(
                Map.of(
                        "file", made.file(),
                        "bytes", made.bytes(),
                        "rows", made.rows(),
                        "files", made.files()));
    }
}
