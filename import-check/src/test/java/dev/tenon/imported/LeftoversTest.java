package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.catalog.WholeDatabase;
import dev.tenon.runtime.cli.entities.EntitySources;
import dev.tenon.runtime.cli.entities.Style;
import dev.tenon.testing.postgres.PostgresTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Whatever no annotation has words for is named. */
@PostgresTest
class LeftoversTest {

    @Test
    void whatTheSourcesDoNotSayIsListed(Connection connection) throws SQLException {
        Script.execute(connection, """
                CREATE TYPE mood AS ENUM ('', 'fine');
                CREATE TABLE keyless (id integer);
                CREATE TABLE target (b integer, a integer, code text UNIQUE, CONSTRAINT pk PRIMARY KEY (a, b));
                CREATE TABLE source (id integer PRIMARY KEY, code text CONSTRAINT by_code REFERENCES target (code),
                    n integer);
                ALTER TABLE source ADD CONSTRAINT n_check CHECK (n > 0) NOT VALID;
                ALTER TABLE source ENABLE ROW LEVEL SECURITY;
                CREATE RULE quiet AS ON DELETE TO source DO INSTEAD NOTHING;
                CREATE AGGREGATE total (integer) (sfunc = int4pl, stype = integer);
                CREATE TYPE span AS RANGE (subtype = integer);""");
        assertThat(EntitySources.of(WholeDatabase.read(connection), "imported", Style.RECORD)
                        .leftovers())
                .containsExactly(
                        "constraint source.n_check is NOT VALID; validate it",
                        "enum mood is without its blank label ''",
                        "object \"source.quiet\": rule",
                        "object span: range type",
                        "object total: aggregate");
    }
}
