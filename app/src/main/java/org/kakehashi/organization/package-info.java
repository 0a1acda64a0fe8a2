/// Organizations: the institutions of the world as our university knows them. The ROR registry and
/// records of our own, every name they have, who continues whom, the faculties of partners; search
/// as you type and recognition of institutions in text. Serves P1.1, P1.3 and P2.4. Higher rooms
/// add their part to the profile page ([ProfileSection]) and their filter to the list
/// ([OrganizationUse]).
@ApplicationModule(
        displayName = "organization",
        allowedDependencies = {"kernel", "ui", "access"})
@NullMarked
package org.kakehashi.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
