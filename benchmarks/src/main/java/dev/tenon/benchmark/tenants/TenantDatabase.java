package dev.tenon.benchmark.tenants;

import dev.tenon.benchmark.Databases;
import dev.tenon.benchmark.Folders;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/**
 * A database with rows of tenants, created by Tenon's migrations. Closing it drops the database and its role, and
 * deletes the migrations.
 *
 * @param database the database
 * @param migrations the migrations directory
 */
record TenantDatabase(TestDatabase database, Path migrations) implements AutoCloseable {

    /** The role is kept if another database on the server uses it. */
    private static final String FORGET = """
            DROP OWNED BY %1$s;
            DO $$ BEGIN DROP ROLE %1$s; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $$;
            """.formatted(TenantSchemas.TENANCY.role());

    static TenantDatabase of(Schema schema) throws IOException {
        TestDatabase database = DevPostgres.shared().database();
        Path migrations = Files.createTempDirectory("tenon-benchmark");
        Databases.migrate(database, migrations, schema, MigrationHints.NONE);
        return new TenantDatabase(database, migrations);
    }

    @Override
    public void close() throws IOException, SQLException {
        Databases.execute(database, FORGET);
        database.close();
        Folders.delete(migrations);
    }
}
