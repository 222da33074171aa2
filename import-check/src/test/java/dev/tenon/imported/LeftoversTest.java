package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.DatabaseReader;
import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.testing.postgres.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Everything that no annotation supports has a warning. */
@PostgresTest
class LeftoversTest {

    @Test
    void unsupportedObjectsAreListed(Connection connection) throws SQLException {
        Script.execute(connection, """
                CREATE TYPE mood AS ENUM ('', 'fine');
                CREATE TABLE keyless (id integer);
                CREATE TABLE target (b integer, a integer, code text UNIQUE, CONSTRAINT pk PRIMARY KEY (a, b));
                CREATE TABLE source (id integer PRIMARY KEY, code text CONSTRAINT by_code REFERENCES target (code),
                    n integer);
                ALTER TABLE source ENABLE ROW LEVEL SECURITY;
                CREATE FUNCTION secret() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER idle BEFORE INSERT ON source FOR EACH ROW EXECUTE FUNCTION secret();
                ALTER TABLE source DISABLE TRIGGER idle;
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;""");
        String user = connection.getMetaData().getUserName();
        assertThat(EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD)
                        .leftovers())
                .extracting(sentence -> sentence.replace(user, "ME"))
                .containsExactly(
                        "enum mood is imported without its blank label ''",
                        "object for role ME on tables: default privileges",
                        "object source_idle: state DISABLED");
    }

    @Test
    void aDatabaseWithoutTablesHasAWarning(Connection connection) throws SQLException {
        Script.execute(connection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        assertThat(EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD)
                        .leftovers())
                .contains("there are no tables and no views; the processor reads only packages that contain an entity");
    }
}
