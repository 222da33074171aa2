package dev.tenon.runtime.change;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.change.ChangeCase;
import dev.tenon.schema.change.Plans;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Databases in the state before a change, with rows. Cases with the same initial schema share a template. */
final class ChangeDatabase {

    private ChangeDatabase() {}

    /** Creates a database in which the migration of {@link #first} has been applied. */
    static Scratch before(ChangeCase change, int version, Path temporary) throws SQLException {
        Scratch scratch = Scratch.create(
                version, "before " + SnapshotJson.write(change.before()), empty -> fill(empty, change, temporary));
        if (change.hints().backfills().containsKey(ObjectPath.column(Plans.PLAN, "stars"))) {
            scratch.executeAsIs("UPDATE plan SET stars = NULL WHERE stars = 4");
        }
        return scratch;
    }

    private static void fill(TestDatabase database, ChangeCase change, Path temporary)
            throws IOException, SQLException {
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(first(change, Files.createTempDirectory(temporary, "template"))
                        .path())
                .listener(event -> {})
                .load()
                .migrate();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(Plans.ROWS);
        }
    }

    /** Creates a folder with the migration to the state before the change. */
    static MigrationsFolder first(ChangeCase change, Path folder) {
        return new MigrationsFolder(folder).generate("init", change.before());
    }
}
