/// Strategy: plans with their actions, the catalogue of indicators, and the figures that show how
/// far they are (戦略・指標). A figure is computed at once from the facts of the rooms below, through
/// the same filter as the list of its records. Serves P1.3, and every action through its
/// indicators.
@ApplicationModule(
        displayName = "strategy",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "agreement",
            "review",
            "agreement :: facts"
        })
@NullMarked
package org.kakehashi.strategy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
