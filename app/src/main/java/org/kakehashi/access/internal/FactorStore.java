package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.RECOVERY_CODES;
import static org.kakehashi.schema.access.Tables.SECOND_FACTORS;
import static org.kakehashi.schema.access.Tables.SECOND_FACTOR_ROLES;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.second_factors`, `access.recovery_codes` and
/// `access.second_factor_roles`.
@Repository
public class FactorStore {
    /// A secret and the last step at which a code of it was used.
    public record Factor(byte[] secret, long lastStep) {}

    private final DSLContext jooq;

    FactorStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public Optional<Factor> find(UUID user) {
        return jooq.selectFrom(SECOND_FACTORS)
                .where(SECOND_FACTORS.USER_ID.eq(user))
                .fetchOptional(row -> new Factor(row.getSecret(), row.getLastStep()));
    }

    public void save(UUID user, byte[] secret, long step, List<byte[]> recoveryHashes) {
        remove(user);
        jooq.insertInto(SECOND_FACTORS)
                .set(SECOND_FACTORS.USER_ID, user)
                .set(SECOND_FACTORS.SECRET, secret)
                .set(SECOND_FACTORS.LAST_STEP, step)
                .execute();
        for (byte[] hash : recoveryHashes) {
            jooq.insertInto(RECOVERY_CODES)
                    .set(RECOVERY_CODES.USER_ID, user)
                    .set(RECOVERY_CODES.CODE_HASH, hash)
                    .execute();
        }
    }

    public boolean remove(UUID user) {
        jooq.deleteFrom(RECOVERY_CODES).where(RECOVERY_CODES.USER_ID.eq(user)).execute();
        return jooq.deleteFrom(SECOND_FACTORS).where(SECOND_FACTORS.USER_ID.eq(user)).execute()
                == 1;
    }

    /// Marks a step as used; false if it or a later one was used already, even at this moment.
    public boolean useStep(UUID user, long step) {
        return jooq.update(SECOND_FACTORS)
                        .set(SECOND_FACTORS.LAST_STEP, step)
                        .where(SECOND_FACTORS.USER_ID.eq(user))
                        .and(SECOND_FACTORS.LAST_STEP.lt(step))
                        .execute()
                == 1;
    }

    public boolean useRecoveryCode(UUID user, byte[] hash, OffsetDateTime now) {
        return jooq.update(RECOVERY_CODES)
                        .set(RECOVERY_CODES.USED_AT, now)
                        .where(RECOVERY_CODES.USER_ID.eq(user))
                        .and(RECOVERY_CODES.CODE_HASH.eq(hash))
                        .and(RECOVERY_CODES.USED_AT.isNull())
                        .execute()
                == 1;
    }

    public int recoveryCodesLeft(UUID user) {
        return jooq.fetchCount(
                RECOVERY_CODES,
                RECOVERY_CODES.USER_ID.eq(user).and(RECOVERY_CODES.USED_AT.isNull()));
    }

    public Set<String> rolesThatNeedIt() {
        return jooq.select(SECOND_FACTOR_ROLES.ROLE)
                .from(SECOND_FACTOR_ROLES)
                .fetchSet(SECOND_FACTOR_ROLES.ROLE);
    }

    public void rolesThatNeedIt(Collection<String> roles) {
        jooq.deleteFrom(SECOND_FACTOR_ROLES).execute();
        for (String role : roles) {
            jooq.insertInto(SECOND_FACTOR_ROLES).set(SECOND_FACTOR_ROLES.ROLE, role).execute();
        }
    }
}
