package dev.tenon.schema.internal.migrations;

import dev.tenon.schema.internal.migrations.file.FolderLocation;
import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import dev.tenon.schema.internal.migrations.write.DirectoryWriter;
import java.nio.file.Path;

/** The ways of writing that the tests interrupt, each on a directory with two migrations. */
enum WriteAction {
    WRITE {
        @Override
        void run(DirectoryWriter writer, Path path) {
            writer.write(SampleMigrations.migration(MigrationDirectory.at(path).head(), 3, "step_3"));
        }
    },
    DROP {
        @Override
        void run(DirectoryWriter writer, Path path) {
            writer.drop(false);
        }
    };

    abstract void run(DirectoryWriter writer, Path path);

    void run(Path path, FileOperations ops) {
        run(new DirectoryWriter(new FolderLocation(path), ops), path);
    }
}
