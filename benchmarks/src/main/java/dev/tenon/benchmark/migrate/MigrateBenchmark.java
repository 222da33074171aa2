package dev.tenon.benchmark.migrate;

import dev.tenon.benchmark.Folders;
import dev.tenon.benchmark.Times;
import dev.tenon.benchmark.evolve.Schemas;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.migrate.MigrationEvent;
import dev.tenon.runtime.migrate.MigrationState;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.Migration;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Applies many migrations of one table each, and compares this with a loop that runs the same files and writes a
 * history row for each, on servers with and without durable commits. Then compares processes that find nothing to do
 * with a process that only connects and reads the history.
 */
public final class MigrateBenchmark {

    private MigrateBenchmark() {}

    /**
     * Runs the benchmark, and prints the medians.
     *
     * @param arguments the jar, then the number of rounds and of migrations; by default five rounds of 1,000
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int migrations = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        Path folder = Files.createTempDirectory("tenon-benchmark");
        try {
            MigrationDirectory directory = prepare(folder, migrations);
            measure(folder, directory, Path.of(arguments[0]), rounds, migrations);
        } finally {
            Folders.delete(folder);
        }
    }

    /** Creates a directory with that many migrations, each of which creates a table. */
    static MigrationDirectory prepare(Path folder, int migrations) {
        MigrationDirectory directory = MigrationDirectory.at(folder);
        Schema all = Schemas.of(migrations);
        for (int i = 1; i <= migrations; i++) {
            Schema schema = all.withTables(all.tables().subList(0, i));
            NextMigration.next(directory, new CompiledSnapshot(schema, MigrationHints.NONE, Map.of()), Set.of())
                    .write(directory, "table_" + i);
        }
        return directory;
    }

    private static void measure(Path folder, MigrationDirectory directory, Path jar, int rounds, int migrations)
            throws IOException, InterruptedException, SQLException {
        System.out.println(
                "| migrations | server | JDBC loop ms | Tenon, applied ms | × loop | and verified ms | × loop |");
        System.out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: |");
        apply(folder, directory, rounds, migrations, DevPostgres.durable(), "waits for the disk, as in production");
        apply(folder, directory, rounds, migrations, DevPostgres.shared(), "never waits for the disk");
        System.out.println();
        start(folder, jar, rounds, migrations);
    }

    private static void apply(
            Path folder, MigrationDirectory directory, int rounds, int migrations, DevPostgres server, String kind)
            throws IOException, InterruptedException, SQLException {
        List<Long> loop = new ArrayList<>();
        List<Long> applied = new ArrayList<>();
        List<Long> verified = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            try (TestDatabase database = server.database()) {
                loop.add(Times.millis(() -> loop(folder, directory, database)));
            }
            try (TestDatabase database = server.database()) {
                long start = System.nanoTime();
                verified.add(Times.millis(() -> migrate(folder, database, state -> {
                    if (state.isCurrent()) {
                        applied.add((System.nanoTime() - start) / 1_000_000);
                    }
                })));
            }
        }
        System.out.printf(
                "| %d | %s | %d | %d | %.2f | %d | %.2f |%n",
                migrations,
                kind,
                Times.median(loop),
                Times.median(applied),
                Times.median(applied) / (double) Times.median(loop),
                Times.median(verified),
                Times.median(verified) / (double) Times.median(loop));
    }

    /**
     * Measures processes that find nothing to do, with and without a class data archive, and the process that only
     * reads the history.
     */
    private static void start(Path folder, Path jar, int rounds, int migrations)
            throws IOException, InterruptedException, SQLException {
        List<Long> plain = new ArrayList<>();
        List<Long> nothing = new ArrayList<>();
        List<Long> archived = new ArrayList<>();
        Path archive = folder.resolveSibling(folder.getFileName() + ".jsa");
        try (TestDatabase database = DevPostgres.shared().database()) {
            migrate(folder, database, state -> {});
            String url = database.jdbcUrl();
            nothing(url, jar, folder, Times.shortRun("-XX:ArchiveClassesAtExit=" + archive));
            for (int round = 0; round < rounds; round++) {
                plain.add(Times.millis(() -> Times.java(
                        url, "-cp", System.getProperty("java.class.path"), PlainHistory.class.getName(), url)));
                nothing.add(Times.millis(() -> nothing(url, jar, folder)));
                archived.add(Times.millis(
                        () -> nothing(url, jar, folder, Times.shortRun("-XX:SharedArchiveFile=" + archive))));
            }
        } finally {
            Files.deleteIfExists(archive);
        }
        System.out.println("| migrations | reading the history ms | nothing to do ms"
                + " | nothing to do, with a class archive and what suits a short run ms |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        System.out.printf(
                "| %d | %d | %d | %d |%n",
                migrations, Times.median(plain), Times.median(nothing), Times.median(archived));
    }

    private static void nothing(String url, Path jar, Path folder, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-jar", jar.toString(), "migrate", "--migrations", folder.toString()));
        Times.java(url, arguments.toArray(String[]::new));
    }

    private static void migrate(Path folder, TestDatabase database, Consumer<MigrationState> states) {
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder)
                .listener(event -> {
                    if (event instanceof MigrationEvent.StateRead read) {
                        states.accept(read.state());
                    }
                })
                .load()
                .migrate();
    }

    /** Runs each file in its own transaction, together with its history row. */
    static void loop(Path folder, MigrationDirectory directory, TestDatabase database)
            throws IOException, SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE history (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())");
            connection.setAutoCommit(false);
            try (PreparedStatement enter = connection.prepareStatement("INSERT INTO history (name) VALUES (?)")) {
                for (Migration migration : directory.migrations()) {
                    String name = migration.name().toString();
                    statement.execute(Files.readString(folder.resolve(name + ".sql")));
                    enter.setString(1, name);
                    enter.executeUpdate();
                    connection.commit();
                }
            }
        }
    }
}
