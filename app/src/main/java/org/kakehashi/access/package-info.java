/// Access: who may do what. Sign-in, roles granted in the dated tree of our own units, permissions
/// as data, the audit trail. Serves P2.5 and P1.3. Every door of every room asks [Access] before it
/// acts.
@ApplicationModule(
        displayName = "access",
        allowedDependencies = {"kernel", "ui"})
@NullMarked
package org.kakehashi.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
