package org.kakehashi.intake.internal;

import static org.kakehashi.schema.intake.Tables.PROFILES;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.intake.understanding.Layout;
import org.kakehashi.kernel.CurrentUser;
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

    public Optional<Profile> findByFingerprint(String fingerprint) {
        return fingerprint.isEmpty()
                ? Optional.empty()
                : jooq.selectFrom(PROFILES)
                        .where(PROFILES.FINGERPRINT.eq(fingerprint))
                        .fetchOptional(row ->
                                new Profile(
                                        row.getId(),
                                        row.getName(),
                                        json.read(row.getLayout(), Layout.class),
                                        row.getUsed()));
    }

    public Optional<Profile> find(UUID id) {
        return jooq.selectFrom(PROFILES)
                .where(PROFILES.ID.eq(id))
                .fetchOptional(row ->
                        new Profile(
                                row.getId(),
                                row.getName(),
                                json.read(row.getLayout(), Layout.class),
                                row.getUsed()));
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
