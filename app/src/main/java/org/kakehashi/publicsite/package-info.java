/// Publicsite: what everyone may see without signing in (公開ページ). The map of our partners and the
/// register of agreements made public, both languages, as a file. Serves P1.1 and P1.7. Reads as
/// the public does ([org.kakehashi.kernel.CurrentUser#PUBLIC]), whoever looks.
@ApplicationModule(
        displayName = "publicsite",
        allowedDependencies = {
            "kernel",
            "ui",
            "access",
            "organization",
            "agreement",
            "agreement :: facts",
            "proposal",
            "partnership :: designation",
            "strategy"
        })
@NullMarked
package org.kakehashi.publicsite;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
