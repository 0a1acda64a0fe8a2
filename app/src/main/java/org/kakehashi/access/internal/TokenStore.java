package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.TOKENS;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.kakehashi.access.ApiTokens.Token;
import org.kakehashi.schema.access.tables.records.TokensRecord;
import org.springframework.stereotype.Repository;

/// The only class that writes `access.tokens`.
@Repository
public class TokenStore {
    private final DSLContext jooq;

    TokenStore(DSLContext jooq) {
        this.jooq = jooq;
    }

    public UUID insert(
            UUID user,
            String name,
            String prefix,
            byte[] hash,
            Set<String> useCases,
            OffsetDateTime until) {
        return jooq.insertInto(TOKENS)
                .set(TOKENS.USER_ID, user)
                .set(TOKENS.NAME, name)
                .set(TOKENS.PREFIX, prefix)
                .set(TOKENS.TOKEN_HASH, hash)
                .set(TOKENS.USE_CASES, useCases.toArray(String[]::new))
                .set(TOKENS.EXPIRES_AT, until)
                .returningResult(TOKENS.ID)
                .fetchSingle()
                .value1();
    }

    public List<Token> of(UUID user) {
        return jooq.selectFrom(TOKENS)
                .where(TOKENS.USER_ID.eq(user).and(TOKENS.REVOKED_AT.isNull()))
                .orderBy(TOKENS.CREATED_AT.desc())
                .fetch(TokenStore::token);
    }

    public Optional<Token> valid(byte[] hash, OffsetDateTime now) {
        return jooq.selectFrom(TOKENS)
                .where(TOKENS.TOKEN_HASH.eq(hash))
                .and(TOKENS.REVOKED_AT.isNull())
                .and(TOKENS.EXPIRES_AT.gt(now))
                .fetchOptional(TokenStore::token);
    }

    public void used(UUID id, OffsetDateTime now) {
        jooq.update(TOKENS).set(TOKENS.LAST_USED_AT, now).where(TOKENS.ID.eq(id)).execute();
    }

    public boolean revoke(UUID user, UUID id, OffsetDateTime now) {
        return jooq.update(TOKENS)
                        .set(TOKENS.REVOKED_AT, now)
                        .where(TOKENS.ID.eq(id).and(TOKENS.USER_ID.eq(user)))
                        .and(TOKENS.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }

    /// Of someone erased nothing stays.
    public void forget(UUID user) {
        jooq.deleteFrom(TOKENS).where(TOKENS.USER_ID.eq(user)).execute();
    }

    private static Token token(TokensRecord row) {
        return new Token(
                row.getId(),
                row.getUserId(),
                row.getName(),
                row.getPrefix(),
                Set.of(row.getUseCases()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getLastUsedAt());
    }
}
