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
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database with rows of tenants, created by Tenon's migrations. Closing it drops the database and its role, and
 * deletes the migrations.
 *
 * @param database the database
 * @param migrations the migrations directory
 */
record TenantDatabase(TestDatabase database, Path migrations) implements AutoCloseable {

    static final String LOGIN = "tenon_benchmark_login";

    private static final String CREATE_LOGIN = """
            DO $$ BEGIN
                CREATE ROLE %1$s LOGIN NOINHERIT PASSWORD '%1$s';
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            GRANT %2$s TO %1$s""".formatted(LOGIN, TenantSchemas.TENANCY.role());

    /** The role is kept if another database on the server uses it. */
    private static final String FORGET = """
            DROP OWNED BY %1$s;
            DROP OWNED BY %2$s;
            DO $$ BEGIN DROP ROLE %1$s, %2$s; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $$;
            """.formatted(TenantSchemas.TENANCY.role(), LOGIN);

    static TenantDatabase of(Schema schema) throws IOException {
        TestDatabase database = DevPostgres.shared().database();
        Path migrations = Files.createTempDirectory("tenon-benchmark");
        Databases.migrate(database, migrations, schema, MigrationHints.NONE);
        execute(database, CREATE_LOGIN);
        return new TenantDatabase(database, migrations);
    }

    private static void execute(TestDatabase database, String sql) throws IOException {
        try {
            Databases.execute(database, sql);
        } catch (SQLException refused) {
            throw new IOException(refused);
        }
    }

    /** Returns a source of connections of a login role that may only act in the application role. */
    static PGSimpleDataSource loginSource(TestDatabase database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(LOGIN);
        source.setPassword(LOGIN);
        return source;
    }

    @Override
    public void close() throws IOException, SQLException {
        Databases.execute(database, FORGET);
        database.close();
        Folders.delete(migrations);
    }
}
