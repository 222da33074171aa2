package dev.tenon.cli.option;

import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The migrations directory to write: a source folder, because a class path cannot be written. */
public final class SourcesOption {

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "The source directory of the migrations. Default: ${DEFAULT-VALUE}.",
            defaultValue = "src/main/resources/db/migrations")
    private Path migrations = Path.of("src/main/resources/db/migrations");

    public MigrationDirectory directory() {
        return MigrationDirectory.at(migrations);
    }

    public Path path() {
        return migrations;
    }
}
