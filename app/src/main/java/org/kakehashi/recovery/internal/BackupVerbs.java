package org.kakehashi.recovery.internal;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kakehashi.access.AuditChain;
import org.kakehashi.access.AuditReport;
import org.kakehashi.access.Erasure;
import org.kakehashi.kernel.Bilingual;
import org.kakehashi.kernel.Verb;
import org.kakehashi.recovery.BackupProblem;
import org.kakehashi.recovery.Backups;
import org.kakehashi.recovery.Manifest;
import org.kakehashi.ui.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// `backup`, `verify-backup`, and what `restore` ends with. Restoring itself happens before the
/// rooms start: see `org.kakehashi.launch`.
@Configuration(proxyBeanMethods = false)
class BackupVerbs {
    private interface Work {
        int run(List<String> arguments, PrintWriter out) throws Exception;
    }

    private record Named(String name, String key, Work work) implements Verb {
        @Override
        public Bilingual help() {
            return new Bilingual(
                    Messages.text(Locale.JAPANESE, key), Messages.text(Locale.ENGLISH, key));
        }

        @Override
        public int run(List<String> arguments, PrintWriter out) throws Exception {
            try {
                return work.run(arguments, out);
            } catch (BackupProblem problem) {
                say(out, problem.key(), problem.arguments());
                return 1;
            }
        }
    }

    @Bean
    Verb backupVerb(Backups backups) {
        return new Named(
                "backup",
                "recovery.verb.backup",
                (arguments, out) -> {
                    if (arguments.size() != 1) {
                        say(out, "recovery.verb.backup", Map.of());
                        return 2;
                    }
                    long begun = System.nanoTime();
                    Backups.Made made =
                            backups.make(Path.of(arguments.getFirst()), "command", n -> {});
                    say(out, "recovery.made", Map.of("file", made.file(), "n", made.rows()));
                    out.printf(
                            Locale.ROOT,
                            "BACKUP seconds=%.1f bytes=%d rows=%d files=%d audit=%s%n",
                            (System.nanoTime() - begun) / 1e9,
                            made.bytes(),
                            made.rows(),
                            made.files(),
                            made.audit());
                    return 0;
                });
    }

    @Bean
    Verb verifyBackupVerb(Backups backups) {
        return new Named(
                "verify-backup",
                "recovery.verb.verify",
                (arguments, out) -> {
                    if (arguments.size() != 1) {
                        say(out, "recovery.verb.verify", Map.of());
                        return 2;
                    }
                    Manifest manifest = backups.verify(Path.of(arguments.getFirst()));
                    say(
                            out,
                            "recovery.whole",
                            Map.of("n", manifest.rows(), "files", manifest.files().size()));
                    return 0;
                });
    }

    /// Runs in the restored installation.
    @Bean
    Verb restoreVerb(AuditChain chain, Erasure erasure, RestoredNote note) {
        return new Named(
                "restore",
                "recovery.verb.restore",
                (arguments, out) -> {
                    int again = erasure.eraseAgain();
                    note.write(arguments.isEmpty() ? "" : arguments.getFirst(), again);
                    AuditReport report = chain.verify(List.of(), done -> {});
                    out.println(report.line());
                    say(
                            out,
                            report.whole() ? "recovery.restored" : "recovery.restored.broken",
                            Map.of("again", again));
                    return report.whole() ? 0 : 1;
                });
    }

    private static void say(PrintWriter out, String key, Map<String, ?> arguments) {
        out.println(Messages.text(Locale.ENGLISH, key, arguments));
        out.println(Messages.text(Locale.JAPANESE, key, arguments));
        out.flush();
    }
}
