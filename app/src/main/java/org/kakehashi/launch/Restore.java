package org.kakehashi.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.kakehashi.recovery.BackupProblem;
import org.kakehashi.recovery.Restoring;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `restore FILE [--replace]`: before the rooms start, for they would fill the schema they are to
/// find. The verb of the same name then runs in the restored installation.
final class Restore {
    private static final String VERB = "restore";
    private static final String REPLACE = "--replace";

    private Restore() {}

    static boolean isAsked(Options options) {
        return !options.verb.isEmpty() && options.verb.getFirst().equals(VERB);
    }

    static void run(Options options, String url, String user, String password) {
        List<String> words = options.verb.subList(1, options.verb.size());
        boolean replace = words.contains(REPLACE);
        List<String> files = words.stream().filter(word -> !word.equals(REPLACE)).toList();
        if (files.size() != 1) {
            throw new StartupProblem("recovery.verb.restore", Map.of());
        }
        try {
            Restoring.restore(
                    Path.of(files.getFirst()),
                    new DriverManagerDataSource(url, user, password),
                    options.dataFolder(),
                    System.getenv("KAKEHASHI_BACKUP_PASSPHRASE"),
                    replace);
        } catch (BackupProblem problem) {
            throw new StartupProblem(problem.key(), problem.arguments());
        } catch (SQLException | IOException e) {
            throw new StartupProblem(
                    "launch.problem.verb", Map.of("verb", VERB, "reason", e.toString()));
        }
    }
}
