/// Reporting: figures brought together for those who decide and for those who ask: dashboards,
/// pivots, reports and what is published (報告). Every figure comes from the strategy's indicators;
/// this room counts nothing itself. Serves P1.3.
@ApplicationModule(
        displayName = "report",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "document",
            "agreement",
            "agreement :: facts",
            "strategy",
            "strategy :: formula"
        })
@NullMarked
package org.kakehashi.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
