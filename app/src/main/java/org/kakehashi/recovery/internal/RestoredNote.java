package org.kakehashi.recovery.internal;

import java.util.Map;
import org.kakehashi.access.Audit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Says in the trail of a restored installation that it is one.
@Component
class RestoredNote {
    private final Audit audit;

    RestoredNote(Audit audit) {
        this.audit = audit;
    }

    @Transactional
    public void write(String file, int erasedAgain) {
        audit.record(
                "recovery.restoredHere",
                null,
                null,
                Map.of("file", file, "erasedAgain", erasedAgain));
    }
}
