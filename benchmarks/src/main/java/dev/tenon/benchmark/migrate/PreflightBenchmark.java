package dev.tenon.benchmark.migrate;

import dev.tenon.benchmark.Folders;
import dev.tenon.benchmark.Times;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
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
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Measures which part of a migration of existing tables the checks before its first step take: with many expressions over
 * small tables, and with one backfill of a large table.
 */
public final class PreflightBenchmark {

    private PreflightBenchmark() {}

    /**
     * Runs the benchmark, and prints the medians.
     *
     * @param arguments the numbers of rounds, tables and rows; by default five, 30 and one million
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        int rounds = argument(arguments, 0, 5);
        int tables = argument(arguments, 1, 30);
        int rows = argument(arguments, 2, 1_000_000);
        System.out.println("| tables | rows of each | checks ms | migrate ms | share |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: |");
        measure(rounds, tables, 0, DevPostgres.shared());
        measure(rounds, tables, 1_000, DevPostgres.shared());
        measure(rounds, 1, rows, DevPostgres.shared());
    }

    private static int argument(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    private static void measure(int rounds, int tables, int rows, DevPostgres server) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("tenon-benchmark");
        List<Long> checks = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        try {
            MigrationDirectory directory = MigrationDirectory.at(folder);
            for (int round = 0; round < rounds; round++) {
                Folders.delete(folder);
                Files.createDirectories(folder);
                try (TestDatabase database = server.database()) {
                    add(directory, schema(tables, false), MigrationHints.NONE, "init");
                    migrate(folder, database, new ArrayList<>());
                    fill(database, tables, rows);
                    add(directory, schema(tables, true), hints(tables), "change");
                    List<Long> moments = new ArrayList<>();
                    migrate(folder, database, moments);
                    checks.add(moments.get(1) - moments.get(0));
                    all.add(moments.get(2) - moments.get(0));
                }
            }
        } finally {
            Folders.delete(folder);
        }
        long median = Times.median(all);
        System.out.printf(
                "| %d | %d | %.1f | %.1f | %.1f %% |%n",
                tables, rows, Times.median(checks) / 1e6, median / 1e6, 100.0 * Times.median(checks) / median);
    }

    private static void add(MigrationDirectory directory, Schema schema, MigrationHints hints, String name) {
        NextMigration.next(directory, new CompiledSnapshot(schema, hints, Map.of()), Set.of())
                .write(directory, name);
    }

    private static void fill(TestDatabase database, int tables, int rows) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute("INSERT INTO item_" + i + " SELECT n, 'name of ' || n, n % 1000, now()"
                        + " FROM generate_series(1, " + rows + ") AS n");
            }
            statement.execute("VACUUM ANALYZE");
        }
    }

    /** Adds the moments at which the state was read, the first migration begins, and all are done. */
    private static void migrate(Path folder, TestDatabase database, List<Long> moments) {
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder)
                .listener(event -> {
                    boolean begins = moments.size() == 1 && event instanceof MigrationEvent.MigrationBegun;
                    if (begins || (event instanceof MigrationEvent.StateRead && moments.size() != 1)) {
                        moments.add(System.nanoTime());
                    }
                })
                .load()
                .migrate();
    }

    private static Schema schema(int tables, boolean changed) {
        return Schema.EMPTY.withTables(
                IntStream.range(0, tables).mapToObj(i -> table(i, changed)).toList());
    }

    /** Has three more expressions in the changed form: of a backfill, a check and an index. */
    private static Table table(int number, boolean changed) {
        String name = "item_" + number;
        List<Column> columns = new ArrayList<>(List.of(
                column("id", "bigint"),
                column("name", "text"),
                column("amount", "integer"),
                column("at", "timestamptz")));
        List<Constraint> constraints =
                new ArrayList<>(List.of(new Constraint.PrimaryKey(name + "_pkey", List.of("id"))));
        List<Index> indexes = new ArrayList<>();
        if (changed) {
            columns.add(column("label", "text"));
            columns.set(2, column("amount", "integer").withDefault(Optional.of(new ColumnDefault.Expression("1 + 1"))));
            constraints.add(new Constraint.Check(name + "_amount_check", "amount >= 0 AND length(name) > 0", true));
            indexes.add(Index.of(name + "_name_idx", "btree", List.of(IndexKey.expression("lower(name)"))));
        }
        return Table.of(QualifiedName.parse(name), columns)
                .withConstraints(constraints)
                .withIndexes(indexes);
    }

    private static MigrationHints hints(int tables) {
        Map<ObjectPath, String> backfills = new HashMap<>();
        for (int i = 0; i < tables; i++) {
            backfills.put(ObjectPath.column(QualifiedName.parse("item_" + i), "label"), "upper(name)");
        }
        return new MigrationHints(Map.of(), backfills, Map.of());
    }

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.builtin(type));
    }
}
