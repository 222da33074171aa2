package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of invalid input gets one clear message and the right exit code, and changes nothing. */
@PostgresTest
class BadInputTest {

    private static final QualifiedName PLAN = QualifiedName.parse("plan");

    private final TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp;

    private Path migrations;

    BadInputTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeAMigration() throws SQLException {
        execute("DROP SCHEMA IF EXISTS tenon CASCADE");
        execute("DROP TABLE IF EXISTS plan");
        migrations = temp.resolve("migrations");
        generate("init", Column.of("id", ColumnType.builtin("bigint")));
    }

    @Test
    void goodInputIsApplied() {
        assertThat(run("migrate", "--migrations", migrations.toString()))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains(
                        "Migration state: 0 applied, 1 expected, 1 pending",
                        "Migration state: 1 applied, 1 expected, 0 pending");
        assertThat(run("status", "--migrations", migrations.toString())).isZero();
        assertThat(run("check", "--migrations", migrations.toString(), "--classes", "no/such"))
                .isEqualTo(1);
    }

    @Test
    void pendingMigrationsHaveTheirOwnExitCode() {
        assertThat(run("status", "--migrations", migrations.toString())).isEqualTo(3);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void unreachableServerIsReported() {
        assertThat(run("migrate", "--migrations", migrations.toString(), "--url", "jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(1);
        assertOneLine("TN601");
    }

    @Test
    void wrongPasswordIsReportedAndNeverShown() {
        String url = database.url().replaceFirst(":[^:@]*@", ":hunter2@");
        assertThat(run(Map.of("DATABASE_URL", url), "status", "--migrations", migrations.toString()))
                .isEqualTo(1);
        assertOneLine("TN602");
        assertThat(err.toString() + out).doesNotContain("hunter2");
    }

    @Test
    void passwordOnTheCommandLineIsRefused() {
        assertThat(run("status", "--url", "postgres://me:hunter2@127.0.0.1/db")).isEqualTo(2);
        assertThat(err.toString()).contains("PGPASSWORD").doesNotContain("hunter2");
    }

    @Test
    void unknownOptionFailsBeforeAnythingConnects() {
        assertThat(run("migrate", "--dryrun", "--url", "jdbc:postgresql://127.0.0.1:1/none"))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith("Unknown option: '--dryrun'");
    }

    @Test
    void missingMigrationsDirectory() {
        for (String command : List.of("status", "migrate", "verify", "check")) {
            err.getBuffer().setLength(0);
            out.getBuffer().setLength(0);
            assertThat(run(command, "--migrations", "no/such/folder"))
                    .as(command)
                    .isEqualTo(1);
            assertThat(out.toString() + err).contains("[TN501] no/such/folder");
        }
    }

    @Test
    void invalidJournalIsRefusedWithFileLineAndColumn() throws IOException {
        spoil("meta/_journal.json", "\"number\"", "\"numero\"");
        assertThat(run("migrate", "--migrations", migrations.toString())).isEqualTo(1);
        assertThat(err.toString()).containsPattern("\\[TN503\\] .*_journal\\.json:\\d+:\\d+: ");
        assertNothingWasDone();
    }

    @Test
    void invalidSnapshotIsRefusedWithFileLineAndColumn() throws IOException {
        spoil("meta/snapshot.json", "\"tables\": {", "\"tables\": ");
        assertThat(run("migrate", "--migrations", migrations.toString())).isEqualTo(1);
        assertThat(err.toString()).containsPattern("\\[TN503\\] .*snapshot\\.json:\\d+:\\d+: ");
        assertNothingWasDone();
    }

    @Test
    void editedSqlIsRefusedBeforeAndAfterItWasApplied() throws IOException {
        String valid = Files.readString(migrations.resolve("0001_init.sql"));
        spoil("0001_init.sql", "id bigint", "id integer");
        assertThat(run("check", "--migrations", migrations.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("[TN510]", "0001_init.sql");
        assertThat(run("migrate", "--migrations", migrations.toString())).isNotZero();
        assertNothingWasDone();
        Files.writeString(migrations.resolve("0001_init.sql"), valid);
        assertThat(run("migrate", "--migrations", migrations.toString())).isZero();
    }

    @Test
    void secondMigratorGivesUpWithItsOwnExitCodeAndSaysWhoHoldsTheLock()
            throws SQLException, ExecutionException, InterruptedException {
        try (Connection blocker = database.connection()) {
            blocker.setAutoCommit(false);
            run("migrate", "--migrations", migrations.toString());
            generate("add_title", Column.of("id", ColumnType.builtin("bigint")), nullable("title"));
            try (Statement statement = blocker.createStatement()) {
                statement.execute("LOCK TABLE plan IN ACCESS SHARE MODE");
            }
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                    () -> quietly("migrate", "--migrations", migrations.toString(), "--retry-for", "60s"));
            awaitMigrator();
            err.getBuffer().setLength(0);
            assertThat(run("migrate", "--migrations", migrations.toString(), "--lock-timeout", "1s"))
                    .isEqualTo(6);
            assertThat(err.toString()).contains("[TN620]", "pid");
            blocker.rollback();
            assertThat(first.get()).isZero();
        }
    }

    @Test
    void errorsAreOneJsonDocument() {
        assertThat(run("--json", "status", "--migrations", "no/such/folder")).isEqualTo(1);
        assertThat(out.toString()).startsWith("{\n").endsWith("}\n").contains("\"exitCode\": 1", "\"code\": \"TN501\"");
    }

    private void generate(String name, Column... columns) {
        Table plan = Table.of(PLAN, List.of(columns))
                .withConstraints(List.of(new Constraint.PrimaryKey("plan_pkey", List.of("id"))));
        CompiledSnapshot compiled =
                new CompiledSnapshot(Schema.EMPTY.withTables(List.of(plan)), MigrationHints.NONE, Map.of());
        MigrationDirectory directory = MigrationDirectory.at(migrations);
        NextMigration.next(directory, compiled, Set.of()).write(directory, name);
    }

    private static Column nullable(String name) {
        return Column.of(name, ColumnType.builtin("text")).withNullable(true);
    }

    private void spoil(String file, String valid, String invalid) throws IOException {
        Path path = migrations.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(valid);
        Files.writeString(path, text.replace(valid, invalid));
    }

    private void assertOneLine(String code) {
        assertThat(err.toString().lines()).hasSize(2).last().asString().isEqualTo("More: tenon explain " + code);
        assertThat(err.toString()).startsWith("[" + code + "] ");
    }

    private void assertNothingWasDone() {
        assertThat(text("SELECT count(*) FROM pg_class WHERE relname = 'plan'")).isEqualTo("0");
    }

    private void awaitMigrator() throws InterruptedException {
        for (int i = 0;
                i < 600
                        && text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                                .equals("0");
                i++) {
            Thread.sleep(50);
        }
    }

    private int run(String... arguments) {
        return run(Map.of("DATABASE_URL", database.url()), arguments);
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Main.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int quietly(String... arguments) {
        return Main.commandLine(Map.of("DATABASE_URL", database.url()))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String text(String query) {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
