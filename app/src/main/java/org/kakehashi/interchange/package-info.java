/// Interchange: what other programs ask of us and what is handed to them. Reconciliation of
/// institution names for OpenRefine and others (`/reconcile`), open to everybody because it tells
/// only what is public; and columns of names that staff have recognised (`/recognition`, the verb
/// `resolve`). Serves P1.3 and T2.5.
@ApplicationModule(
        displayName = "interchange",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "intake :: reading",
            "agreement",
            "agreement :: facts"
        })
@NullMarked
package org.kakehashi.interchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
