/// Mobility: every international stay of students, researchers and staff, in and out (派遣・受入れ), and
/// where everybody is in a crisis. Counts by definition: the two outbound series and the inbound
/// ones are never mixed. Serves T1.1, T1.5, T2.4, P1.2, P1.3.
@ApplicationModule(
        displayName = "mobility",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "intake",
            "intake :: reading",
            "compliance",
            "person",
            "agreement"
        })
@NullMarked
package org.kakehashi.mobility;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
