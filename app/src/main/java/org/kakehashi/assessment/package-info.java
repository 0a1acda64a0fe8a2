/// Assessment (自己評価): yearly and mid-term cycles in which each action of a plan is graded with its
/// figures, a narrative in both languages and evidence; decided on by review; and what was promised
/// is followed up until it is done (P1.3).
@ApplicationModule(
        displayName = "assessment",
        allowedDependencies = {"kernel", "ui", "access", "review", "document", "strategy"})
@NullMarked
package org.kakehashi.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
