package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.AbandonPreview;
import dev.tenon.runtime.FailingSource;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonConfig;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.Column;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A migration between two random schemas that stops at any step can be taken back: the database equals the schema before,
 * and so do its rows unless a loss of old values is named. {@code -Dtenon.pairs=1000 -Dtenon.pairs.seed=1} tries more
 * pairs, or others.
 */
class AbandonedPairsTest {

    private static final int VERSION = 17;

    /** The verbs of losses of values that existed before the migration. */
    private static final Set<String> OLD_VALUES = Set.of(
            "convert-column",
            "restore-column",
            "restore-table",
            "restore-partition",
            "restore-label",
            "keep-backfill",
            "keep-computed");

    private final Map<String, Integer> losses = new TreeMap<>();
    private final Set<String> failures = new TreeSet<>();
    private int abandoned;
    private int refused;

    @TempDir
    private Path temp;

    @Test
    void aMigrationThatStopsAtAnyStepCanBeTakenBack() throws SQLException, IOException {
        int pairs = Integer.getInteger("tenon.pairs", 6);
        long first = Long.getLong("tenon.pairs.seed", 1);
        try (TestDatabase database = DevPostgres.version(VERSION).database();
                Connection connection = database.connection()) {
            for (long seed = first; seed < first + pairs; seed++) {
                try {
                    run(SchemaPair.of(seed, Set.of()), seed, database, connection);
                } catch (RuntimeException | SQLException | AssertionError e) {
                    failures.add("seed " + seed + ": " + e);
                }
            }
        }
        System.out.printf(
                "abandoned pairs: seeds %d to %d, %d abandoned, %d refused, losses %s%n",
                first, first + pairs - 1, abandoned, refused, losses);
        assertThat(failures).isEmpty();
    }

    private void run(SchemaPair pair, long seed, TestDatabase database, Connection connection)
            throws SQLException, IOException {
        PairRun.empty(connection);
        Path folder = Files.createTempDirectory(temp, "pair");
        MigrationDirectory directory = MigrationDirectory.at(folder);
        NextMigration begin = NextMigration.next(
                directory, new CompiledSnapshot(pair.before(), MigrationHints.NONE, Map.of()), Set.of());
        if (begin.draft().isEmpty()) {
            return;
        }
        begin.write(directory, "begin");
        configured(database, folder).load().migrate();
        Rows.insert(connection, pair.before());
        Schema before = directory.snapshot();
        PairPlan plan = PairPlan.between(pair.before(), pair.after());
        NextMigration next = NextMigration.next(directory, plan.compiled(), plan.accepted());
        int steps = next.draft().steps().size();
        if (steps < 2) {
            return;
        }
        next.write(directory, "next");
        List<String> rows = rows(connection, before);
        stopAfter((int) (1 + seed % (steps - 1)), database, folder);
        AbandonPreview preview = configured(database, folder).load().previewAbandon();
        if (preview.losses().stream().anyMatch(loss -> loss.acceptance().isEmpty())) {
            refused++;
            preview.losses().stream()
                    .filter(loss -> loss.acceptance().isEmpty())
                    .forEach(loss -> losses.merge(loss.problem(), 1, Integer::sum));
            return;
        }
        Set<String> accepted = new HashSet<>();
        preview.losses().stream().flatMap(loss -> loss.acceptance().stream()).forEach(accepted::add);
        configured(database, folder).load().abandon(accepted);
        abandoned++;
        Set<String> verbs = new HashSet<>();
        accepted.forEach(token -> verbs.add(token.split(":", 2)[0]));
        verbs.forEach(verb -> losses.merge(verb, 1, Integer::sum));
        if (!verbs.contains("keep-label")) {
            assertThat(Verification.verify(connection, before, false).differences())
                    .extracting(Difference::toString)
                    .isEmpty();
        }
        if (verbs.stream().noneMatch(OLD_VALUES::contains)) {
            assertThat(rows(connection, before)).isEqualTo(rows);
        }
        assertThat(configured(database, folder).load().abandon(Set.of()).migration())
                .isEmpty();
    }

    private static List<String> rows(Connection connection, Schema schema) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (Table table : schema.tables()) {
            rows.add(table.name()
                    + Rows.read(
                                    connection,
                                    List.of(table.name()),
                                    table.columns().stream().map(Column::name).toList())
                            .toString());
        }
        return rows;
    }

    private void stopAfter(int step, TestDatabase database, Path folder) {
        FailingSource source = new FailingSource(database.dataSource(), text -> false);
        try {
            configured(database, folder)
                    .dataSource(source.dataSource())
                    .listener(event -> {
                        if (event instanceof MigrationEvent.StepDone done
                                && done.step().step() == step) {
                            source.die(event.text());
                        }
                    })
                    .load()
                    .migrate();
        } catch (FailingSource.Death death) {
            return;
        }
        throw new AssertionError("step " + step + " was not reached");
    }

    private static TenonConfig configured(TestDatabase database, Path folder) {
        return Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder)
                .listener(event -> {});
    }
}
