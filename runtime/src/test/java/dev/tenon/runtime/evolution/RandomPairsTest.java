package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For any two random schemas, the generated migration leads from the first to the second and preserves the rows. {@code
 * -Dtenon.pairs=10000 -Dtenon.pairs.seed=1} tries more pairs, or others.
 */
class RandomPairsTest {

    private static final List<Integer> VERSIONS = List.of(15, 16, 17, 18);

    private final Map<String, Integer> applied = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> refused = new ConcurrentSkipListMap<>();
    private final Set<String> failures = new ConcurrentSkipListSet<>();

    @TempDir
    private Path temp;

    @Test
    void aMigrationLeadsFromAnySchemaToAnyOther() throws InterruptedException, ExecutionException {
        int pairs = Integer.getInteger("tenon.pairs", 24);
        long first = Long.getLong("tenon.pairs.seed", 1);
        // A server works while the clients of other threads do.
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> runs = new ArrayList<>();
            for (int i = 0; i < VERSIONS.size(); i++) {
                int version = VERSIONS.get(i);
                LongStream seeds =
                        LongStream.iterate(first + i, seed -> seed < first + pairs, seed -> seed + VERSIONS.size());
                runs.add(threads.submit(() -> {
                    run(version, seeds);
                    return version;
                }));
            }
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }
        System.out.printf(
                "random pairs: seeds %d to %d, %d failed%n  applied: %s%n  refused: %s%n",
                first, first + pairs - 1, failures.size(), applied, refused);
        assertThat(failures).isEmpty();
    }

    private void run(int version, LongStream seeds) throws SQLException, IOException {
        try (TestDatabase database = DevPostgres.version(version).database();
                Connection connection = database.connection()) {
            for (long seed : seeds.toArray()) {
                SchemaPair pair = SchemaPair.of(seed, Set.of());
                pair.applied().forEach((edit, count) -> applied.merge(edit, count, Integer::sum));
                pair.refused().forEach((code, count) -> refused.merge(code, count, Integer::sum));
                String failure = failure(pair, database, connection);
                if (!failure.isEmpty()) {
                    failures.add("seed " + seed + " on " + version + ": "
                            + shrunk(seed, pair, failure, database, connection));
                }
            }
        }
    }

    /** Reduces the failure to as few edits as possible. */
    private String shrunk(long seed, SchemaPair pair, String failure, TestDatabase database, Connection connection)
            throws IOException {
        Set<Integer> without = new TreeSet<>();
        String last = failure;
        Map<String, Integer> edits = pair.applied();
        for (int i : pair.edits()) {
            without.add(i);
            SchemaPair smaller = SchemaPair.of(seed, without);
            String again = failure(smaller, database, connection);
            if (again.isEmpty()) {
                without.remove(i);
            } else {
                last = again;
                edits = smaller.applied();
            }
        }
        return edits + " " + last;
    }

    private String failure(SchemaPair pair, TestDatabase database, Connection connection) throws IOException {
        Path folder = Files.createTempDirectory(temp, "pair");
        try {
            new PairRun(database, connection, folder).run(pair);
            return "";
        } catch (SQLException | RuntimeException | AssertionError e) {
            return e.toString();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
