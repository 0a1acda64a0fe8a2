package org.kakehashi.access.internal;

import static org.kakehashi.schema.access.Tables.GRANTS;
import static org.kakehashi.schema.access.Tables.USERS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.Mails;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/// Empties accounts, and keeps the list of who was erased beside the database, so that restoring an
/// older backup does not bring them back.
@Repository
public class ErasureStore {
    /// One key of an account a line, in the data folder.
    public static final String LIST = "erased-persons.txt";

    private final DSLContext jooq;
    private final Mails mails;
    private final @Nullable Path list;

    ErasureStore(DSLContext jooq, Mails mails, @Value("${kakehashi.data:}") String data) {
        this.jooq = jooq;
        this.mails = mails;
        this.list = data.isBlank() ? null : Path.of(data).resolve(LIST);
    }

    /// Whether the account is switched on; empty if there is none.
    public Optional<Boolean> active(UUID person) {
        return jooq.select(USERS.ACTIVE)
                .from(USERS)
                .where(USERS.ID.eq(person))
                .fetchOptional(USERS.ACTIVE);
    }

    public void erase(UUID person) {
        jooq.select(USERS.EMAIL)
                .from(USERS)
                .where(USERS.ID.eq(person))
                .fetchOptional(USERS.EMAIL)
                .ifPresent(mails::forget);
        jooq.update(USERS)
                .set(USERS.LOGIN, "erased-" + person)
                .set(USERS.NAME_JA, "（消去済み）")
                .set(USERS.NAME_EN, "(erased)")
                .setNull(USERS.EMAIL)
                .set(USERS.PASSWORD_HASH, "")
                .set(USERS.ACTIVE, false)
                .set(USERS.VERSION, USERS.VERSION.plus(1))
                .where(USERS.ID.eq(person))
                .execute();
        jooq.deleteFrom(GRANTS).where(GRANTS.USER_ID.eq(person)).execute();
    }

    public void remember(UUID person) {
        if (list == null) {
            return;
        }
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            Files.writeString(
                    list,
                    person + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Everyone who was ever erased here.
    public List<UUID> remembered() {
        if (list == null || !Files.exists(list)) {
            return List.of();
        }
        try {
            return Files.readAllLines(list).stream()
                    .map(line -> UUID.fromString(line.strip()))
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
