/// Person: the people who come and go, once each (人). Names in several scripts, the least that is
/// needed, sensitive values sealed; possible duplicates found and merged so that it can be undone;
/// what is kept for how long, given out to whom it is about, and erased. Serves T1.1, T1.5, T2.4.
@ApplicationModule(
        displayName = "person",
        allowedDependencies = {"kernel", "ui", "access"})
@NullMarked
package org.kakehashi.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
