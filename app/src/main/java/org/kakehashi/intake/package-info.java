/// Intake: the lists that departments keep become records. A workbench, not a parser: it reads a
/// file, guesses what it means, asks what it does not know, shows what would change, stores it in
/// one transaction and can take it back. Every stored fact knows its row ([Provenance]). Serves
/// P1.3 and P1.1. Higher rooms say where the records of a kind of list go ([ListTarget]).
@ApplicationModule(
        displayName = "intake",
        allowedDependencies = {"kernel", "ui", "access", "organization"})
@NullMarked
package org.kakehashi.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
