package org.kakehashi.recovery.internal;

import java.nio.file.Path;
import java.util.Map;
import org.kakehashi.kernel.JobKind;
import org.kakehashi.kernel.JobRun;
import org.kakehashi.kernel.KakehashiException;
import org.kakehashi.recovery.BackupProblem;
import org.kakehashi.recovery.Backups;
import org.kakehashi.recovery.Manifest;
import org.springframework.stereotype.Component;

/// Verifies the newest backup in the background.
@Component
class VerifyBackupJob implements JobKind {
    private final Backups backups;

    VerifyBackupJob(Backups backups) {
        this.backups = backups;
    }

    @Override
    public String name() {
        return Backups.VERIFY;
    }

    @Override
    public void run(JobRun run) throws Exception {
        Backups.Made newest = backups.newest().orElseThrow(KakehashiException::notFound);
        try {
            Manifest manifest = backups.verify(Path.of(newest.file()));
            run.result(
                    Map.of(
                            "file", newest.file(),
                            "rows", manifest.rows(),
                            "files", manifest.files().size()));
        } catch (BackupProblem problem) {
            throw KakehashiException.invalid(problem.key(), problem.arguments());
        }
    }
}
