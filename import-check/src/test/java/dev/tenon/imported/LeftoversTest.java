package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.catalog.WholeDatabase;
import dev.tenon.runtime.cli.entities.EntitySources;
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
        assertThat(EntitySources.of(WholeDatabase.read(connection), "imported").leftovers())
                .containsExactly(
                        "constraint source.by_code is left out: [code] refers to target [code], and a member refers once,"
                                + " to a whole primary key in the order of both tables' columns",
                        "constraint source.n_check is NOT VALID; validate it",
                        "constraint target.pk will be called target_pkey",
                        "constraint target.pk will have the order of the table's columns: [b, a]",
                        "enum mood is without its blank label ''",
                        "object \"source.quiet\": rule",
                        "object span: range type",
                        "object total: aggregate",
                        "table keyless is left out: it has no primary key",
                        "table source: row-level security is ENABLED and will be DISABLED");
    }
}
