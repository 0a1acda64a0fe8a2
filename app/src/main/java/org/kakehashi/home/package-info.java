/// Home: where each role lands. Serves P1.3 and P2.2. Shows the cards that other rooms contribute.
@ApplicationModule(
        displayName = "home",
        allowedDependencies = {"kernel", "ui"})
@NullMarked
package org.kakehashi.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
