package org.kakehashi.kernel;

import static org.kakehashi.schema.kernel.Tables.PERSON_KEYS;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/// Values about a person, encrypted with a key of that person (AES-256-GCM), so that they can stand
/// in records that must never change. Erasing the person destroys the key: the records stay as they
/// are and can no longer be read.
@Component
public class PersonalValues {
    /// How a sealed value begins; the person's key and the ciphertext follow.
    public static final String MARK = "sealed:1:";

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int SECONDS_REMEMBERED = 60;

    /// A person's key as last read; null if the person has been erased.
    private record Known(byte @Nullable [] key, Instant until) {}

    private final DSLContext jooq;
    private final DSLContext apart;
    private final InstallationKey installation;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    PersonalValues(DataSource dataSource, InstallationKey installation, Clock clock) {
        this.jooq = DSL.using(new TransactionAwareDataSourceProxy(dataSource), SQLDialect.POSTGRES);
        this.apart = DSL.using(dataSource, SQLDialect.POSTGRES);
        this.installation = installation;
        this.clock = clock;
    }

    /// The value as it may be written into records that never change. Of a person who has been
    /// erased, nothing is kept.
    public String seal(UUID person, String value) {
        byte[] key = key(person);
        String sealed = MARK + person + ":";
        if (key == null) {
            return sealed;
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] secret =
                crypt(
                        Cipher.ENCRYPT_MODE,
                        key,
                        nonce,
                        person,
                        value.getBytes(StandardCharsets.UTF_8));
        return sealed + encode(nonce, secret);
    }

    /// Makes the keys of many persons at once, for lists; whoever has one keeps it.
    public void prepare(Collection<UUID> persons) {
        String id = InstallationKey.id(installation.bytes());
        Instant until = clock.instant().plusSeconds(SECONDS_REMEMBERED);
        Map<UUID, byte[]> fresh = new HashMap<>();
        var insert =
                apart.insertInto(
                        PERSON_KEYS,
                        PERSON_KEYS.PERSON_ID,
                        PERSON_KEYS.WRAPPED,
                        PERSON_KEYS.INSTALLATION_KEY);
        for (UUID person : persons) {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            fresh.put(person, key);
            insert = insert.values(person, wrap(person, key), id);
        }
        if (!fresh.isEmpty()) {
            insert.onConflictDoNothing()
                    .returning(PERSON_KEYS.PERSON_ID)
                    .fetch(PERSON_KEYS.PERSON_ID)
                    .forEach(person -> known.put(person, new Known(fresh.get(person), until)));
        }
    }

    /// Forgets keys that a list no longer needs at hand.
    public void release(Collection<UUID> persons) {
        persons.forEach(known::remove);
    }

    public static boolean isSealed(@Nullable String text) {
        return text != null && text.startsWith(MARK);
    }

    /// The value again; empty if the person has been erased. Text that is not sealed is given back.
    public Optional<String> open(String sealed) {
        if (!isSealed(sealed)) {
            return Optional.of(sealed);
        }
        int end = sealed.indexOf(':', MARK.length());
        UUID person = UUID.fromString(sealed.substring(MARK.length(), end));
        byte[] all = Base64.getUrlDecoder().decode(sealed.substring(end + 1));
        byte[] key = key(person);
        if (key == null || all.length <= NONCE) {
            return Optional.empty();
        }
        byte[] nonce = java.util.Arrays.copyOf(all, NONCE);
        byte[] secret = java.util.Arrays.copyOfRange(all, NONCE, all.length);
        return Optional.of(
                new String(
                        crypt(Cipher.DECRYPT_MODE, key, nonce, person, secret),
                        StandardCharsets.UTF_8));
    }

    /// Has this person been erased?
    public boolean erased(UUID person) {
        return jooq.fetchExists(
                PERSON_KEYS,
                PERSON_KEYS.PERSON_ID.eq(person).and(PERSON_KEYS.ERASED_AT.isNotNull()));
    }

    /// Destroys the person's key, within the caller's transaction. There is no way back.
    public void erase(UUID person) {
        key(person); // a person without a key gets one, to be remembered as erased
        jooq.update(PERSON_KEYS)
                .setNull(PERSON_KEYS.WRAPPED)
                .set(PERSON_KEYS.ERASED_AT, OffsetDateTime.now(clock))
                .set(PERSON_KEYS.ERASED_BY, CurrentUser.get().id())
                .where(PERSON_KEYS.PERSON_ID.eq(person).and(PERSON_KEYS.ERASED_AT.isNull()))
                .execute();
        known.remove(person);
    }

    private byte @Nullable [] key(UUID person) {
        Known remembered = known.get(person);
        if (remembered == null || remembered.until().isBefore(clock.instant())) {
            remembered = new Known(read(person), clock.instant().plusSeconds(SECONDS_REMEMBERED));
            known.put(person, remembered);
        }
        return remembered.key();
    }

    /// Keys are made on a connection of their own: a transaction that is rolled back must not take
    /// the key of values elsewhere with it.
    private byte @Nullable [] read(UUID person) {
        var row = apart.fetchOne(PERSON_KEYS, PERSON_KEYS.PERSON_ID.eq(person));
        if (row == null) {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            apart.insertInto(PERSON_KEYS)
                    .set(PERSON_KEYS.PERSON_ID, person)
                    .set(PERSON_KEYS.WRAPPED, wrap(person, fresh))
                    .set(PERSON_KEYS.INSTALLATION_KEY, InstallationKey.id(installation.bytes()))
                    .onConflictDoNothing()
                    .execute();
            row = apart.fetchSingle(PERSON_KEYS, PERSON_KEYS.PERSON_ID.eq(person));
        }
        byte[] wrapped = row.getWrapped();
        return wrapped == null ? null : unwrap(person, wrapped);
    }

    private byte[] wrap(UUID person, byte[] key) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] secret = crypt(Cipher.ENCRYPT_MODE, installation.bytes(), nonce, person, key);
        return ByteBuffer.allocate(NONCE + secret.length).put(nonce).put(secret).array();
    }

    private byte[] unwrap(UUID person, byte[] wrapped) {
        byte[] nonce = java.util.Arrays.copyOf(wrapped, NONCE);
        byte[] secret = java.util.Arrays.copyOfRange(wrapped, NONCE, wrapped.length);
        return crypt(Cipher.DECRYPT_MODE, installation.bytes(), nonce, person, secret);
    }

    private static String encode(byte[] nonce, byte[] secret) {
        byte[] all =
                ByteBuffer.allocate(nonce.length + secret.length).put(nonce).put(secret).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /// The person is bound to the ciphertext: a value moved to another person does not open.
    private static byte[] crypt(int mode, byte[] key, byte[] nonce, UUID person, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(person.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a personal value does not open with its key", e);
        }
    }
}
