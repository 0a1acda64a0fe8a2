/// Recovery: nothing is lost. Backups of database and documents while people work, their
/// verification, restoring into an empty installation of the same or newer software, backups by the
/// clock. Serves P1.1. Needs no program of PostgreSQL.
@ApplicationModule(
        displayName = "recovery",
        allowedDependencies = {"kernel", "ui", "access"})
@NullMarked
package org.kakehashi.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
