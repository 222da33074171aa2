package dev.tenon.schema.internal.migrations.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Opens files of a migrations directory. Only regular files inside it are opened: reading a pipe never ends, and a link
 * that leads out of the directory would let whoever writes a directory read the files of whoever runs Tenon.
 */
public final class ContainedFile {

    /** A file that is not read, although it exists. */
    static final class RefusedException extends IOException {

        private static final long serialVersionUID = 1;

        RefusedException(String reason) {
            super(reason);
        }
    }

    private ContainedFile() {}

    /**
     * Opens a file.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it cannot be read, or is not a regular file inside the directory
     */
    public static InputStream open(Path directory, String file) throws IOException {
        return Files.newInputStream(checked(directory, file));
    }

    /**
     * The path of a file, which need not exist.
     *
     * @throws IOException if it exists, and is not a regular file inside the directory
     */
    public static Path checked(Path directory, String file) throws IOException {
        Path path = directory.resolve(file);
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return path;
        }
        Path real = path.toRealPath();
        if (!real.startsWith(directory.toRealPath())) {
            throw new RefusedException("it is a link to " + real + ", outside the directory");
        }
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        if (!attributes.isRegularFile()) {
            throw new RefusedException(
                    attributes.isDirectory() ? "it is a directory" : "it is a pipe, a socket or a device");
        }
        return path;
    }
}
