package dev.tenon.benchmark;

import dev.tenon.runtime.Tenon;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

/** Migrates databases to schemas with the migrations that Tenon generates. */
public final class Databases {

    private Databases() {}

    /** Adds the migration to the schema, and applies the pending migrations. */
    public static void migrate(TestDatabase database, Path migrations, Schema schema, MigrationHints hints) {
        add(migrations, schema, hints);
        migrate(database, migrations);
    }

    /** Adds the migration to the schema. */
    public static void add(Path migrations, Schema schema, MigrationHints hints) {
        MigrationDirectory directory = MigrationDirectory.at(migrations);
        NextMigration.next(directory, new CompiledSnapshot(schema, hints, Map.of()), Set.of())
                .write(directory, "change");
    }

    /** Applies the pending migrations. */
    public static void migrate(TestDatabase database, Path migrations) {
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(migrations)
                .listener(event -> {})
                .load()
                .migrate();
    }

    /** Runs a script as the owner of all objects. */
    public static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
