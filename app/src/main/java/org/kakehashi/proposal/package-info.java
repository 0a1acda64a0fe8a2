/// Proposal: from the idea of an agreement to its signature (協定締結の提案). A proposal is a record of
/// its own, checked against the university's guideline, reviewed, drafted, negotiated and signed;
/// at the later signature it becomes an agreement. Serves P1.1.
@ApplicationModule(
        displayName = "proposal",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "compliance",
            "document",
            "review",
            "agreement"
        })
@NullMarked
package org.kakehashi.proposal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
