package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The processor writes the next migration completely or not at all, and reports entities that are ahead of the newest
 * migration.
 */
class MigrationOutputTest {

    private static final String PLAN = """
            package shop;
            import dev.tenon.annotation.*;
            import java.util.UUID;
            @Table
            class Plan {
                @Id UUID id;
                String title;
            }
            """;

    @TempDir
    Path folder;

    @Test
    void migrationIsWrittenWithSnapshotChangesAndJournal() throws IOException {
        Javac.Result result = generate("init", PLAN);
        assertThat(result.errors()).isEmpty();
        assertThat(files())
                .containsOnlyKeys("0001_init.sql", "meta/0001_init.json", "meta/_journal.json", "meta/snapshot.json");
        assertThat(files().get("0001_init.sql")).contains("CREATE TABLE public.plan (");
    }

    @Test
    void sameClassesAreTheSameBytes() throws IOException {
        generate("init", PLAN);
        Map<String, String> first = files();
        deleteMigrations();
        generate("init", PLAN);
        assertThat(files()).isEqualTo(first);
    }

    @Test
    void nothingIsWrittenWhereNothingChanged() throws IOException {
        generate("init", PLAN);
        Map<String, String> before = files();
        Javac.Result again = generate("again", PLAN);
        assertThat(again.errors()).isEmpty();
        assertThat(again.messages())
                .anySatisfy(message -> assertThat(message.text()).contains("Tenon wrote no migration 'again'"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void secondMigrationFollowsTheFirstAndSaysItsLocks() throws IOException {
        generate("init", PLAN);
        Javac.Result result = generate(
                "add_notes", PLAN.replace("String title;", "String title; @Column(nullable = true) String notes;"));
        assertThat(result.errors()).isEmpty();
        assertThat(files().get("0002_add_notes.sql"))
                .contains("-- ACCESS EXCLUSIVE on plan; metadata only\nALTER TABLE public.plan ADD COLUMN notes text;");
        assertThat(result.messages())
                .anySatisfy(
                        message -> assertThat(message.text())
                                .isEqualTo(
                                        "ACCESS EXCLUSIVE on plan; metadata only: ALTER TABLE public.plan ADD COLUMN notes text"));
    }

    @Test
    void dropIsRefusedAtTheClassAndWritesNothing() throws IOException {
        generate("init", PLAN);
        Map<String, String> before = files();
        Javac.Result refused = generate("drop_title", PLAN.replace("    String title;\n", ""));
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.text()).startsWith("[TN402] ").contains("-Atenon.accept=drop-column:plan.title");
            assertThat(error.file()).isEqualTo("shop/Plan.java");
            assertThat(error.line()).isEqualTo(5);
        });
        assertThat(files()).isEqualTo(before);
        Javac.Result accepted = compile(
                PLAN.replace("    String title;\n", ""),
                "-Atenon.migrations=" + migrations(),
                "-Atenon.generate=drop_title",
                "-Atenon.accept=drop-column:plan.title");
        assertThat(accepted.errors()).isEmpty();
        assertThat(files().get("0002_drop_title.sql")).contains("DROP COLUMN title");
    }

    @Test
    void notNullWithoutValueIsRefusedAtTheField() {
        generate("init", PLAN);
        Javac.Result refused =
                generate("add_owner", PLAN.replace("    String title;\n", "    String title;\n    UUID owner;\n"));
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.text()).startsWith("[TN403] ").contains("@Backfill");
            assertThat(error.line()).isEqualTo(8);
        });
    }

    @Test
    void renameKeepsItsDataAndHasNoEffectLater() throws IOException {
        generate("init", PLAN);
        String renamed = PLAN.replace("String title;", "@RenamedFrom(\"title\") String label;");
        assertThat(generate("rename", renamed).errors()).isEmpty();
        assertThat(files().get("0002_rename.sql"))
                .contains("RENAME COLUMN title TO label")
                .doesNotContain("DROP");
        generate("again", renamed);
        assertThat(files()).doesNotContainKey("0003_again.sql");
    }

    @Test
    void aLabelThatIsGoneIsReplacedByTheConstantThatSaysSo() throws IOException {
        String plan = PLAN.replace("String title;", "State state; enum State { DRAFT, ACTIVE, DONE }");
        generate("init", plan);
        String gone = plan.replace("DRAFT, ACTIVE", "DRAFT");
        assertThat(generate("gone", gone).errors()).singleElement().satisfies(error -> {
            assertThat(error.text())
                    .startsWith("[TN408] label state.active was removed")
                    .contains("@RenamedFrom(\"active\")", "-Atenon.accept=drop-label:state.active");
            assertThat(error.line()).isEqualTo(7);
        });
        String instead = gone.replace("DRAFT", "@RenamedFrom(\"active\") DRAFT");
        assertThat(generate("gone", instead).errors()).isEmpty();
        assertThat(files().get("0002_gone.sql")).contains("WHEN 'active' THEN 'draft'");
        generate("again", instead);
        assertThat(files()).doesNotContainKey("0003_again.sql");
    }

    @Test
    void classesAheadOfTheNewestMigrationAreAWarningOrAnErrorAsAsked() {
        generate("init", PLAN);
        String ahead = PLAN.replace("String title;", "String title; @Column(nullable = true) String notes;");
        assertThat(compile(ahead, "-Atenon.migrations=" + migrations()).messages())
                .anySatisfy(message -> assertThat(message.text())
                        .startsWith("[TN420] these classes are ahead of the newest migration")
                        .contains("column plan.notes", "-Atenon.generate=NAME"));
        assertThat(compile(ahead, "-Atenon.migrations=" + migrations(), "-Atenon.pending=error")
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text()).startsWith("[TN420]"));
        assertThat(compile(ahead, "-Atenon.migrations=" + migrations(), "-Atenon.pending=ignore")
                        .messages())
                .isEmpty();
    }

    @Test
    void namesThatAreSwappedAreSaidAtTheAnnotationThoughNothingElseChanges() {
        String two = PLAN.replace("String title;", "String title; String label;");
        generate("init", two);
        String swapped = PLAN.replace(
                "String title;", "@RenamedFrom(\"label\") String title;\n    @RenamedFrom(\"title\") String label;");
        assertThat(generate("swap", swapped).errors())
                .extracting(error -> error.text().substring(0, 7) + error.line())
                .containsExactly("[TN431]8", "[TN431]7");
        assertThat(compile(swapped, "-Atenon.migrations=" + migrations()).messages())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message.text())
                        .startsWith("[TN431] column plan.")
                        .contains("give one of them a new name in this migration"));
        assertThat(compile(swapped, "-Atenon.migrations=" + migrations(), "-Atenon.pending=error")
                        .errors())
                .hasSize(2);
        assertThat(compile(swapped, "-Atenon.migrations=" + migrations(), "-Atenon.pending=ignore")
                        .messages())
                .isEmpty();
    }

    @Test
    void migrationWithoutADirectoryOrWithABadNameIsRefused() {
        assertThat(compile(PLAN, "-Atenon.generate=init").errors())
                .singleElement()
                .satisfies(
                        error -> assertThat(error.text()).startsWith("[TN421]").contains("-Atenon.migrations="));
        assertThat(generate("Not A Name", PLAN).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.text()).startsWith("[TN422]"));
        assertThat(migrations()).doesNotExist();
    }

    @Test
    void brokenDirectoryIsRefusedWithFileLineAndColumn() throws IOException {
        generate("init", PLAN);
        Path journal = migrations().resolve("meta/_journal.json");
        Files.writeString(journal, Files.readString(journal).replace("\"number\"", "\"numbre\""));
        assertThat(generate("next", PLAN.replace("title", "label")).errors())
                .singleElement()
                .satisfies(error ->
                        assertThat(error.text()).startsWith("[TN503] ").containsPattern("_journal\\.json:\\d+:\\d+: "));
    }

    private Javac.Result generate(String name, String source) {
        return compile(source, "-Atenon.migrations=" + migrations(), "-Atenon.generate=" + name);
    }

    private Javac.Result compile(String source, String... options) {
        return new Javac(folder)
                .source("shop/Plan.java", source)
                .option(options)
                .compile();
    }

    private Path migrations() {
        return folder.resolve("migrations");
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(migrations())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(migrations().relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }

    private void deleteMigrations() throws IOException {
        for (String file : files().keySet()) {
            Files.delete(migrations().resolve(file));
        }
    }
}
