package dev.tenon.schema.internal.generate;

import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.JournalEntry;

/** Replaces the first migrations of a directory by one that creates the same schema. */
public final class MigrationSquasher {

    private MigrationSquasher() {}

    /**
     * Squashes the migrations up to a number.
     *
     * @param number the number of the last one, which the new migration gets
     * @param name the name of the new migration
     * @param withManualParts whether to append the manual parts of the replaced migrations
     * @return the journal entry of the new migration, which lists those that it replaces
     * @throws dev.tenon.schema.internal.migrations.file.MigrationDirectoryException as {@link MigrationDirectory#squash}
     * @throws MigrationRebaser.RefusedException if the schema cannot be created in one migration
     */
    public static JournalEntry squash(MigrationDirectory directory, int number, String name, boolean withManualParts) {
        return directory.squash(number, name, withManualParts, MigrationRebaser.regenerator(MigrationHints.NONE));
    }
}
