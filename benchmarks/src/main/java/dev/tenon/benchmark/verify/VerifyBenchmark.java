package dev.tenon.benchmark.verify;

import dev.tenon.benchmark.Folders;
import dev.tenon.runtime.Tenon;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares the verification of databases with many tables with {@code pg_dump --schema-only}. The server has the major
 * version of the {@code pg_dump} on the path, which refuses newer servers.
 */
public final class VerifyBenchmark {

    private static final String ROLE = "tenon_benchmark_app";

    /** More tables in one transaction would exceed the server's default lock table. */
    private static final int TABLES_AT_ONCE = 500;

    private static final Pattern MAJOR = Pattern.compile(" (\\d+)");

    private VerifyBenchmark() {}

    /**
     * Runs the benchmark, and prints the medians.
     *
     * @param arguments the jar, then the number of rounds and numbers of tables; by default five rounds of 1,000 and
     * 5,000 tables
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        Path jar = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        List<Integer> sizes = arguments.length > 2
                ? Arrays.stream(arguments).skip(2).map(Integer::valueOf).toList()
                : List.of(1_000, 5_000);
        int major = dumperMajor();
        System.out.println("PostgreSQL " + major + ", because pg_dump on the path is of that version\n");
        VerifyReport report = new VerifyReport();
        for (int tables : sizes) {
            measure(jar, DevPostgres.version(major), rounds, tables, report);
        }
        System.out.print(report);
    }

    private static void measure(Path jar, DevPostgres server, int rounds, int tables, VerifyReport report)
            throws IOException, InterruptedException, SQLException {
        Path folder = Files.createTempDirectory("tenon-benchmark");
        Path program = Files.copy(jar, folder.resolve("tenon.jar"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(folder.resolve("tenon.jsa"));
        Path migrations = folder.resolve("migrations");
        try (TestDatabase database = server.database()) {
            Schema schema = prepare(migrations, database, tables);
            report.add(tables, new Rounds(program, migrations, database, schema).run(rounds));
        } finally {
            Folders.delete(folder);
            execute(server.jdbcUrl(), "DROP ROLE IF EXISTS " + ROLE);
        }
    }

    /** Creates a directory with all tables, and migrates the database. */
    static Schema prepare(Path folder, TestDatabase database, int tables) throws SQLException {
        Schema schema = TenantTables.of(tables, ROLE);
        MigrationDirectory directory = MigrationDirectory.at(folder);
        for (int i = 0; i < schema.tables().size(); i += TABLES_AT_ONCE) {
            int end = Math.min(schema.tables().size(), i + TABLES_AT_ONCE);
            Schema part = schema.withTables(schema.tables().subList(0, end));
            NextMigration.next(directory, new CompiledSnapshot(part, MigrationHints.NONE, Map.of()), Set.of())
                    .write(directory, "tables_to_" + end);
        }
        Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder)
                .listener(event -> {})
                .load()
                .migrate();
        execute(database.jdbcUrl(), "VACUUM ANALYZE");
        return schema;
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int dumperMajor() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("pg_dump", "--version").start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher major = MAJOR.matcher(said);
        if (process.waitFor() != 0 || !major.find()) {
            throw new IOException("pg_dump does not say its version: " + said);
        }
        return Integer.parseInt(major.group(1));
    }
}
