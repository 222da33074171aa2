package dev.tenon.testing.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A shell script of this jar.
 *
 * @param name its file name
 * @param bytes its text
 */
@SuppressWarnings("ArrayRecordComponent")
record ShellScript(String name, byte[] bytes) {
    static ShellScript named(String name) throws IOException {
        try (InputStream resource = ShellScript.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("this jar lacks its script " + name);
            }
            return new ShellScript(name, resource.readAllBytes());
        }
    }

    /** Returns eight characters of a hash of the text. */
    String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes the script to the folder, so that a shell can read it. */
    Path in(Path folder) throws IOException {
        Path file = folder.resolve(fingerprint() + "-" + name);
        if (!Files.exists(file)) {
            Path draft = Files.createTempFile(folder, name, ".new");
            Files.write(draft, bytes);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
