package org.kakehashi.home.internal;

import static org.kakehashi.schema.organization.Tables.REGISTRY_RELEASES;

import java.time.LocalDate;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// Reads which release of the registry of organizations is in use.
@Repository
public class RegistryState {
    /// The release read in last.
    public record Release(String name, @Nullable LocalDate releasedOn, int records) {}

    private final DSLContext jooq;

    RegistryState(DSLContext jooq) {
        this.jooq = jooq;
    }

    /// Empty where none has been read in yet.
    public Optional<Release> latest() {
        return jooq.selectFrom(REGISTRY_RELEASES)
                .where(REGISTRY_RELEASES.STATE.eq("done"))
                .orderBy(REGISTRY_RELEASES.ENDED_AT.desc())
                .limit(1)
                .fetchOptional(
                        row -> new Release(row.getName(), row.getReleasedOn(), row.getRecords()));
    }
}
