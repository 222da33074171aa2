package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.file.MigrationFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Prevents two processes from writing to one directory at the same time. The operating system releases the lock when
 * its process ends.
 */
final class DirectoryLock {

    /** Its path during a write. */
    static final String FILE = MigrationFiles.META + "/.tenon-lock";

    private static final int ATTEMPTS = 100;

    private final Path path;
    private final FileChannel channel;

    private DirectoryLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws MigrationDirectoryException if another process, or another thread of this one, has it
     */
    static DirectoryLock take(WritableDirectory folder) throws IOException {
        Path path = folder.checked(FILE);
        for (int i = 0; i < ATTEMPTS; i++) {
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw busy(path);
            }
            // If the file has content, its last owner deleted it after it was opened here, and locking it protects
            // nothing.
            if (channel.size() == 0) {
                return new DirectoryLock(path, channel);
            }
            channel.close();
        }
        throw busy(path);
    }

    /** Releases the lock. */
    void close() throws IOException {
        try (channel) {
            Files.deleteIfExists(path);
            channel.write(ByteBuffer.wrap(new byte[] {1}));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ofThisProcess) {
            return null;
        }
    }

    private static MigrationDirectoryException busy(Path path) {
        return DirectoryProblem.of(
                        DirectoryProblemCode.BUSY,
                        path.toString(),
                        "another process is writing to this directory",
                        "wait until it has finished, and run the command again")
                .exception();
    }
}
