package dev.tenon.schema.internal.generate;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The next migration of a directory. The newest snapshot and the parent hash are read at one point in time; if the
 * directory has changed when the migration is written, nothing is written.
 *
 * @param draft its changes and steps
 * @param number its number
 * @param parent the hash of the newest migration; empty if it is the first
 */
public record NextMigration(MigrationDraft draft, int number, Optional<Checksum> parent) {

    /**
     * Drafts the next migration.
     *
     * @param directory the migrations directory, which need not exist yet
     * @param compiled the compiled snapshot of the classes
     * @param accepted the acceptance tokens, exactly as findings print them
     * @throws dev.tenon.schema.internal.migrations.file.MigrationDirectoryException if the directory is broken
     */
    public static NextMigration next(MigrationDirectory directory, CompiledSnapshot compiled, Set<String> accepted) {
        return next(directory, compiled, accepted, List.of());
    }

    /**
     * Drafts the next migration with renames that the classes do not declare.
     *
     * @param directory the migrations directory, which need not exist yet
     * @param compiled the compiled snapshot of the classes
     * @param accepted the acceptance tokens, exactly as findings print them
     * @param renames the renames, each as {@code old=new}
     * @throws IllegalArgumentException if a rename matches no object, or several
     * @throws dev.tenon.schema.internal.migrations.file.MigrationDirectoryException if the directory is broken
     */
    public static NextMigration next(
            MigrationDirectory directory, CompiledSnapshot compiled, Set<String> accepted, List<String> renames) {
        DirectoryHead head = directory.head();
        CompiledSnapshot declared =
                renames.isEmpty() ? compiled : RenameOptions.declare(head.snapshot(), compiled, renames);
        return new NextMigration(MigrationDraft.of(head.snapshot(), declared, accepted), head.number(), head.parent());
    }

    /** The text of the SQL file if the migration has this name, for example {@code add_document_chunk}. */
    public String sql(String name) {
        return MigrationText.write(new MigrationName(number, name).toString(), draft.steps());
    }

    /**
     * Writes the migration: SQL, snapshot, change file and journal, all or none.
     *
     * @return its name
     * @throws IllegalArgumentException if the name is invalid
     * @throws IllegalStateException if there are no changes, or there are findings
     * @throws dev.tenon.schema.internal.migrations.file.MigrationDirectoryException if it cannot be written; then no
     *     file changes
     */
    public MigrationName write(MigrationDirectory directory, String name) {
        if (draft.isEmpty() || !draft.findings().isEmpty()) {
            throw new IllegalStateException(
                    "a draft can be written only if it has changes and no findings: " + draft.findings());
        }
        MigrationName written = new MigrationName(number, name);
        directory.write(new NewMigration(written, parent, sql(name), draft.snapshot()));
        return written;
    }
}
