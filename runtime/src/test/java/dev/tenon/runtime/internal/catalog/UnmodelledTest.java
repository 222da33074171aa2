package dev.tenon.runtime.internal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Scratch;
import dev.tenon.schema.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attributes that the model does not contain are reported as unmodelled, so that no difference is missed. */
class UnmodelledTest {

    @Test
    void whatEveryServerKnows() throws SQLException {
        try (Scratch scratch = Scratch.create(15)) {
            scratch.execute("""
                    CREATE TABLE room (
                        id integer CONSTRAINT room_pkey PRIMARY KEY DEFERRABLE,
                        code integer,
                        during tsrange,
                        CONSTRAINT room_code_key UNIQUE (code) INCLUDE (during),
                        CONSTRAINT room_code_check CHECK (code > 0) NO INHERIT);
                    CREATE UNLOGGED TABLE seat (
                        room integer, code integer, number integer, UNIQUE (room, number),
                        CONSTRAINT seat_fkey FOREIGN KEY (room, code) REFERENCES seat (room, number) MATCH FULL);
                    CREATE INDEX room_gist_idx ON room USING gist (during) WITH (buffering = off);
                    CREATE INDEX seat_text_idx ON seat USING gist (to_tsvector('english', number::text) tsvector_ops (siglen = 100));
                    CREATE TABLE guest (id integer, year integer) PARTITION BY RANGE (year);
                    CREATE TABLE guest_1 PARTITION OF guest FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (id);
                    GRANT SELECT (code) ON room TO $app;
                    GRANT INSERT ON room TO $app WITH GRANT OPTION;
                    ALTER TABLE seat DISABLE TRIGGER ALL;
                    CREATE POLICY seat_policy ON seat;
                    COMMENT ON POLICY seat_policy ON seat IS 'who sits';
                    """);
            assertThat(unmodelled(scratch))
                    .containsExactly(
                            "partition guest.guest_1 | partitioning | PARTITION BY RANGE (id)",
                            "constraint room.room_code_check | reference | CHECK ((code > 0)) NO INHERIT",
                            "constraint room.room_pkey | deferrability | DEFERRABLE",
                            scratch.named("grant room.$app | column code | SELECT"),
                            scratch.named("grant room.$app | grant option | INSERT WITH GRANT OPTION"),
                            "constraint seat.seat_fkey | enforced | its triggers are disabled",
                            "index seat.seat_text_idx | operator class parameters | siglen=100",
                            "policy seat.seat_policy | comment | who sits");
        }
    }

    @Test
    void whatOnlyPostgres18Knows() throws SQLException {
        try (Scratch scratch = Scratch.create(18)) {
            scratch.execute("""
                    CREATE EXTENSION btree_gist;
                    CREATE TABLE price (
                        product integer, during daterange, amount integer,
                        doubled integer GENERATED ALWAYS AS (amount * 2) VIRTUAL,
                        CONSTRAINT price_pkey PRIMARY KEY (product, during WITHOUT OVERLAPS),
                        CONSTRAINT price_amount_check CHECK (amount > 0) NOT ENFORCED);
                    """);
            assertThat(unmodelled(scratch))
                    .containsExactly(
                            "constraint price.price_amount_check | reference | CHECK ((amount > 0)) NOT ENFORCED",
                            "constraint price.price_pkey | reference | PRIMARY KEY (product, during WITHOUT OVERLAPS)");
        }
    }

    @Test
    void aNotNullThatIsNotValidatedPromisesNothing() throws SQLException {
        try (Scratch scratch = Scratch.create(18)) {
            scratch.execute("CREATE TABLE t (a integer, b integer NOT NULL)")
                    .execute("ALTER TABLE t ADD CONSTRAINT t_a_not_null NOT NULL a NOT VALID");
            assertThat(read(scratch)
                            .schema()
                            .table(QualifiedName.parse("t"))
                            .orElseThrow()
                            .columns())
                    .extracting(column -> column.name() + " " + column.nullable())
                    .containsExactly("a true", "b false");
        }
    }

    @Test
    void theForeignKeyOfAPartitionedTargetIsOneConstraint() throws SQLException {
        try (Scratch scratch = Scratch.create(15)) {
            scratch.execute("""
                    CREATE TABLE whole (id integer PRIMARY KEY) PARTITION BY RANGE (id);
                    CREATE TABLE part PARTITION OF whole FOR VALUES FROM (1) TO (9);
                    CREATE TABLE child (whole integer REFERENCES whole);
                    """);
            assertThat(read(scratch)
                            .schema()
                            .table(QualifiedName.parse("child"))
                            .orElseThrow()
                            .foreignKeys())
                    .hasSize(1);
        }
    }

    @Test
    void whatBelongsToAnExtensionIsNotRead() throws SQLException {
        try (Scratch scratch = Scratch.create(17)) {
            scratch.execute("CREATE EXTENSION pg_trgm")
                    .execute("CREATE TYPE mood AS ENUM ('good'); CREATE TABLE t (id integer)")
                    .execute("ALTER EXTENSION pg_trgm ADD TYPE mood; ALTER EXTENSION pg_trgm ADD TABLE t");
            assertThat(read(scratch).schema().tables()).isEmpty();
            assertThat(read(scratch).schema().enums()).isEmpty();
        }
    }

    @Test
    void anIndexWhoseBuildFailedIsInvalid() throws SQLException {
        try (Scratch scratch = Scratch.create(17)) {
            scratch.execute("CREATE TABLE t (id integer)").execute("INSERT INTO t VALUES (1), (1)");
            try (var statement = scratch.connection().createStatement()) {
                statement.execute("CREATE UNIQUE INDEX CONCURRENTLY t_id_idx ON t (id)");
            } catch (SQLException duplicates) {
                assertThat(duplicates.getSQLState()).isEqualTo("23505");
            }
            assertThat(read(scratch)
                            .schema()
                            .table(QualifiedName.parse("t"))
                            .orElseThrow()
                            .indexes())
                    .singleElement()
                    .matches(index -> !index.valid());
        }
    }

    private static LiveSchema read(Scratch scratch) throws SQLException {
        return CatalogReader.read(scratch.connection(), CatalogScope.of(Set.of("public")));
    }

    private static List<String> unmodelled(Scratch scratch) throws SQLException {
        return read(scratch).unmodelled().stream()
                .map(each -> each.at() + " | " + each.attribute() + " | " + each.found())
                .toList();
    }
}
