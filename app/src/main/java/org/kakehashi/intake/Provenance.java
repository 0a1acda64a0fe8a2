package org.kakehashi.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kakehashi.access.Access;
import org.kakehashi.intake.internal.SourceStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where facts are from: for every stored record the rows of the files that stated it. Rooms show
/// it with the template `intake.sources`.
@Service
public class Provenance {
    private static final String READ = "intake.read";

    private final SourceStore sources;
    private final Access access;

    Provenance(SourceStore sources, Access access) {
        this.sources = sources;
        this.access = access;
    }

    /// The sources of a record, newest first: `sourcesOf("agreement", id)`. Anyone who sees the
    /// record sees their names; only those who may read the list can open them.
    @Transactional(readOnly = true)
    public List<Source> sourcesOf(String kind, UUID id) {
        return sources.of(kind, id).stream()
                .map(found ->
                        new Source(
                                found.row(),
                                found.file(),
                                found.sheet(),
                                found.sheetRow(),
                                found.field(),
                                found.at(),
                                mayRead(found.unit()) ? "/intake/rows/" + found.row() : null))
                .toList();
    }

    private boolean mayRead(@Nullable UUID unit) {
        return access.may(READ, unit == null ? List.of() : List.of(unit));
    }
}
