package dev.tenon.imported.evolution;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A role that owns the database and may create roles, as clouds give it, migrates and verifies tables on which row-level
 * security is forced, and sees all their rows although it can bypass no policy.
 */
class OwnerTest {

    @ParameterizedTest
    @ValueSource(strings = {"tenancy-afterwards", "fenced-tables-with-rows", "fenced-tables-with-a-policy"})
    void anOwnerWithoutBypassrlsSeesEveryRow(String name, @TempDir Path folder) throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.shared().database()) {
            String owner = "owner_" + database.name();
            execute(
                    database,
                    "CREATE ROLE " + owner + " LOGIN CREATEROLE PASSWORD 'secret'",
                    "ALTER DATABASE " + database.name() + " OWNER TO " + owner,
                    "DO $$ BEGIN CREATE ROLE app_migrator; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                    "GRANT app_migrator TO " + owner);
            PGSimpleDataSource migrator = new PGSimpleDataSource();
            migrator.setUrl(database.jdbcUrl());
            migrator.setUser(owner);
            migrator.setPassword("secret");
            try {
                new ScenarioRun(database.dataSource(), migrator, folder).run(Scenario.named(name));
            } finally {
                execute(
                        database,
                        "ALTER DATABASE " + database.name() + " OWNER TO CURRENT_USER",
                        "DROP OWNED BY " + owner + " CASCADE",
                        "DROP ROLE " + owner);
            }
        }
    }

    private static void execute(TestDatabase database, String... statements) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
