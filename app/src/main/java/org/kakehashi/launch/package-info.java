/// Launch: from the command line to a running system. Options, the data folder and its lock, the
/// embedded PostgreSQL or the university's own server, and one clear sentence in both languages
/// when something stands in the way.
@ApplicationModule(
        displayName = "launch",
        allowedDependencies = {"kernel", "ui", "access", "recovery"})
@NullMarked
package org.kakehashi.launch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
