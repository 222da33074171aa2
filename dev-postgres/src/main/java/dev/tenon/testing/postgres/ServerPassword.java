package dev.tenon.testing.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random password of a server that this JVM starts. Whoever knows it is superuser there.
 *
 * @param text 128 random bits as hexadecimal digits, which no URL needs to encode
 */
record ServerPassword(String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;
    private static final String MAC = "HmacSHA256";

    static ServerPassword random() {
        return new ServerPassword(HexFormat.of().formatHex(randomBytes()));
    }

    /**
     * Returns what a server stores of this password: with it, a client can be checked, but nobody can log in. It is hashed
     * once, because 128 random bits are not guessed, and every connection is a third faster than after 4096 times.
     */
    String scramVerifier() {
        byte[] salt = randomBytes();
        byte[] salted = mac(text.getBytes(US_ASCII), salt, new byte[] {0, 0, 0, 1});
        byte[] stored = sha256(mac(salted, "Client Key".getBytes(US_ASCII)));
        byte[] server = mac(salted, "Server Key".getBytes(US_ASCII));
        Base64.Encoder base64 = Base64.getEncoder();
        return "SCRAM-SHA-256$1:" + base64.encodeToString(salt) + "$" + base64.encodeToString(stored) + ":"
                + base64.encodeToString(server);
    }

    /** Returns a text without the password. */
    @Override
    public String toString() {
        return "a random password";
    }

    private static byte[] randomBytes() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static byte[] mac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + MAC, e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
