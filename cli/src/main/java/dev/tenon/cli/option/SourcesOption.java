package dev.tenon.cli.option;

import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which migrations directory is written: one among the sources, since what is on a class path cannot be. */
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
