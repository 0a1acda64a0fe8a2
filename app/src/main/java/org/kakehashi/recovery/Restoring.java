package org.kakehashi.recovery;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kakehashi.recovery.internal.Restorer;

/// Restores a backup before the rooms start.
public final class Restoring {
    private Restoring() {}

    /// Puts the backup into an empty database and data folder.
    ///
    /// @param passphrase opens the installation key, where it is protected
    /// @param replace throw away what the target holds
    /// @throws BackupProblem if nothing was restored
    public static Manifest restore(
            Path backup, DataSource target, Path data, @Nullable String passphrase, boolean replace)
            throws SQLException, IOException {
        return new Restorer(target, data, passphrase).restore(backup, replace);
    }
}
