package org.kakehashi.recovery.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.kakehashi.kernel.InstallationKey;
import org.kakehashi.recovery.BackupProblem;
import org.kakehashi.recovery.Manifest;

/// The installation key in a backup: in the clear, or wrapped by a passphrase (PBKDF2 with
/// HMAC-SHA-256 and 600,000 rounds as OWASP's Password Storage Cheat Sheet names them,
/// AES-256-GCM).
final class KeyWrap {
    private static final int ROUNDS = 600_000;
    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final HexFormat HEX = HexFormat.of();

    private KeyWrap() {}

    static Manifest.Key wrap(byte[] key, @Nullable String passphrase) {
        String id = InstallationKey.id(key);
        if (passphrase == null || passphrase.isEmpty()) {
            return new Manifest.Key(id, HEX.formatHex(key), null, null);
        }
        SecureRandom random = new SecureRandom();
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        byte[] secret = crypt(Cipher.ENCRYPT_MODE, passphrase, salt, nonce, key);
        byte[] all = ByteBuffer.allocate(NONCE + secret.length).put(nonce).put(secret).array();
        return new Manifest.Key(id, null, HEX.formatHex(salt), HEX.formatHex(all));
    }

    /// @throws BackupProblem if the passphrase is missing or wrong
    static byte[] unwrap(Manifest.Key key, @Nullable String passphrase) {
        if (key.plain() != null) {
            return HEX.parseHex(key.plain());
        }
        if (passphrase == null || passphrase.isEmpty()) {
            throw new BackupProblem("recovery.problem.passphrase.missing");
        }
        byte[] all = HEX.parseHex(String.valueOf(key.wrapped()));
        return crypt(
                Cipher.DECRYPT_MODE,
                passphrase,
                HEX.parseHex(String.valueOf(key.salt())),
                Arrays.copyOf(all, NONCE),
                Arrays.copyOfRange(all, NONCE, all.length));
    }

    private static byte[] crypt(
            int mode, String passphrase, byte[] salt, byte[] nonce, byte[] text) {
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(
                                    new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, 256))
                            .getEncoded();
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new BackupProblem("recovery.problem.passphrase.wrong");
        }
    }
}
