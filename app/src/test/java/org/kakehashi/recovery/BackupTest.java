package org.kakehashi.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.kakehashi.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/// Base of tests that make backups of the running application and look into them.
abstract class BackupTest extends ApplicationTest {
    @Autowired Backups backups;
    @Autowired Environment environment;

    Backups.Made make(Path file) {
        return make(file, "command");
    }

    Backups.Made make(Path file, String kind) {
        try {
            return backups.make(file, kind, done -> {});
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Manifest check(Path file) {
        try {
            return backups.verify(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Path data() {
        return Path.of(environment.getRequiredProperty("kakehashi.data"));
    }
}
