package dev.tenon.schema.internal.migrations.transaction;

import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes several files of a directory atomically, even if the write fails or the process is killed. The last file is
 * the commit point and is replaced by one rename. Until then the write can be undone from the data that it leaves next
 * to the files.
 */
public final class AtomicWrite {

    /** The path of the intent until it is complete. */
    static final String INTENT_NEW = WriteIntent.FILE + ".tenon-new";

    private final WritableDirectory folder;

    public AtomicWrite(WritableDirectory folder) {
        this.folder = folder;
    }

    /**
     * Changes the files.
     *
     * @param changes the changes, each file once; the last one must not be a removal
     * @throws IOException if it failed; the files are unchanged, or will be after {@link Recovery}
     */
    public void run(List<FileChange> changes) throws IOException {
        WriteIntent intent = intent(changes);
        try {
            folder.put(INTENT_NEW, intent.write());
            folder.move(INTENT_NEW, WriteIntent.FILE);
            prepare(intent, changes);
            for (WriteIntent.Target target : intent.targets()) {
                place(target);
            }
        } catch (IOException | RuntimeException e) {
            undo(e);
            throw e;
        }
        finish(intent);
    }

    private WriteIntent intent(List<FileChange> changes) throws IOException {
        List<WriteIntent.Target> targets = new ArrayList<>();
        for (FileChange change : changes) {
            Optional<Checksum> after = change.content().map(Checksum::of);
            targets.add(new WriteIntent.Target(change.file(), folder.checksum(change.file()), after));
        }
        return new WriteIntent(targets);
    }

    private void prepare(WriteIntent intent, List<FileChange> changes) throws IOException {
        for (int i = 0; i < changes.size(); i++) {
            WriteIntent.Target target = intent.targets().get(i);
            Optional<String> content = changes.get(i).content();
            if (content.isPresent()) {
                folder.put(target.newFile(), content.get());
            }
            boolean replaced = content.isPresent() && target.before().isPresent();
            if (replaced && !target.equals(intent.commit())) {
                folder.copy(target.file(), target.oldFile());
            }
        }
    }

    private void place(WriteIntent.Target target) throws IOException {
        // Removed files stay until the journal no longer contains them.
        if (target.after().isPresent()) {
            folder.move(target.newFile(), target.file());
        }
    }

    private void undo(Exception failure) {
        try {
            new Recovery(folder).run();
        } catch (IOException | RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /**
     * Cleans up after the commit point. If that fails, the next check reports the leftover files and the next write
     * removes them.
     */
    private void finish(WriteIntent intent) {
        try {
            new Recovery(folder).finish(intent);
        } catch (IOException | MigrationDirectoryException leftForLater) {
            return;
        }
    }
}
