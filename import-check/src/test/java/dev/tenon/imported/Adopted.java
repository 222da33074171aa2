package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A database of another tool with Tenon's first migration, and the result of {@code tenon baseline}. */
final class Adopted {

    private final TestDatabase database;
    private final Path migrations;

    private Adopted(TestDatabase database, Path migrations) {
        this.database = database;
        this.migrations = migrations;
    }

    /**
     * The result of a command.
     *
     * @param exit its exit code
     * @param text its complete output
     */
    record Answer(int exit, String text) {}

    /** Imports the database, compiles the sources, and generates the first migration in the folder. */
    static Adopted by(TestDatabase database, Connection connection, Path folder) throws IOException, SQLException {
        EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "adopted", EntityStyle.RECORD);
        assertThat(sources.files().keySet())
                .as("no history table is an entity")
                .noneMatch(file -> file.matches(".*(?i)(flyway|changelog|prisma|drizzle|DbMigration).*"));
        Path migrations = folder.resolve("tenon");
        MigrationDirectory directory = MigrationDirectory.at(migrations);
        NextMigration.next(directory, Compiled.of(sources.files(), sources.naming(), folder), Set.of())
                .write(directory, "baseline");
        return new Adopted(database, migrations);
    }

    /** Runs {@code tenon baseline} with additional arguments. */
    Answer baseline(String... more) throws IOException {
        return tenon("baseline", more);
    }

    /** Runs {@code tenon status}. */
    Answer status() throws IOException {
        return tenon("status");
    }

    private Answer tenon(String command, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.tenon.cli.Main",
                command,
                "--migrations",
                migrations.toString()));
        line.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", database.url());
        // No other tool's files are in its default location.
        builder.directory(Files.createDirectories(migrations).toFile());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Answer(process.waitFor(), text);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }
}
