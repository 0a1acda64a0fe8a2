package org.kakehashi.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.kernel.DemoData;
import org.kakehashi.kernel.Job;
import org.kakehashi.kernel.Jobs;
import org.springframework.beans.factory.annotation.Autowired;

/// Backups made while people work, verified, and restored elsewhere.
class RecoveryPageTests extends BackupTest {
    @TempDir private Path folder;
    @Autowired private Jobs jobs;
    @Autowired private List<DemoData> contributions;

    @BeforeAll
    void fill() throws IOException {
        CurrentUser.SYSTEM.run(() ->
                contributions.stream()
                        .filter(one -> one.order() > 0)
                        .sorted(java.util.Comparator.comparingInt(DemoData::order))
                        .forEach(DemoData::fill));
        Path documents = data().resolve("documents/ab");
        Files.createDirectories(documents);
        Files.writeString(documents.resolve("abcdef"), "協定書 Agreement", StandardCharsets.UTF_8);
    }

    @Test
    void aDamagedBackupIsFoundAndNotRestored() throws Exception {
        Path file = folder.resolve("damaged.zip");
        CurrentUser.SYSTEM.call(() -> make(file));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 3] ^= 0x10;
        Files.write(file, bytes);
        assertThatThrownBy(() -> CurrentUser.SYSTEM.call(() -> check(file)))
                .isInstanceOfSatisfying(
                        BackupProblem.class,
                        problem -> assertThat(problem.key()).isEqualTo("recovery.problem.broken"));
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> CurrentUser.SYSTEM.call(() -> check(file)))
                .isInstanceOf(BackupProblem.class);
    }

    @Test
    void administratorsSeeHowOldTheNewestIsAndMakeOne() throws Exception {
        var admin = signedInAs("admin");
        assertThat(signedInAs("office").status("/recovery")).isEqualTo(403);
        var job =
                admin.submit(
                        admin.get("/recovery").expectFirst("form[action$=/backups]"), Map.of());
        assertThat(job.title()).startsWith("Backup");
        Job made = ended(Backups.MAKE);
        assertThat(made.state()).as(String.valueOf(made.problem())).isEqualTo(Job.State.DONE);
        assertThat(Path.of(String.valueOf(made.result().get("file")))).exists();
        admin.submit(admin.get("/recovery").expectFirst("form[action$=/verification]"), Map.of());
        assertThat(ended(Backups.VERIFY).state()).isEqualTo(Job.State.DONE);
        assertThat(admin.get("/recovery").text()).contains("Less than an hour old", "Whole,");
        assertThat(admin.get("/recovery?lang=ja").text()).contains("1時間以内", "正常");
    }

    @Test
    void backupsByTheClockKeepAsManyAsTheSettingsSay() throws Exception {
        var admin = signedInAs("admin");
        admin.submit(
                admin.get("/recovery").expectFirst("form[action$=/settings]"),
                Map.of("scheduled", "true", "hour", "0", "kept", "1"));
        assertThat(backups.due()).isTrue();
        Path first = folder.resolve("first.zip");
        Path second = folder.resolve("second.zip");
        CurrentUser.SYSTEM.call(() -> make(first, "clock"));
        assertThat(backups.due()).isFalse();
        CurrentUser.SYSTEM.call(() -> make(second, "clock"));
        assertThat(backups.thin()).isEqualTo(1);
        assertThat(first).doesNotExist();
        assertThat(second).exists();
    }

    private Job ended(String kind) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        Job job = jobs.latest(kind, 1).getFirst();
        while (!job.state().over() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
            job = jobs.get(job.id());
        }
        return job;
    }
}
