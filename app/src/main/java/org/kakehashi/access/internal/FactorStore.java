package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.RECOVERY_CODES;
import static org.kakehashi.schema.access.Tables.SECOND_FACTORS;
import static org.kakehashi.schema.access.Tables.SECOND_FACTOR_ROLES;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.kernel.PersonalValues;
import org.kakehashi.schema.access.tables.records.SecondFactorsRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.second_factors`, `access.recovery_codes` and
/// `access.second_factor_roles`. Secrets are encrypted with the key of their person.
@Repository
public class FactorStore {
    /// A secret and the last step at which a code of it was used.
    public record Factor(byte[] secret, long lastStep) {}

    private final DSLContext jooq;
    private final PersonalValues personal;

    FactorStore(DSLContext jooq, PersonalValues personal) {
        this.jooq = jooq;
        this.personal = personal;
    }

    public Optional<Factor> find(UUID user) {
        return jooq.selectFrom(SECOND_FACTORS)
                .where(SECOND_FACTORS.USER_ID.eq(user))
                .fetchOptional(row -> new Factor(secret(row), row.getLastStep()));
    }

    /// Encrypts the secrets that were written before secrets were encrypted; how many.
    public int sealPlain() {
        var plain =
                jooq.selectFrom(SECOND_FACTORS).where(SECOND_FACTORS.SECRET.isNotNull()).fetch();
        for (var row : plain) {
            jooq.update(SECOND_FACTORS)
                    .setNull(SECOND_FACTORS.SECRET)
                    .set(SECOND_FACTORS.SEALED, sealed(row.getUserId(), row.getSecret()))
                    .where(SECOND_FACTORS.USER_ID.eq(row.getUserId()))
                    .execute();
        }
        return plain.size();
    }

    private byte[] secret(SecondFactorsRecord row) {
        String sealed = row.getSealed();
        return sealed == null
                ? row.getSecret()
                : Base64.getDecoder().decode(personal.open(sealed).orElseThrow());
    }

    private String sealed(UUID user, byte[] secret) {
        return personal.seal(user, Base64.getEncoder().encodeToString(secret));
    }

    public void save(UUID user, byte[] secret, long step, List<byte[]> recoveryHashes) {
        remove(user);
        jooq.insertInto(SECOND_FACTORS)
                .set(SECOND_FACTORS.USER_ID, user)
                .set(SECOND_FACTORS.SEALED, sealed(user, secret))
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
