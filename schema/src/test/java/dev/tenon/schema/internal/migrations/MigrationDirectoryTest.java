package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.MigrationName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.file.StepReader;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The content of a migrations directory after migrations are written, recorded and dropped. */
class MigrationDirectoryTest {

    @TempDir
    Path temp;

    @Test
    void whatIsWrittenIsThereAndInOrder() {
        MigrationDirectory directory = SampleMigrations.write(temp.resolve("db/migrations"), 3);
        assertThat(SampleMigrations.files(temp))
                .containsOnlyKeys(
                        "db/migrations/0001_step_1.sql",
                        "db/migrations/0002_step_2.sql",
                        "db/migrations/0003_step_3.sql",
                        "db/migrations/meta/0001_step_1.json",
                        "db/migrations/meta/0002_step_2.json",
                        "db/migrations/meta/0003_step_3.json",
                        "db/migrations/meta/_journal.json",
                        "db/migrations/meta/snapshot.json");
        assertThat(directory.check()).isEmpty();
        assertThat(directory.migrations()).hasToString("[0001_step_1, 0002_step_2, 0003_step_3]");
        assertThat(directory.snapshot()).isEqualTo(SampleMigrations.schema(3));
        assertThat(directory.snapshotAfter(new MigrationName(2, "step_2"))).isEqualTo(SampleMigrations.schema(2));
        try (StepReader steps = directory.migrations().get(1).steps()) {
            assertThat(steps.nextStep()).isNotNull();
            assertThat(steps.nextStatement())
                    .extracting(statement -> statement.text())
                    .isEqualTo("ALTER TABLE public.member ADD COLUMN column_2 text");
        }
    }

    @Test
    void theSameMigrationsAreTheSameBytes() {
        SampleMigrations.write(temp.resolve("a"), 3);
        SampleMigrations.write(temp.resolve("b"), 3);
        assertThat(SampleMigrations.files(temp.resolve("a"))).isEqualTo(SampleMigrations.files(temp.resolve("b")));
    }

    @Test
    void aDirectoryWithoutMigrationsIsInOrder() throws IOException {
        MigrationDirectory directory = MigrationDirectory.at(Files.createDirectory(temp.resolve("empty")));
        assertThat(directory.check()).isEmpty();
        assertThat(directory.journal()).isEqualTo(Journal.EMPTY);
        assertThat(directory.snapshot()).isEqualTo(Schema.EMPTY);
        assertThat(directory.recordManualParts()).isFalse();
        assertThat(directory.recover()).isFalse();
        assertThat(directory.drop(false)).isEmpty();
        assertThat(temp.resolve("empty")).isEmptyDirectory();
    }

    @Test
    void droppingLeavesWhatWasThereBefore() {
        Path path = temp.resolve("db");
        SampleMigrations.write(path, 2);
        Map<String, String> before = SampleMigrations.files(path);
        MigrationDirectory directory = SampleMigrations.write(path, 3);
        assertThat(directory.drop(false)).contains(new MigrationName(3, "step_3"));
        assertThat(SampleMigrations.files(path)).isEqualTo(before);
        directory.drop(false);
        directory.drop(false);
        assertThat(SampleMigrations.files(path)).containsOnlyKeys("meta/_journal.json");
        assertThat(directory.check()).isEmpty();
        assertThat(directory.snapshot()).isEqualTo(Schema.EMPTY);
    }

    @Test
    void aManualPartIsRecordedWithoutTouchingTheChain() throws IOException {
        MigrationDirectory directory = SampleMigrations.write(temp, 2);
        Journal before = directory.journal();
        Path file = temp.resolve("0001_step_1.sql");
        Files.writeString(file, Files.readString(file) + "-- tenon:manual\nINSERT INTO member VALUES ('a');\n");
        assertThat(directory.check())
                .extracting(DirectoryProblem::code)
                .containsExactly(DirectoryProblemCode.MANUAL_PART_CHANGED);
        assertThat(directory.recordManualParts()).isTrue();
        assertThat(directory.check()).isEmpty();
        assertThat(directory.recordManualParts()).isFalse();
        assertThat(directory.journal().entries().get(0).manual()).isPresent();
        assertThat(directory.journal().head()).isEqualTo(before.head());
        directory.drop(false);
        assertThatExceptionOfType(MigrationDirectoryException.class)
                .isThrownBy(() -> directory.drop(false))
                .satisfies(refused ->
                        assertThat(refused.problem().code()).isEqualTo(DirectoryProblemCode.MANUAL_PART_AT_RISK));
        assertThat(directory.drop(true)).contains(new MigrationName(1, "step_1"));
    }

    @Test
    void manualMigrationsAreRecordedByTheNextWrite() throws IOException {
        Files.writeString(temp.resolve("0001_roles.sql"), "CREATE ROLE a;\n-- tenon:step no-transaction\nVACUUM;\n");
        MigrationDirectory directory = MigrationDirectory.at(temp);
        assertThat(directory.check())
                .extracting(DirectoryProblem::code)
                .containsExactly(DirectoryProblemCode.NOT_IN_JOURNAL);
        assertThatExceptionOfType(MigrationDirectoryException.class)
                .isThrownBy(directory::journal)
                .withMessageContaining("the journal is missing");
        directory.write(SampleMigrations.migration(directory.head(), 2, "init"));
        Files.writeString(temp.resolve("0003_seed.sql"), "INSERT INTO member VALUES ('a');");
        Files.writeString(temp.resolve("0004_more.sql"), "INSERT INTO member VALUES ('b');");
        assertThat(directory.recordManualParts()).isTrue();
        assertThat(directory.check()).isEmpty();
        assertThat(directory.migrations()).hasToString("[0001_roles, 0002_init, 0003_seed, 0004_more]");
        assertThat(directory.snapshot()).isEqualTo(SampleMigrations.schema(2));
        assertThat(directory.snapshotAfter(new MigrationName(1, "roles"))).isEqualTo(Schema.EMPTY);
        assertThat(directory.journal().entries().get(3).generated()).isEmpty();
    }

    @Test
    void aMigrationForAnEarlierStateIsRefused() {
        MigrationDirectory directory = SampleMigrations.write(temp, 1);
        NewMigration late = SampleMigrations.migration(directory.head(), 2, "late");
        SampleMigrations.write(temp, 2);
        Map<String, String> before = SampleMigrations.files(temp);
        assertThatExceptionOfType(MigrationDirectoryException.class)
                .isThrownBy(() -> directory.write(late))
                .withMessageContaining("[TN519]")
                .withMessageContaining("0002_late was generated for an earlier state");
        assertThat(SampleMigrations.files(temp)).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenToADirectoryThatIsNotInOrder() {
        MigrationDirectory directory = SampleMigrations.write(temp, 2);
        NewMigration next = SampleMigrations.migration(directory.head(), 3, "next");
        SampleMigrations.edit(temp.resolve("0001_step_1.sql"), "column_1 text", "column_1 int");
        Map<String, String> before = SampleMigrations.files(temp);
        for (Runnable write : List.<Runnable>of(
                () -> directory.write(next), directory::recordManualParts, () -> directory.drop(true))) {
            assertThatExceptionOfType(MigrationDirectoryException.class)
                    .isThrownBy(write::run)
                    .withMessageContaining("[TN510]");
            assertThat(SampleMigrations.files(temp)).isEqualTo(before);
        }
    }

    @Test
    void aMigrationWhoseSqlIsBrokenIsNotWritten() {
        MigrationDirectory directory = MigrationDirectory.at(temp.resolve("a/b"));
        NewMigration broken = new NewMigration(
                new MigrationName(1, "init"),
                Optional.empty(),
                "-- tenon:step 1\nSELECT 'a;",
                SampleMigrations.schema(1));
        assertThatExceptionOfType(MigrationDirectoryException.class)
                .isThrownBy(() -> directory.write(broken))
                .withMessageContaining("[TN515]");
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void twoBranchesThatAddAMigrationChangeTheSameLinesOfTheJournal() {
        Path base = temp.resolve("base");
        Path ours = temp.resolve("ours");
        Path theirs = temp.resolve("theirs");
        for (Path path : List.of(base, ours, theirs)) {
            SampleMigrations.write(path, 2);
        }
        for (Path path : List.of(ours, theirs)) {
            MigrationDirectory directory = MigrationDirectory.at(path);
            directory.write(SampleMigrations.migration(
                    directory.head(), 3, path.getFileName().toString()));
        }
        assertThat(changedLines(base, ours)).containsAnyElementsOf(changedLines(base, theirs));
    }

    /** The lines of the base that a merge treats as changed. */
    private static List<Integer> changedLines(Path base, Path other) {
        List<String> before = journal(base);
        List<String> after = journal(other);
        int start = 0;
        while (before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        List<Integer> changed = new ArrayList<>();
        for (int line = start; line < Math.max(start + 1, before.size() - end); line++) {
            changed.add(line);
        }
        return changed;
    }

    private static List<String> journal(Path directory) {
        return SampleMigrations.files(directory)
                .getOrDefault("meta/_journal.json", "")
                .lines()
                .toList();
    }

    @Test
    void filesAreUtf8WithLineFeedsAndALineEndAtTheEnd() throws IOException {
        SampleMigrations.write(temp, 1);
        for (String file : SampleMigrations.files(temp).keySet()) {
            byte[] bytes = Files.readAllBytes(temp.resolve(file));
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                    .as(file)
                    .endsWith("\n")
                    .doesNotContain("\r");
        }
    }

    @Test
    void aLocationIsAPathOrAPlaceOnTheClassPath() {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(MigrationDirectory.of(temp.toString(), loader).exists()).isTrue();
        assertThat(MigrationDirectory.of("classpath:no/such/folder", loader).exists())
                .isFalse();
        assertThat(MigrationDirectory.of("classpath:/no/such/", loader).check())
                .extracting(DirectoryProblem::message)
                .containsExactly("[TN501] classpath:no/such: the migrations directory does not exist; add it, with its"
                        + " meta/_journal.json, to the resources of the application");
    }
}
