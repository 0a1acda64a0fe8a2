/// Agreement: the register of agreements with partners (協定台帳). Parties, our units, kinds, term and
/// renewal, annexes with quotas and tuition waiver, signatures, and how each stands on a given day.
/// Serves P1.1 (agreements), and gives P1.3 its figures through [org.kakehashi.agreement.facts].
@ApplicationModule(
        displayName = "agreement",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "intake",
            "intake :: reading",
            "review",
            "document"
        })
@NullMarked
package org.kakehashi.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
