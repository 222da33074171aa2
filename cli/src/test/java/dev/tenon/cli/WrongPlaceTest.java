package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonException;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command without migrations reports an error, and names the directory if it is nearby. */
@PostgresTest
class WrongPlaceTest {

    private static final List<List<String>> COMMANDS = List.of(
            List.of("status"),
            List.of("migrate"),
            List.of("migrate", "--dry-run"),
            List.of("verify"),
            List.of("verify", "--full"),
            List.of("verify", "--strict", "--isolation"),
            List.of("baseline"),
            List.of("repair"),
            List.of("abandon"),
            List.of("check"),
            List.of("drop"),
            List.of("rebase"));

    private final TestDatabase database;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path temp;

    private Path migrations;

    WrongPlaceTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeAMigration() {
        migrations = temp.resolve("db/migrations");
        generate(migrations);
    }

    @Test
    void emptyDirectoryIsAnError() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        for (List<String> command : COMMANDS) {
            assertRefused(
                    command,
                    empty.toString(),
                    "it has no meta/_journal.json; correct the path, or run 'tenon generate'");
        }
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void missingDirectoryIsAnError() {
        for (List<String> command : COMMANDS) {
            assertRefused(
                    command,
                    temp.resolve("none").toString(),
                    "the migrations directory does not exist; correct the path");
        }
    }

    @Test
    void parentDirectoryGivesAHintOfTheRightOne() {
        for (List<String> command : COMMANDS) {
            assertRefused(command, temp.resolve("db").toString(), "; name " + migrations + ", which has a journal");
        }
        assertRefused(List.of("status"), temp.toString(), "; name " + migrations + ", which has a journal");
        Path other = temp.resolve("db/other");
        generate(other);
        assertRefused(
                List.of("verify"),
                temp.resolve("db").toString(),
                "; name one of these directories, which have a journal: " + migrations + " or " + other);
    }

    @Test
    void nestedDirectoryAndFileGiveAHintOfTheRightOne() {
        String hint = "; name " + migrations + ", which has a journal";
        assertRefused(List.of("status"), migrations.resolve("meta").toString(), hint);
        assertRefused(List.of("status"), migrations.resolve("0001_init.sql").toString(), "the path is a file", hint);
    }

    @Test
    void fileIsAnError() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        for (List<String> command : COMMANDS) {
            assertRefused(command, file.toString(), "the path is a file, not a migrations directory; name a directory");
        }
    }

    @Test
    void journalWithoutMigrationsIsAnError() {
        assertThat(run(List.of("drop", "--migrations", migrations.toString()), Map.of()))
                .isZero();
        for (List<String> command : COMMANDS) {
            assertRefused(command, migrations.toString(), "the journal of the migrations directory has no entry; ");
        }
    }

    @Test
    void classPathLocationIsAnError() {
        for (List<String> command : COMMANDS.subList(0, 9)) {
            assertRefused(
                    command,
                    "classpath:db/none",
                    "the migrations directory does not exist; add it, with its meta/_journal.json,");
        }
    }

    @Test
    void firstMigrationCreatesTheDirectory() throws IOException {
        generate(Files.createDirectory(temp.resolve("fresh")));
        generate(temp.resolve("missing/one"));
        assertThat(temp.resolve("fresh/meta/_journal.json")).exists();
        assertThat(temp.resolve("missing/one/meta/_journal.json")).exists();
    }

    @Test
    void libraryRefusesAMissingDirectory() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("library"));
        Tenon tenon = Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(empty)
                .load();
        List<Runnable> doors = List.of(
                tenon::migrate,
                tenon::preview,
                tenon::status,
                tenon::verify,
                tenon::verifyFully,
                tenon::verifyStrictly,
                tenon::baseline,
                tenon::interruptedSteps,
                tenon::proveIsolation);
        for (Runnable door : doors) {
            assertThatThrownBy(door::run)
                    .isInstanceOfSatisfying(
                            TenonException.class,
                            refused -> assertThat(refused.code()).isEqualTo("TN501"));
        }
    }

    @Test
    void isolationWithoutTenancyIsNotProven() {
        Map<String, String> environment = Map.of("DATABASE_URL", database.url());
        assertThat(run(List.of("migrate", "--migrations", migrations.toString()), environment))
                .as(err.toString())
                .isZero();
        assertThat(run(List.of("verify", "--isolation", "--migrations", migrations.toString()), environment))
                .isEqualTo(3);
        assertThat(out.toString())
                .contains(
                        "Verified: 1 tables, no drift",
                        "Isolation: not proved, because the snapshot declares no" + " tenancy")
                .doesNotContain("no leak", "probes");
        out.getBuffer().setLength(0);
        assertThat(run(List.of("verify", "--isolation", "--json", "--migrations", migrations.toString()), environment))
                .isEqualTo(3);
        assertThat(out.toString()).contains("\"exitCode\": 3", "\"isolated\": false", "\"tried\": false");
    }

    private void assertRefused(List<String> command, String place, String... expected) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--migrations", place));
        boolean withoutDatabase = Set.of("drop", "rebase", "check").contains(command.get(0));
        int exit = run(arguments, withoutDatabase ? Map.of() : Map.of("DATABASE_URL", database.url()));
        String output = out.toString() + err;
        assertThat(exit).as(arguments + ": " + output).isEqualTo(1);
        assertThat(output)
                .as(arguments.toString())
                .contains("[TN501] " + place + ": ")
                .contains(expected);
        assertThat(output).doesNotContain("pending", "no drift", "no leak", "no problem");
    }

    private int run(List<String> arguments, Map<String, String> environment) {
        String[] all = arguments.toArray(new String[0]);
        return Main.commandLine(environment, all)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    private static void generate(Path path) {
        Table plan = Table.of(QualifiedName.parse("plan"), List.of(Column.of("id", ColumnType.builtin("bigint"))));
        CompiledSnapshot compiled =
                new CompiledSnapshot(Schema.EMPTY.withTables(List.of(plan)), MigrationHints.NONE, Map.of());
        MigrationDirectory directory = MigrationDirectory.at(path);
        NextMigration.next(directory, compiled, Set.of()).write(directory, "init");
    }
}
