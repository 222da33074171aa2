package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Migrates a database with rows from the first schema of a pair to the second, and checks the result. */
final class PairRun {

    private final TestDatabase database;
    private final Connection connection;
    private final Path folder;

    PairRun(TestDatabase database, Connection connection, Path folder) {
        this.database = database;
        this.connection = connection;
        this.folder = folder;
    }

    /** Runs a migration. */
    @FunctionalInterface
    private interface Migration {
        void run() throws SQLException, IOException;
    }

    /** What happens while the migration runs. */
    @FunctionalInterface
    private interface Surroundings {
        void run(Migration migration) throws SQLException, IOException;
    }

    void run(SchemaPair pair) throws SQLException, IOException {
        run(pair, Migration::run);
    }

    /** Runs the migration while applications work with the tables that both schemas have. */
    PairTraffic runUnderTraffic(SchemaPair pair) throws SQLException, IOException {
        AtomicReference<PairTraffic> clients = new AtomicReference<>();
        run(pair, migration -> {
            try (PairTraffic traffic = new PairTraffic(database, pair)) {
                clients.set(traffic);
                migration.run();
            }
            assertThat(Objects.requireNonNull(clients.get()).failures()).isEmpty();
        });
        return Objects.requireNonNull(clients.get());
    }

    private void run(SchemaPair pair, Surroundings during) throws SQLException, IOException {
        empty(connection);
        Path evolved = folder.resolve("evolved");
        MigrationDirectory directory = MigrationDirectory.at(evolved);
        migrate(evolved, directory, new CompiledSnapshot(pair.before(), MigrationHints.NONE, Map.of()), Set.of());
        Rows.insert(connection, pair.before());
        PairPlan plan = PairPlan.between(pair.before(), pair.after());
        assertThat(plan.refused()).isEmpty();
        Map<Table, ExpectedRows.OfTable> expected = new ExpectedRows(pair, plan, connection).read();
        during.run(() -> migrate(evolved, directory, plan.compiled(), plan.accepted()));
        verify(directory.snapshot());
        assertThat(MigrationDraft.of(directory.snapshot(), plan.compiled(), Set.of())
                        .changes())
                .isEmpty();
        for (Map.Entry<Table, ExpectedRows.OfTable> each : expected.entrySet()) {
            assertThat(Rows.read(
                            connection,
                            List.of(each.getKey().name()),
                            each.getValue().columns()))
                    .as("rows of %s", each.getKey().name())
                    .isEqualTo(each.getValue().rows());
        }
        empty(connection);
        migrate(
                folder.resolve("recreated"),
                MigrationDirectory.at(folder.resolve("recreated")),
                plan.compiled(),
                Set.of());
    }

    /** Migrates; at the end the migrator itself compares the database with the snapshot. */
    private void migrate(Path path, MigrationDirectory directory, CompiledSnapshot compiled, Set<String> accepted) {
        NextMigration next = NextMigration.next(directory, compiled, accepted);
        if (!next.draft().isEmpty()) {
            next.write(directory, "next");
            Tenon.configure()
                    .dataSource(database.dataSource())
                    .migrations(path)
                    .listener(event -> {})
                    .load()
                    .migrate();
        }
    }

    /** Finds all differences from the snapshot, including undeclared objects. */
    private void verify(Schema snapshot) throws SQLException {
        assertThat(Verification.verify(connection, snapshot, true).differences())
                .extracting(Difference::toString)
                .isEmpty();
    }

    static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS public, aside, tenon CASCADE; CREATE SCHEMA public");
        }
    }
}
