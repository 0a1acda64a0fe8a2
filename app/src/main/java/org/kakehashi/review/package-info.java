/// Review (審議): one engine for every approval, review and committee. Processes are configuration,
/// in editions; a case runs one on a subject that a room contributes ([ReviewSubject]) and always
/// says where it stands and who holds it. Serves P2.5; every room that needs a decision uses it.
@ApplicationModule(
        displayName = "review",
        allowedDependencies = {"kernel", "ui", "access", "document"})
@NullMarked
package org.kakehashi.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
