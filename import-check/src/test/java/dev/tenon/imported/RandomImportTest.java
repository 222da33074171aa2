package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.runtime.Endurance;
import dev.tenon.runtime.evolution.RandomDatabase;
import dev.tenon.schema.internal.derive.NamingStrategy;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sources of any random database recreate it. {@code -Dtenon.imports=1000 -Dtenon.imports.seed=1} tries more, or
 * others; {@code -Dtenon.endurance=true} tries a thousand.
 */
class RandomImportTest {

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);
    private static final List<EntityStyle> STYLES = List.of(EntityStyle.values());

    @TempDir
    private Path temp;

    @Test
    void theSourcesRecreateARandomDatabase() throws IOException {
        int count = Integer.getInteger("tenon.imports", Endurance.ASKED ? 1000 : 24);
        long first = Long.getLong("tenon.imports.seed", 1);
        List<String> failures = new ArrayList<>();
        for (long seed = first; seed < first + count; seed++) {
            int version = VERSIONS.get((int) (seed % VERSIONS.size()));
            ImportStyle style = style(seed);
            try {
                run(seed, DevPostgres.version(version), style, Files.createTempDirectory(temp, "seed"));
            } catch (SQLException | RuntimeException | AssertionError failed) {
                failures.add("seed " + seed + " on " + version + " as " + style + ": " + failed);
            }
        }
        System.out.printf("random imports: seeds %d to %d, %d failed%n", first, first + count - 1, failures.size());
        assertThat(failures).isEmpty();
    }

    /** Returns a combination of the options of import; neighbouring seeds have unlike ones. */
    private static ImportStyle style(long seed) {
        Random choice = new Random(seed * 0x9E3779B97F4A7C15L);
        List<NamingStrategy> naming = List.of(NamingStrategy.values());
        List<NullabilityStyle> nullability = List.of(NullabilityStyle.values());
        int strategy = choice.nextInt(naming.size() + 1);
        return new ImportStyle(
                STYLES.get(choice.nextInt(STYLES.size())),
                strategy == naming.size() ? Optional.empty() : Optional.of(naming.get(strategy)),
                choice.nextBoolean(),
                nullability.get(choice.nextInt(nullability.size())));
    }

    private static int version(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseMajorVersion();
    }

    /** Kinds that random schemas lack: routines with parsed bodies between tables, and keys that match in full. */
    private static List<String> further(Random choice, int version) {
        List<String> statements = new ArrayList<>(List.of(
                "CREATE TABLE z_counter (name text, number int NOT NULL, PRIMARY KEY (name, number))",
                choice.nextBoolean()
                        ? "CREATE FUNCTION z_next() RETURNS integer LANGUAGE sql BEGIN ATOMIC"
                                + " UPDATE z_counter SET number = number + 1 RETURNING number; END"
                        : "CREATE FUNCTION z_next() RETURNS integer STABLE RETURN (SELECT max(number) FROM z_counter)",
                "CREATE FUNCTION z_twice(a integer) RETURNS integer IMMUTABLE RETURN CASE WHEN a > 1 THEN a * 2 END",
                "CREATE FUNCTION z_far(a integer) RETURNS boolean STABLE RETURN z_twice(a) > z_next()",
                "CREATE TABLE z_ticket (id int PRIMARY KEY DEFAULT z_next(), name text, number int, twice int"
                        + (choice.nextBoolean() ? " GENERATED ALWAYS AS (z_twice(number)) STORED" : "")
                        + (choice.nextBoolean() ? ", CHECK (z_far(id))" : "")
                        + ", FOREIGN KEY (name, number) REFERENCES z_counter MATCH FULL)",
                "CREATE INDEX z_ticket_twice ON z_ticket (z_twice(id))"));
        if (version >= 18) {
            statements.add("ALTER TABLE z_ticket ADD COLUMN double int GENERATED ALWAYS AS (number * 2) "
                    + (choice.nextBoolean() ? "VIRTUAL" : "STORED"));
        }
        if (choice.nextBoolean()) {
            statements.add("CREATE VIEW z_seen AS SELECT id, z_next() AS next FROM z_ticket");
            statements.add("CREATE FUNCTION z_rows() RETURNS SETOF z_seen BEGIN ATOMIC; SELECT * FROM z_seen; END");
        }
        return statements;
    }

    private static void run(long seed, DevPostgres server, ImportStyle style, Path folder)
            throws IOException, SQLException {
        try (TestDatabase database = server.database();
                Connection connection = database.connection()) {
            for (String statement : RandomDatabase.statements(seed)) {
                Script.execute(connection, statement);
            }
            for (String statement : further(new Random(seed), version(connection))) {
                Script.execute(connection, statement);
            }
            new RoundTrip(server, database, connection).recreate(style, folder);
        }
    }
}
