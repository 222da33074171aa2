package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.schema.Leftover;
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
                .extracting(leftover -> leftover.description().replace(user, "ME"))
                .containsExactlyInAnyOrder(
                        "enum mood is imported without its blank label ''",
                        "default privileges for role ME on tables",
                        "trigger idle on public.source: DISABLED");
    }

    @Test
    void readersOfWhatIsNotImportedAreNot(Connection connection) throws SQLException {
        Script.execute(connection, """
                CREATE TABLE near (id integer PRIMARY KEY);
                CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY);
                CREATE VIEW over_history AS SELECT f.installed_rank FROM near n JOIN flyway_schema_history f ON f.installed_rank = n.id;
                CREATE VIEW a_over_over_history AS SELECT installed_rank FROM over_history;
                CREATE VIEW over_near AS SELECT id FROM near;
                CREATE FUNCTION count_history() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM public.flyway_schema_history';
                CREATE FUNCTION later() RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN (SELECT count(*) FROM public.over_history); END';""");
        EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        assertThat(sources.leftovers())
                .extracting(Leftover::description)
                .contains(
                        "object count_history reads flyway_schema_history, which is not imported",
                        "view a_over_over_history reads over_history, which is not imported",
                        "view over_history reads flyway_schema_history, which is not imported")
                .noneMatch(sentence -> sentence.contains("later") || sentence.contains("over_near"));
        assertThat(sources.files().keySet())
                .contains("imported/OverNear.java")
                .doesNotContain("imported/OverHistory.java");
    }

    @Test
    void partitionsWithoutTheSecurityOfTheirTableAreNamed(Connection connection) throws SQLException {
        Script.execute(connection, """
                CREATE TABLE entry (at date NOT NULL) PARTITION BY RANGE (at);
                CREATE TABLE entry_1 PARTITION OF entry FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
                CREATE TABLE entry_2 PARTITION OF entry FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
                ALTER TABLE entry_2 ENABLE ROW LEVEL SECURITY;""");
        assertThat(EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD)
                        .cautions())
                .singleElement()
                .asString()
                .startsWith("partition entry.entry_1 does not have the row-level security of its table");
    }

    @Test
    void aDatabaseWithoutTablesHasAWarning(Connection connection) throws SQLException {
        Script.execute(connection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        assertThat(EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD)
                        .cautions())
                .contains("there are no tables and no views; the processor reads only packages that contain an entity");
    }
}
