/// Home: where each role lands, and the search over all rooms. Serves P1.3 and P2.2. Shows the
/// cards ([org.kakehashi.ui.HomeCard]) and asks the sources ([org.kakehashi.ui.SearchSource]) that
/// the other rooms contribute.
@ApplicationModule(
        displayName = "home",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "agreement",
            "agreement :: facts",
            "strategy"
        })
@NullMarked
package org.kakehashi.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
