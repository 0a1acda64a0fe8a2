package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.PROFILES;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.kernel.CurrentUser;
import org.kakehashi.schema.intake.tables.records.ProfilesRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes saved layouts.
@Repository
public class ProfileStore {
    /// A saved layout.
    public record Profile(UUID id, String name, Layout layout, int used) {}

    private final DSLContext jooq;
    private final IntakeJson json;

    ProfileStore(DSLContext jooq, IntakeJson json) {
        this.jooq = jooq;
        this.json = json;
    }

    /// The one used most among those for these headers.
    public Optional<Profile> findByFingerprint(Collection<String> fingerprints) {
        return jooq.selectFrom(PROFILES)
                .where(PROFILES.FINGERPRINT.in(fingerprints))
                .orderBy(PROFILES.USED.desc(), PROFILES.SAVED_AT.desc())
                .limit(1)
                .fetchOptional(this::profile);
    }

    public Optional<Profile> find(UUID id) {
        return jooq.selectFrom(PROFILES).where(PROFILES.ID.eq(id)).fetchOptional(this::profile);
    }

    private Profile profile(ProfilesRecord row) {
        return new Profile(
                row.getId(),
                row.getName(),
                json.read(row.getLayout(), Layout.class),
                row.getUsed());
    }

    /// Keeps a layout; the one kept before for the same headers is replaced.
    public UUID save(String name, Layout layout) {
        return jooq.insertInto(PROFILES)
                .set(PROFILES.NAME, name)
                .set(PROFILES.FINGERPRINT, layout.fingerprint())
                .set(PROFILES.LAYOUT, json.write(layout))
                .set(PROFILES.SAVED_BY_LOGIN, CurrentUser.get().login())
                .onConflict(PROFILES.FINGERPRINT)
                .doUpdate()
                .set(PROFILES.NAME, name)
                .set(PROFILES.LAYOUT, json.write(layout))
                .set(PROFILES.SAVED_BY_LOGIN, CurrentUser.get().login())
                .returningResult(PROFILES.ID)
                .fetchSingle()
                .value1();
    }

    public void used(UUID id) {
        jooq.update(PROFILES)
                .set(PROFILES.USED, PROFILES.USED.plus(1))
                .where(PROFILES.ID.eq(id))
                .execute();
    }
}
