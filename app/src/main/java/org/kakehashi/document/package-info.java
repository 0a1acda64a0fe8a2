/// Document (文書): files that last. Kept by their content, in versions, with kind, language,
/// confidentiality, retention and legal hold; each belongs to a record of some room, whose rights
/// it follows ([DocumentOwner]). Serves P2.5 and P1.1; every room that has papers uses it.
@ApplicationModule(
        displayName = "document",
        allowedDependencies = {"kernel", "ui", "access"})
@NullMarked
package org.kakehashi.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
