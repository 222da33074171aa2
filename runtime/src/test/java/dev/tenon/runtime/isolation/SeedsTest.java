package dev.tenon.runtime.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.catalog.CatalogReader;
import dev.tenon.runtime.catalog.CatalogScope;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.TenantScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows can be made up for tables of all types, keys and constraints that are usual, and nothing is said to be there that is not. */
class SeedsTest {

    private final Scratch scratch;

    SeedsTest() throws SQLException {
        scratch = Scratch.create();
        scratch.execute(
                "CREATE TABLE org (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE)");
    }

    @AfterEach
    void drop() throws SQLException {
        scratch.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smallint",
                "integer",
                "bigint",
                "numeric",
                "numeric(3,1)",
                "numeric(1)",
                "real",
                "double precision",
                "money",
                "boolean",
                "text",
                "varchar(2)",
                "char(3)",
                "bpchar",
                "name",
                "uuid",
                "date",
                "time",
                "timetz",
                "timestamp",
                "timestamptz(0)",
                "interval",
                "json",
                "jsonb",
                "bytea",
                "inet",
                "cidr",
                "macaddr",
                "macaddr8",
                "bit(4)",
                "varbit",
                "tsvector",
                "tsquery",
                "xml",
                "pg_lsn",
                "point",
                "line",
                "lseg",
                "box",
                "path",
                "polygon",
                "circle",
                "oid",
                "int4range",
                "int8range",
                "numrange",
                "daterange",
                "tsrange",
                "tstzrange",
                "int4multirange",
                "datemultirange",
                "text[]",
                "jsonb[]",
                "integer[]",
                "mood",
                "mood[]",
                "age",
                "email",
                "vector(3)",
                "halfvec(2)",
                "sparsevec(5)",
                "citext",
                "hstore",
                "ltree"
            })
    void everyUsualTypeHasValues(String type) throws SQLException {
        scratch.execute("""
                CREATE EXTENSION vector; CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree;
                CREATE TYPE mood AS ENUM ('good', 'bad');
                CREATE DOMAIN age AS integer CHECK (VALUE > 0);
                CREATE DOMAIN email AS citext;
                """).execute("CREATE TABLE t (org bigint NOT NULL REFERENCES org, it " + type + " NOT NULL)");
        assertThat(twoRowsEach()).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a integer NOT NULL CHECK (a >= 18 AND a < 20)",
                "a integer NOT NULL, b integer NOT NULL, CHECK (a < b), CHECK (b < 3)",
                "a text NOT NULL CHECK (a IN ('red', 'green'))",
                "a text NOT NULL CHECK (a ~ '^[A-Z]{3}$')",
                "a text NOT NULL CHECK (length(a) = 44)",
                "a text NOT NULL CHECK (a ~* '^[^@]+@[^@]+\\.[a-z]+$')",
                "a text NOT NULL CHECK (a LIKE 'https://%')",
                "a varchar(40) NOT NULL UNIQUE CHECK (a LIKE '%@%')",
                "a date NOT NULL CHECK (a > '2030-05-06')",
                "a numeric(2,1) NOT NULL CHECK (a > 3)",
                "a boolean NOT NULL DEFAULT true CHECK (NOT a)",
                "a jsonb NOT NULL CHECK (jsonb_typeof(a) = 'array')",
                "a timestamptz, b text, CHECK ((a IS NULL) = (b IS NULL)), CHECK (b IS NOT NULL)",
                "a text DEFAULT 'x' CHECK (a <> 'x')",
                "a integer NOT NULL, b integer GENERATED ALWAYS AS (a * 2) STORED CHECK (b > 0)",
            })
    void usualChecksAreMet(String columns) throws SQLException {
        scratch.execute("CREATE TABLE t (org bigint NOT NULL REFERENCES org, " + columns + ")");
        assertThat(twoRowsEach()).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (org bigint, id serial, PRIMARY KEY (org, id))",
                "CREATE TABLE t (org bigint REFERENCES org, id bigint GENERATED ALWAYS AS IDENTITY, up bigint NOT NULL,"
                        + " PRIMARY KEY (org, id), FOREIGN KEY (org, up) REFERENCES t)",
                "CREATE TABLE p (id uuid PRIMARY KEY); CREATE TABLE t (org bigint, p uuid NOT NULL UNIQUE REFERENCES p)",
                "CREATE TABLE t (org bigint, name text NOT NULL); CREATE UNIQUE INDEX ON t (lower(name))",
                "CREATE TABLE a (org bigint, id int, PRIMARY KEY (org, id));"
                        + " CREATE TABLE b (org bigint, a int, id int, PRIMARY KEY (org, a, id), FOREIGN KEY (org, a)"
                        + " REFERENCES a);"
                        + " CREATE TABLE t (org bigint, a int NOT NULL, b int NOT NULL, FOREIGN KEY (org, a) REFERENCES a,"
                        + " FOREIGN KEY (org, a, b) REFERENCES b)",
                "CREATE TABLE x (org bigint, id int PRIMARY KEY, t int NOT NULL);"
                        + " CREATE TABLE t (org bigint, id int PRIMARY KEY, x int NOT NULL REFERENCES x DEFERRABLE);"
                        + " ALTER TABLE x ADD FOREIGN KEY (t) REFERENCES t DEFERRABLE",
                "CREATE TABLE x (id int PRIMARY KEY); CREATE TABLE y (id int PRIMARY KEY);"
                        + " CREATE TABLE t (org bigint, x int REFERENCES x, y int REFERENCES y,"
                        + " CHECK (num_nonnulls(x, y) = 1))",
                "CREATE TABLE t (org bigint, id int PRIMARY KEY REFERENCES t)",
                "CREATE TABLE x (org bigint, id int, PRIMARY KEY (org, id));"
                        + " CREATE TABLE t (org bigint, id int, PRIMARY KEY (org, id), FOREIGN KEY (org, id) REFERENCES x);"
                        + " ALTER TABLE x ADD FOREIGN KEY (org, id) REFERENCES t DEFERRABLE",
                "CREATE TABLE x (id int PRIMARY KEY); CREATE TABLE t (org bigint, x int DEFAULT 7 REFERENCES x)",
                "CREATE TABLE t (org bigint, day date DEFAULT '2024-01-02', n int, up int, PRIMARY KEY (org, day, n),"
                        + " FOREIGN KEY (org, day, up) REFERENCES t)",
            })
    void usualKeysAreMet(String tables) throws SQLException {
        scratch.execute(tables);
        assertThat(twoRowsEach()).isEqualTo("");
    }

    @Test
    void aCycleThatNobodyCanFillIsSaid() throws SQLException {
        scratch.execute("""
                CREATE TABLE x (org bigint, id int PRIMARY KEY, t int NOT NULL);
                CREATE TABLE t (org bigint, id int PRIMARY KEY, x int NOT NULL REFERENCES x);
                ALTER TABLE x ADD FOREIGN KEY (t) REFERENCES t;
                """);
        assertThat(twoRowsEach())
                .contains("no test row could be generated for x")
                .contains("violates foreign key" + " constraint");
    }

    @Test
    void aTypeThatNobodyKnowsIsSaid() throws SQLException {
        scratch.execute("CREATE TYPE pair AS (a integer, b integer); CREATE TABLE t (org bigint, it pair NOT NULL)");
        assertThat(twoRowsEach())
                .isEqualTo("no test row could be generated for t: no value is known for type public.pair of"
                        + " column it");
    }

    @Test
    void noSequenceMoves() throws SQLException {
        scratch.execute("CREATE TABLE t (org bigint, id serial, n integer NOT NULL DEFAULT nextval('t_id_seq'))");
        assertThat(twoRowsEach()).isEqualTo("");
        try (var statement = scratch.connection().createStatement();
                var rows = statement.executeQuery(
                        "SELECT (SELECT is_called FROM t_id_seq) OR (SELECT is_called FROM org_id_seq)")) {
            rows.next();
            assertThat(rows.getBoolean(1)).isFalse();
        }
    }

    /** Settles a row of table {@code t} for two tenants and inserts a further one for each; the obstacle, if there is one. */
    private String twoRowsEach() throws SQLException {
        Connection connection = scratch.connection();
        connection.setAutoCommit(false);
        try {
            Schema live = CatalogReader.readHere(connection, CatalogScope.of(Set.of("public")))
                    .schema();
            Schema scoped = live.withTables(live.tables().stream()
                    .map(table -> table.withTenantScope(
                            table.name().name().equals("org")
                                    ? new TenantScope.Root("id")
                                    : table.column("org").isPresent()
                                            ? new TenantScope.Scoped("org")
                                            : TenantScope.NONE))
                    .toList());
            Stage stage = Stage.open(connection, "app", "app.tenant");
            QualifiedName t = QualifiedName.parse("t");
            Seeds seeds = new Seeds(
                    stage,
                    scoped,
                    new Tenancy(
                            QualifiedName.parse("org"),
                            "id",
                            "org",
                            ColumnType.builtin("bigint"),
                            "app.tenant",
                            "app"));
            for (Tenant tenant : new Tenant[] {seeds.newTenant(), seeds.newTenant()}) {
                seeds.settled(t, tenant);
                assertThat(stage.ask(seeds.candidate(t, tenant).insert()).why()).isEmpty();
            }
            assertThat(stage.ask("SELECT count(*) FROM public.t").count()).isEqualTo(4);
            return "";
        } catch (SeedException obstacle) {
            return obstacle.obstacle();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }
}
