package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.file.Migration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merges two branches of a git repository that each add a migration. */
class RebaseCommandTest {

    private static final ColumnType TEXT = ColumnType.builtin("text");

    @TempDir
    Path repository;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void addMigrationsOnTwoBranches() throws IOException, InterruptedException {
        git("init", "--quiet", "--initial-branch=main");
        generate("init", table("plan", "title"));
        commit("init");
        git("checkout", "--quiet", "-b", "feature");
        generate("add_notes", table("plan", "title", "notes"));
        append("0002_add_notes.sql", "\n-- tenon:manual\nUPDATE public.plan SET notes = 'none';\n");
        assertThat(directory().recordManualParts()).isTrue();
        generate("add_member", table("member", "name"), table("plan", "title", "notes"));
        commit("feature");
        git("checkout", "--quiet", "main");
        generate("add_state", table("plan", "title", "state"));
        commit("main");
        git("checkout", "--quiet", "feature");
    }

    @Test
    void oneCommandResolvesTheMergeConflict() throws IOException, InterruptedException {
        assertThat(git("merge", "--quiet", "main"))
                .as("git merges what it must not")
                .isNotZero();
        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("[TN514]").contains("_journal.json");

        assertThat(run("rebase")).as(output()).isZero();

        assertThat(out.toString())
                .contains("Moved 0002_add_notes to 0003_add_notes")
                .contains("Moved 0003_add_member to 0004_add_member");
        assertMergedInOrder("0001_init", "0002_add_state", "0003_add_notes", "0004_add_member");
        assertThat(read("0003_add_notes.sql"))
                .startsWith("-- 0003_add_notes,")
                .contains("ADD COLUMN notes")
                .doesNotContain("state")
                .endsWith("\n-- tenon:manual\nUPDATE public.plan SET notes = 'none';\n");
    }

    @Test
    void theSideToMoveCanBeChosen() throws IOException, InterruptedException {
        git("merge", "--quiet", "main");
        assertThat(run("rebase", "--moving", "theirs")).as(output()).isZero();
        assertMergedInOrder("0001_init", "0002_add_notes", "0003_add_member", "0004_add_state");
    }

    @Test
    void takingOneSideOfTheDirectoryIsResolvedTheSame() throws IOException, InterruptedException {
        git("merge", "--quiet", "main");
        assertThat(git("checkout", "main", "--", "m")).isZero();
        assertThat(run("check")).isEqualTo(1);
        assertThat(out.toString()).contains("[TN507]");
        assertThat(run("rebase")).as(output()).isZero();
        assertMergedInOrder("0001_init", "0002_add_state", "0003_add_notes", "0004_add_member");
    }

    @Test
    void aSecondRebaseDoesNothing() throws IOException, InterruptedException {
        git("merge", "--quiet", "main");
        run("rebase");
        Map<String, String> before = files();
        assertThat(run("rebase")).isZero();
        assertThat(out.toString()).contains("Nothing to rebase");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void conflictingChangesAreRefusedAndNothingIsWritten() throws IOException, InterruptedException {
        git("checkout", "--quiet", "main");
        generate("drop_plan", table("other", "x"));
        commit("drop");
        git("checkout", "--quiet", "feature");
        git("merge", "--quiet", "main");
        Map<String, String> before = files();
        assertThat(run("rebase")).isEqualTo(1);
        assertThat(err.toString()).contains("[TN522]").contains("0002_add_notes.json");
        assertThat(files()).isEqualTo(before);
    }

    private void assertMergedInOrder(String... names) {
        assertThat(directory().check()).isEmpty();
        assertThat(directory().migrations()).map(Migration::toString).containsExactly(names);
        Schema merged = directory().snapshot();
        assertThat(merged.tables()).hasSize(2);
        assertThat(merged.table(QualifiedName.parse("plan")).orElseThrow().columns())
                .map(Column::name)
                .contains("title", "notes", "state");
    }

    private int run(String command, String... options) {
        Stream<String> all = Stream.concat(
                Stream.of(command, "--migrations", repository.resolve("m").toString()), Stream.of(options));
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String output() {
        return out + "\n" + err;
    }

    private MigrationDirectory directory() {
        return MigrationDirectory.at(repository.resolve("m"));
    }

    private void generate(String name, Table... tables) {
        Schema schema = new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(tables),
                Optional.empty());
        CompiledSnapshot compiled = new CompiledSnapshot(schema, MigrationHints.NONE, Map.of());
        NextMigration.next(directory(), compiled, Set.of("drop-table:plan")).write(directory(), name);
    }

    private static Table table(String name, String... texts) {
        List<Column> columns = new ArrayList<>();
        Stream.of(texts).forEach(text -> columns.add(Column.of(text, TEXT).withNullable(true)));
        return Table.of(QualifiedName.parse(name), columns);
    }

    private void commit(String message) throws IOException, InterruptedException {
        assertThat(git("add", "--all")).isZero();
        assertThat(git("commit", "--quiet", "--message", message)).isZero();
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(repository.toFile())
                .redirectErrorStream(true)
                .start();
        out.write(new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        return git.waitFor();
    }

    private void append(String file, String text) throws IOException {
        Path path = repository.resolve("m").resolve(file);
        Files.writeString(path, Files.readString(path) + text);
    }

    private String read(String file) throws IOException {
        return Files.readString(repository.resolve("m").resolve(file));
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(repository.resolve("m"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(repository.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }
}
