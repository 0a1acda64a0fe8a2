/// Kernel: the words every room speaks. Bilingual text, countries, fiscal years, dates with
/// precision, the person who is acting, errors, background jobs. Serves P1.3 and P2.3. Depends on
/// no other room.
@ApplicationModule(
        displayName = "kernel",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package org.kakehashi.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
