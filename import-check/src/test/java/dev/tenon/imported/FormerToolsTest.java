package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import io.ebean.migration.MigrationConfig;
import io.ebean.migration.MigrationRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that another tool has migrated is adopted after all of that tool's migrations are applied. */
class FormerToolsTest {

    /** A strong reference; otherwise the levels would be lost with the loggers. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private static final String TABLES = """
            CREATE TABLE customer (id bigserial PRIMARY KEY, email varchar(320) NOT NULL UNIQUE);
            CREATE TABLE invoice (id uuid CONSTRAINT pk_invoice PRIMARY KEY, customer_id bigint NOT NULL REFERENCES customer);
            """;

    private static final String VIEW = "CREATE OR REPLACE VIEW debtor AS SELECT c.id, c.email FROM customer c;\n";

    private final TestDatabase database = DevPostgres.shared().database();
    private final Connection connection = database.connection();

    @TempDir
    private Path folder;

    FormerToolsTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @Test
    void flywayMigrations() throws IOException, SQLException {
        Path known = Files.createDirectories(folder.resolve("known"));
        write("known/V1__init.sql", TABLES);
        write("known/V1_1__phone.sql", "ALTER TABLE customer ADD COLUMN phone text;\n");
        write("known/R__debtor.sql", VIEW);
        Flyway flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + known)
                .load();
        flyway.migrate();
        Adopted adopted = Adopted.by(database, connection, folder);

        write("known/V2__more.sql", "SELECT 1;\n");
        refused(adopted, "flyway", known, "TN618", "V2__more.sql");
        flyway.migrate();
        write("known/R__debtor.sql", VIEW + "-- changed\n");
        refused(adopted, "flyway", known, "TN618", "R__debtor.sql");
        flyway.migrate();

        write("known/V3__alone.sql", "SELECT 1;\nSELECT 1/0;\n");
        write("known/V3__alone.sql.conf", "executeInTransaction=false\n");
        try {
            flyway.migrate();
        } catch (FlywayException expected) {
            assertThat(expected).hasMessageContaining("division by zero");
        }
        refused(adopted, "flyway", known, "TN618", "not completely applied", "3");
        Files.delete(known.resolve("V3__alone.sql"));
        flyway.repair();
        accepted(adopted, "flyway", known);
    }

    @Test
    void flywayWithABaseline() throws IOException, SQLException {
        Script.execute(connection, TABLES);
        Path known = Files.createDirectories(folder.resolve("known"));
        write("known/V1__init.sql", TABLES);
        write("known/V2__phone.sql", "ALTER TABLE customer ADD COLUMN phone text;\n");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + known)
                .baselineOnMigrate(true)
                .load()
                .migrate();
        accepted(Adopted.by(database, connection, folder), "flyway", known);
    }

    @Test
    void liquibaseChangeSets() throws IOException, SQLException, LiquibaseException {
        LIQUIBASE.setLevel(Level.OFF);
        Path known = write("known/changelog.xml", """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                    <changeSet id="1" author="ann"><sqlFile path="tables.txt" relativeToChangelogFile="true"/></changeSet>
                    <changeSet id="demo" author="ann" context="demo"><sql>DROP TABLE invoice</sql></changeSet>
                    <includeAll path="more" relativeToChangelogFile="true"/>
                </databaseChangeLog>
                """);
        write("known/tables.txt", TABLES);
        write("known/more/a.sql", "--liquibase formatted sql\n--changeset bob:2 runOnChange:true\n" + VIEW);
        try (Connection own = database.connection()) {
            update(own);
            Adopted adopted = Adopted.by(database, connection, folder);
            write("known/more/b.sql", "--liquibase formatted sql\n--changeset bob:\"a new one\"\nSELECT 1;\n");
            refused(adopted, "liquibase", known, "TN618", "b.sql::a new one::bob");
            update(own);

            Database locked = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(own));
            LockServiceFactory.getInstance().getLockService(locked).waitForLock();
            refused(adopted, "liquibase", known, "TN618", "holds the lock in public.databasechangeloglock");
            LockServiceFactory.getInstance().getLockService(locked).releaseLock();
            accepted(adopted, "liquibase", known);
        }
    }

    @Test
    void ebeanMigrations() throws IOException, SQLException {
        Path known = Files.createDirectories(folder.resolve("known"));
        write("known/1.0__init.sql", TABLES);
        write("known/1.1__phone_number.sql", "ALTER TABLE customer ADD COLUMN phone text;\n");
        write("known/R__debtor view.sql", VIEW);
        migrate(known, database);
        Adopted adopted = Adopted.by(database, connection, folder);
        write("known/1.2__more.sql", "SELECT 1;\n");
        refused(adopted, "ebean", known, "TN618", "1.2__more.sql");
        migrate(known, database);
        write("known/R__debtor view.sql", VIEW + "-- changed\n");
        refused(adopted, "ebean", known, "TN618", "R__debtor view.sql");
        migrate(known, database);
        accepted(adopted, "ebean", known);
    }

    private void update(Connection own) throws LiquibaseException, IOException {
        Database changed = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(own));
        new Liquibase("changelog.xml", new DirectoryResourceAccessor(folder.resolve("known")), changed)
                .update(new Contexts("production"));
    }

    private static void migrate(Path known, TestDatabase database) {
        MigrationConfig config = new MigrationConfig();
        config.setMigrationPath("filesystem:" + known);
        config.setPlatform("postgres");
        new MigrationRunner(config).run(database.dataSource());
    }

    private static void refused(Adopted adopted, String tool, Path known, String... messages) throws IOException {
        Adopted.Answer answer = adopted.baseline("--from", tool, "--known", known.toString());
        assertThat(answer.text()).contains(messages);
        assertThat(answer.exit()).isNotZero();
    }

    private static void accepted(Adopted adopted, String tool, Path known) throws IOException {
        Adopted.Answer answer = adopted.baseline("--from", tool, "--known", known.toString());
        assertThat(answer.text()).contains("1 applied, 1 expected, 0 pending");
        assertThat(answer.exit()).isZero();
        assertThat(adopted.status().exit()).isZero();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
