package dev.tenon.runtime.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.Column;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

    void run(SchemaPair pair) throws SQLException, IOException {
        empty(connection);
        Path evolved = folder.resolve("evolved");
        MigrationDirectory directory = MigrationDirectory.at(evolved);
        migrate(evolved, directory, new CompiledSnapshot(pair.before(), MigrationHints.NONE, Map.of()), Set.of());
        Rows.insert(connection, pair.before());
        PairPlan plan = PairPlan.between(pair.before(), pair.after());
        assertThat(plan.refused()).isEmpty();
        Map<Table, Shared> shared = shared(pair, plan);
        migrate(evolved, directory, plan.compiled(), plan.accepted());
        verify(directory.snapshot());
        assertThat(MigrationDraft.of(directory.snapshot(), plan.compiled(), Set.of())
                        .changes())
                .isEmpty();
        for (Map.Entry<Table, Shared> each : shared.entrySet()) {
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

    /** The expected rows of a table. */
    private record Shared(List<String> columns, List<String> rows) {}

    /** The values that stay: neither computed from other columns nor backfilled. */
    private Map<Table, Shared> shared(SchemaPair pair, PairPlan plan) throws SQLException {
        Map<Table, Shared> shared = new LinkedHashMap<>();
        for (Table after : pair.after().schema.tables()) {
            Table before = PairPlan.former(pair.before(), pair.after(), after).orElse(null);
            if (before != null) {
                List<Column> kept = after.columns().stream()
                        .filter(column -> PairPlan.former(before, pair.after(), column)
                                .filter(old -> !column.generated() && (column.nullable() || !old.nullable()))
                                .isPresent())
                        .filter(column -> !plan.compiled()
                                .hints()
                                .backfills()
                                .containsKey(ObjectPath.column(after.name(), column.name())))
                        .toList();
                List<String> old = kept.stream()
                        .map(column -> PairPlan.former(before, pair.after(), column)
                                .orElseThrow()
                                .name())
                        .toList();
                List<String> rows = Rows.read(connection, kept(before, after, pair.after()), old).stream()
                        .map(row -> renamed(row, pair.before(), pair.after()))
                        .sorted()
                        .toList();
                shared.put(after, new Shared(kept.stream().map(Column::name).toList(), rows));
            }
        }
        return shared;
    }

    /** The location of the preserved rows: the table, or its remaining partitions. */
    private static List<QualifiedName> kept(Table before, Table after, EditedSchema edited) {
        if (before.partitioning().isEmpty()) {
            return List.of(before.name());
        }
        Set<String> tokens = after.partitioning().stream()
                .flatMap(how -> how.partitions().stream())
                .map(partition -> edited.origin(partition.name()))
                .collect(Collectors.toSet());
        return before.partitioning().orElseThrow().partitions().stream()
                .filter(partition -> tokens.contains(Tokens.of(partition.name())))
                .map(partition -> before.name().withName(partition.name()))
                .toList();
    }

    /** Labels are renamed or replaced. */
    private static String renamed(String row, Schema before, EditedSchema after) {
        String text = row;
        for (Map.Entry<String, String> taken : after.taken.entrySet()) {
            for (String gone : PairPlan.labels(before, taken.getValue())) {
                text = text.replace(gone, taken.getKey());
            }
        }
        // Of successive names of a label, only the last one exists.
        for (String last : Tokens.in(after.schema.enums().toString())) {
            text = text.replace(after.origin(last), last);
        }
        return text;
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
