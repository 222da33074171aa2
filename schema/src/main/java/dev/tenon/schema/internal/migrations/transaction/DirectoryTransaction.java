package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.migrations.file.FileErrors;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** Gives one process at a time write access to a directory, which is created and recovered first if necessary. */
public final class DirectoryTransaction {

    private final WritableDirectory folder;
    private final String display;

    /** Access to a folder; problems name it {@code display}. */
    public DirectoryTransaction(WritableDirectory folder, String display) {
        this.folder = folder;
        this.display = display;
    }

    /** An action during which no other process writes the directory. */
    public interface Action<T> {
        T run() throws IOException;
    }

    /**
     * Runs an action during which no other process writes the directory.
     *
     * @throws MigrationDirectoryException if another process is writing, or a file operation fails
     */
    public <T> T run(Action<T> action) {
        Deque<Path> created = new ArrayDeque<>();
        try {
            folder.createFolders(created);
            return locked(action);
        } catch (IOException e) {
            throw FileErrors.failed(display, e);
        } finally {
            created.forEach(DirectoryTransaction::removeIfEmpty);
        }
    }

    private <T> T locked(Action<T> action) throws IOException {
        DirectoryLock lock = DirectoryLock.take(folder);
        try {
            new Recovery(folder).run();
            return action.run();
        } finally {
            lock.close();
        }
    }

    private static void removeIfEmpty(Path created) {
        try {
            Files.delete(created);
        } catch (IOException notEmpty) {
            // The action has written files into it.
        }
    }
}
