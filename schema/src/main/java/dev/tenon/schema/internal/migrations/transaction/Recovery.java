package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.json.JsonException;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Recovers a directory after an interrupted write: completes the write if it had reached its commit point, otherwise
 * undoes it. A recovery can itself be interrupted and repeated.
 */
final class Recovery {

    private final WritableDirectory folder;

    Recovery(WritableDirectory folder) {
        this.folder = folder;
    }

    /**
     * Undoes or completes an interrupted write, if there is one.
     *
     * @return whether there was one
     * @throws MigrationDirectoryException if a file has neither its old nor its new content
     */
    boolean run() throws IOException {
        boolean leftovers = folder.has(AtomicWrite.INTENT_NEW);
        folder.delete(AtomicWrite.INTENT_NEW);
        if (!folder.has(WriteIntent.FILE)) {
            return leftovers;
        }
        WriteIntent intent = intent();
        if (folder.checksum(intent.commit().file()).equals(intent.commit().after())) {
            finish(intent);
        } else {
            undo(intent);
        }
        return true;
    }

    /** Completes a write after its commit point: removes deleted files and the data that the write left. */
    void finish(WriteIntent intent) throws IOException {
        for (WriteIntent.Target target : intent.targets()) {
            Optional<Checksum> now = folder.checksum(target.file());
            if (target.after().isEmpty() && now.isPresent()) {
                require(now.equals(target.before()), target);
                folder.delete(target.file());
            }
        }
        tidy(intent);
    }

    private void undo(WriteIntent intent) throws IOException {
        for (WriteIntent.Target target : intent.targets()) {
            Optional<Checksum> now = folder.checksum(target.file());
            boolean restorable = target.before().isEmpty() || folder.has(target.oldFile());
            boolean written = now.equals(target.after()) && restorable;
            require(target.after().isEmpty() || now.equals(target.before()) || written, target);
        }
        for (WriteIntent.Target target : intent.targets()) {
            undo(target);
        }
        tidy(intent);
    }

    private void undo(WriteIntent.Target target) throws IOException {
        boolean untouched =
                target.after().isEmpty() || folder.checksum(target.file()).equals(target.before());
        if (untouched) {
            return;
        }
        if (target.before().isPresent()) {
            folder.move(target.oldFile(), target.file());
        } else {
            folder.delete(target.file());
        }
    }

    private void tidy(WriteIntent intent) throws IOException {
        for (WriteIntent.Target target : intent.targets()) {
            folder.delete(target.newFile());
            folder.delete(target.oldFile());
        }
        folder.delete(WriteIntent.FILE);
    }

    private void require(boolean known, WriteIntent.Target target) {
        if (!known) {
            throw DirectoryProblem.of(
                            DirectoryProblemCode.INTERRUPTED_WRITE,
                            folder.path(target.file()).toString(),
                            "the file was changed after a write to this directory was interrupted",
                            "copy the file to another place, restore it from version control or delete it if it is"
                                    + " not in"
                                    + " version control, and run the command again")
                    .exception();
        }
    }

    private WriteIntent intent() throws IOException {
        Path file = folder.checked(WriteIntent.FILE);
        try {
            return WriteIntent.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (JsonException broken) {
            throw DirectoryProblem.of(
                            DirectoryProblemCode.INTERRUPTED_WRITE,
                            file.toString(),
                            "the record of an interrupted write cannot be read: " + broken.getMessage(),
                            "use the Tenon version that started the write, or restore the directory from version"
                                    + " control")
                    .exception();
        }
    }
}
