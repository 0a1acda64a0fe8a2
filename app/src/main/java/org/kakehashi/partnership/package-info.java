/// Partnership: what passes between the university and a partner besides agreements. Visits in both
/// directions with what follows from them; shown on the partner's profile and when a renewal is
/// decided. Serves P1.1 and P1.2.
@ApplicationModule(
        displayName = "partnership",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "intake",
            "intake :: reading",
            "review",
            "document",
            "compliance",
            "agreement",
            "agreement :: facts",
            "proposal"
        })
@NullMarked
package org.kakehashi.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
