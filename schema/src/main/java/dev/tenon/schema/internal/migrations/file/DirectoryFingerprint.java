package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Computes one checksum of the names and bytes of all files of a migrations directory. */
public final class DirectoryFingerprint {

    private static final int BLOCK = 64 * 1024;

    private DirectoryFingerprint() {}

    /** The fingerprint; empty if the files cannot be listed, as on some class paths. */
    public static Optional<Checksum> of(DirectoryLocation location) {
        Checksum.Calculator sum = new Checksum.Calculator();
        byte[] block = new byte[BLOCK];
        try {
            for (String folder : List.of("", MigrationFiles.META)) {
                Optional<List<String>> names = location.list(folder);
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                for (String name : names.get()) {
                    add(location, folder.isEmpty() ? name : folder + "/" + name, sum, block);
                }
            }
            return Optional.of(sum.checksum());
        } catch (IOException unreadable) {
            throw FileErrors.failed(location.display(""), unreadable);
        }
    }

    /**
     * Adds a file. Names contain no zero character, and the length follows the content, so the names and contents of
     * different files cannot be confused.
     */
    private static void add(DirectoryLocation location, String file, Checksum.Calculator sum, byte[] block)
            throws IOException {
        sum.add(file + "\0");
        long length = 0;
        try (InputStream in = location.open(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                sum.add(block, count);
                length += count;
            }
        }
        sum.add("\0" + length + "\0");
    }
}
