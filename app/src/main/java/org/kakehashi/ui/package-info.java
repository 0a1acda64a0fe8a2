/// Ui: what every page shares. Layout, components, message lookup, charts, the world map, CSV and
/// XLSX out, the language switch, the error page. Serves P2.3 (both languages) and P2.1 (accessible
/// to all). Depends on the kernel only.
@ApplicationModule(
        displayName = "ui",
        allowedDependencies = "kernel",
        type = ApplicationModule.Type.OPEN)
@NullMarked
package org.kakehashi.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
