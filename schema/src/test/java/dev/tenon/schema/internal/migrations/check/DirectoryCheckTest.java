package dev.tenon.schema.internal.migrations.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.schema.internal.migrations.SampleMigrations;
import dev.tenon.schema.internal.migrations.file.Checksum;
import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.file.Journal;
import dev.tenon.schema.internal.migrations.file.JournalEntry;
import dev.tenon.schema.internal.migrations.file.JournalFile;
import dev.tenon.schema.internal.migrations.file.MigrationChecksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The problems that the check finds in a directory of three migrations after changes to its files. */
class DirectoryCheckTest {

    @TempDir
    Path temp;

    private Path path = Path.of("");

    @BeforeEach
    void threeMigrations() {
        path = temp.resolve("m");
        SampleMigrations.write(path, 3);
    }

    @Test
    void aMissingDirectory() {
        assertThat(MigrationDirectory.at(temp.resolve("none")).check())
                .extracting(DirectoryProblem::message)
                .containsExactly("[TN501] " + temp.resolve("none")
                        + ": the migrations directory does not exist; correct the path, or run 'tenon generate' to"
                        + " write the"
                        + " first migration there");
    }

    @Test
    void anEditedGeneratedPart() {
        edit("0002_step_2.sql", "text", "varchar");
        assertProblems("[TN510] 0002_step_2.sql: the generated part, above '-- tenon:manual', was edited;");
    }

    @Test
    void anEditedCommentInTheGeneratedPart() {
        edit("0002_step_2.sql", "written", "Written");
        assertProblems("[TN510] 0002_step_2.sql: the generated part, above '-- tenon:manual', was edited;");
    }

    @Test
    void whatToolsDoToTextIsNoProblem() throws IOException {
        for (String file : SampleMigrations.files(path).keySet()) {
            Path each = path.resolve(file);
            Files.writeString(each, "\uFEFF" + Files.readString(each).replace("\n", " \r\n") + "\n\n");
        }
        assertProblems();
    }

    @Test
    void aManualPartThatIsNewChangedOrGone() {
        append("0001_step_1.sql", "-- tenon:manual\nSELECT 1;\n");
        assertProblems("[TN511] 0001_step_1.sql: the manual part is not recorded in the journal yet;");
        MigrationDirectory.at(path).recordManualParts();
        assertProblems();
        edit("0001_step_1.sql", "SELECT 1", "SELECT 2");
        assertProblems("[TN511] 0001_step_1.sql: the manual part was changed since it was recorded;");
        edit("0001_step_1.sql", "-- tenon:manual\nSELECT 2;", "");
        assertProblems("[TN511] 0001_step_1.sql: the manual part was removed;");
        MigrationDirectory.at(path).recordManualParts();
        assertProblems();
    }

    @Test
    void brokenSqlAndMarkers() {
        append("0001_step_1.sql", "-- tenon:manual\nSELECT 'a;");
        append("0003_step_3.sql", "-- tenon:step 2\nSELECT 1;");
        assertProblems(
                "[TN515] 0001_step_1.sql:9:8: the quote that begins here is not closed;",
                "[TN516] 0003_step_3.sql:8:1: found step 2, expected step 3;");
    }

    @Test
    void missingFiles() throws IOException {
        Files.delete(path.resolve("0001_step_1.sql"));
        Files.delete(path.resolve("meta/0002_step_2.json"));
        Files.delete(path.resolve("meta/snapshot.json"));
        assertProblems(
                "[TN505] 0001_step_1.sql: the file is missing;",
                "[TN505] meta/0002_step_2.json: the file is missing;",
                "[TN505] meta/snapshot.json: the file is missing;");
    }

    @Test
    void filesThatTheJournalDoesNotKnow() throws IOException {
        Files.copy(path.resolve("0003_step_3.sql"), path.resolve("0004_step_4.sql"));
        Files.copy(path.resolve("meta/0003_step_3.json"), path.resolve("meta/0004_step_4.json"));
        Files.copy(path.resolve("meta/0003_step_3.json"), path.resolve("meta/0005_other.json"));
        Files.writeString(path.resolve("0006_by_hand.sql"), "SELECT 1;");
        Files.writeString(path.resolve("README.md"), "Not a migration.");
        assertProblems(
                "[TN506] 0004_step_4.sql: this generated migration is not in the journal;",
                "[TN506] 0006_by_hand.sql: this migration is not in the journal yet;",
                "[TN506] meta/0005_other.json: the migration of this change file is not in the journal;");
    }

    @Test
    void filesThatAreNotNamedAsMigrationsAre() throws IOException {
        for (String name :
                List.of("V1__init.sql", "004_x.sql", "00004_x.sql", "0004_Add.sql", "0000_x.sql", "0004.sql")) {
            Files.writeString(path.resolve(name), "SELECT 1;");
        }
        assertThat(problems()).hasSize(6).allMatch(problem -> problem.contains("[TN504]"));
    }

    @Test
    void twoFilesWithOneNumber() throws IOException {
        Files.writeString(path.resolve("0003_other.sql"), "SELECT 1;");
        assertProblems(
                "[TN507] 0003_other.sql: the file has the same number as 0003_step_3 and is not in the journal;");
    }

    @Test
    void aMergeThatKeptBothEntries() throws IOException {
        Path other = temp.resolve("other");
        SampleMigrations.write(other, 2);
        MigrationDirectory theirs = MigrationDirectory.at(other);
        theirs.write(SampleMigrations.migration(theirs.head(), 3, "theirs"));
        Journal ours = MigrationDirectory.at(path).journal();
        Journal both = ours.with(theirs.journal().newest().orElseThrow());
        Files.copy(other.resolve("0003_theirs.sql"), path.resolve("0003_theirs.sql"));
        Files.copy(other.resolve("meta/0003_theirs.json"), path.resolve("meta/0003_theirs.json"));
        Files.writeString(path.resolve("meta/_journal.json"), JournalFile.write(both));
        assertThat(problems().get(0))
                .startsWith("[TN507] meta/_journal.json:30:5: 0003_step_3 and 0003_theirs have the same number;"
                        + " probably two")
                .endsWith("run 'tenon rebase' to move yours after it");
    }

    @Test
    void aJournalWithAGap() throws IOException {
        Journal journal = MigrationDirectory.at(path).journal();
        Journal gap =
                new Journal(List.of(journal.entries().get(0), journal.entries().get(2)));
        Files.writeString(path.resolve("meta/_journal.json"), JournalFile.write(gap));
        assertThat(problems())
                .element(0)
                .asString()
                .startsWith("[TN508] meta/_journal.json:12:5: 0003_step_3 is at the position of number 2;");
        assertThat(problems())
                .element(1)
                .asString()
                .startsWith("[TN509] meta/_journal.json:12:5: the parent of 0003_step_3 is not 0001_step_1;");
    }

    @Test
    void anEditedJournal() {
        Journal journal = MigrationDirectory.at(path).journal();
        String generated = journal.entries().get(1).generated().orElseThrow().text();
        edit("meta/_journal.json", generated, Checksum.of("x").text());
        assertProblems(
                "[TN509] meta/_journal.json:12:5: the entry of 0002_step_2 was edited: its hash does not match;",
                "[TN510] 0002_step_2.sql: the generated part, above '-- tenon:manual', was edited;");
    }

    @Test
    void aBrokenJournalStillHasTheSqlChecked() {
        edit("meta/_journal.json", "\"migrations\": [", "\"migrations\": [[");
        append("0001_step_1.sql", "-- tenon:nonsense");
        assertThat(problems()).hasSize(2);
        assertThat(problems().get(0)).startsWith("[TN503] meta/_journal.json:");
        assertThat(problems().get(1)).startsWith("[TN516] 0001_step_1.sql:8:1:");
    }

    @Test
    void aJournalOfANewerTenon() {
        edit("meta/_journal.json", "\"format\": 1", "\"format\": 2");
        assertProblems("[TN503] meta/_journal.json:2:13: format 2 is not supported; this version of Tenon reads"
                + " format 1;");
    }

    @Test
    void anEditedChangeFile() {
        edit("meta/0002_step_2.json", "\"text\"", "\"bigint\"");
        assertProblems("[TN513] meta/0002_step_2.json: the change file differs from the generated one;");
    }

    @Test
    void aReformattedChangeFileIsNoProblem() {
        edit("meta/0002_step_2.json", "\n      ", "\n\t\t");
        assertProblems();
    }

    @Test
    void anEditedSnapshot() {
        edit("meta/snapshot.json", "column_3", "column_4");
        assertProblems("[TN512] meta/snapshot.json: the snapshot differs from the one that the journal records after");
    }

    @Test
    void aSnapshotWithoutMigrations() throws IOException {
        Path other = Files.createDirectories(temp.resolve("other/meta"));
        Files.copy(path.resolve("meta/snapshot.json"), other.resolve("snapshot.json"));
        assertThat(MigrationDirectory.at(temp.resolve("other")).check())
                .extracting(problem -> problem.code())
                .containsExactly(DirectoryProblemCode.SNAPSHOT_MISMATCH);
    }

    @Test
    void changeFilesThatDoNotLeadToTheSnapshots() throws IOException {
        MigrationDirectory directory = MigrationDirectory.at(path);
        JournalEntry third = directory.journal().entries().get(2);
        JournalEntry forged = JournalEntry.chained(
                third.migration(),
                third.parent(),
                new MigrationChecksums(third.generated(), third.manual()),
                Checksum.of("elsewhere"),
                third.changes());
        Journal forgedJournal = directory.journal().withoutNewest().with(forged);
        Files.writeString(path.resolve("meta/_journal.json"), JournalFile.write(forgedJournal));
        assertProblems(
                "[TN512] meta/0003_step_3.json: the change file does not lead to the snapshot that the journal records",
                "[TN512] meta/snapshot.json: the snapshot differs from the one that the journal records after");
    }

    @Test
    void mergeConflictsInAnyFile() {
        String conflict = "<<<<<<< HEAD\n%s=======\n>>>>>>> theirs\n";
        for (String file : List.of("0002_step_2.sql", "meta/snapshot.json", "meta/0001_step_1.json")) {
            edit(file, "\n", "\n" + String.format(conflict, "x\n"));
        }
        assertThat(problems())
                .hasSize(3)
                .allMatch(problem -> problem.matches("\\[TN514] .*:2:1: an unresolved merge conflict begins here;.*"
                        + "run 'tenon rebase' to move yours after it.*"));
        edit("meta/_journal.json", "\"migrations\": [\n", "\"migrations\": [\n" + String.format(conflict, ""));
        assertThat(problems().get(0)).startsWith("[TN514] meta/_journal.json:4:1: an unresolved merge conflict");
    }

    @Test
    void leftoversOfAWrite() throws IOException {
        Files.writeString(path.resolve("meta/.tenon-lock"), "");
        assertProblems("[TN517] meta/.tenon-lock: a write to this directory is in progress or was interrupted;");
        assertThat(MigrationDirectory.at(path).recover()).isTrue();
        assertProblems();
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Files.write(path.resolve("meta/snapshot.json"), "{\n\"é\": 1}".getBytes(StandardCharsets.ISO_8859_1));
        assertProblems("[TN502] meta/snapshot.json:2: the line contains bytes that are not UTF-8;");
    }

    @Test
    void aFileThatIsAFolder() throws IOException {
        Files.delete(path.resolve("0002_step_2.sql"));
        Files.createDirectory(path.resolve("0002_step_2.sql"));
        assertThat(problems())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("[TN502] 0002_step_2.sql: the file is neither read nor written: it is a directory");
    }

    @Test
    void everythingAtOnce() throws IOException {
        edit("0001_step_1.sql", "text", "varchar");
        append("0002_step_2.sql", "-- tenon:manual\nSELECT 1;");
        Files.delete(path.resolve("0003_step_3.sql"));
        edit("meta/snapshot.json", "column_3", "column_4");
        assertThat(MigrationDirectory.at(path).check())
                .extracting(problem -> problem.code().code())
                .containsExactly("TN510", "TN511", "TN505", "TN512");
    }

    @Test
    void everyCodeHasItsPage() {
        assertThat(DirectoryProblemCode.values())
                .allSatisfy(code -> assertThat(Path.of("../docs/rules", code.code() + ".md"))
                        .content()
                        .startsWith("# " + code.code() + ": "))
                .extracting(DirectoryProblemCode::code)
                .doesNotHaveDuplicates();
    }

    private void edit(String file, String from, String to) {
        SampleMigrations.edit(path.resolve(file), from, to);
    }

    private void append(String file, String text) {
        SampleMigrations.edit(path.resolve(file), "_" + file.charAt(3) + ");\n", "_" + file.charAt(3) + ");\n" + text);
    }

    private List<String> problems() {
        String prefix = path + path.getFileSystem().getSeparator();
        return MigrationDirectory.at(path).check().stream()
                .map(problem -> problem.message().replace(prefix, ""))
                .collect(Collectors.toList());
    }

    private void assertProblems(String... beginnings) {
        List<String> problems = problems();
        assertThat(problems).as("%s", problems).hasSameSizeAs(beginnings);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(problems.get(i)).startsWith(beginnings[i]);
        }
    }
}
