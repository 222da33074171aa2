package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * While a random migration runs, no statement fails that both schemas allow, and none succeeds that both refuse. {@code
 * -Dtenon.pairs=1000 -Dtenon.pairs.seed=1} tries more pairs, or others.
 */
class BusyPairsTest {

    private static final int VERSION = 17;

    @TempDir
    private Path temp;

    @Test
    void applicationsWorkOnWhileAMigrationRuns() throws SQLException, IOException {
        int pairs = Integer.getInteger("tenon.pairs", Endurance.ASKED ? 400 : 8);
        long first = Long.getLong("tenon.pairs.seed", 1);
        Set<String> failures = new TreeSet<>();
        int done = 0;
        int refused = 0;
        try (TestDatabase database = DevPostgres.version(VERSION).database();
                Connection connection = database.connection()) {
            for (long seed = first; seed < first + pairs; seed++) {
                SchemaPair pair = SchemaPair.of(seed, Set.of());
                Path folder = Files.createTempDirectory(temp, "pair");
                try {
                    PairTraffic traffic = new PairRun(database, connection, folder).runUnderTraffic(pair);
                    done += traffic.done();
                    refused += traffic.refused();
                } catch (SQLException | RuntimeException | AssertionError e) {
                    failures.add("seed " + seed + ": " + e);
                }
            }
        }
        System.out.printf(
                "busy pairs: seeds %d to %d, %d statements, %d violations refused, %d failed%n",
                first, first + pairs - 1, done, refused, failures.size());
        assertThat(failures).isEmpty();
    }
}
