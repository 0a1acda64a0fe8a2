/// Compliance: the dated state of due diligence of each institution, with its history, who may see
/// what, and the gate that rooms ask before something is signed (P1.1, T3.5). Screening itself is
/// not here yet.
@ApplicationModule(
        displayName = "compliance",
        allowedDependencies = {"kernel", "ui", "access", "organization"})
@NullMarked
package org.kakehashi.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
