package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.MigrationName;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.migrations.file.DirectoryHead;
import dev.tenon.schema.internal.migrations.file.FolderLocation;
import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import dev.tenon.schema.internal.migrations.write.DirectoryWriter;
import dev.tenon.schema.internal.migrations.write.MergeSide;
import dev.tenon.schema.internal.migrations.write.MigrationRegenerator;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After a process is killed between any two operations of a rebase, recovery yields the directory before or after the
 * rebase.
 */
class KilledRebaseTest {

    private static final MigrationName OURS = new MigrationName(2, "ours");

    @TempDir
    Path temp;

    @Test
    void aKilledRebaseHasHappenedOrCanBeUndone() throws IOException, InterruptedException {
        Path merged = merged();
        Path done = temp.resolve("done");
        SampleMigrations.copy(merged, done);
        rebase(done, new FileOperations());
        Map<String, String> before = SampleMigrations.files(merged);
        Map<String, String> after = SampleMigrations.files(done);
        assertThat(after).containsKeys("0002_theirs.sql", "0003_ours.sql").doesNotContainKey("0002_ours.sql");
        int undone = 0;
        int kept = 0;
        boolean killed = true;
        for (int step = 1; killed; step++) {
            Path path = temp.resolve("step_" + step);
            SampleMigrations.copy(merged, path);
            killed = KilledProcess.run(KilledRebaseTest.class, path.toString(), String.valueOf(step));
            MigrationDirectory.at(path).recover();
            Map<String, String> left = SampleMigrations.files(path);
            assertThat(left).as("killed at step %s", step).isIn(before, after);
            undone += left.equals(before) ? 1 : 0;
            kept += left.equals(after) ? 1 : 0;
        }
        assertThat(undone).as("kills before the commit point").isGreaterThan(5);
        assertThat(kept).as("kills after it").isGreaterThan(2);
    }

    /**
     * The directory of branch theirs with the files that branch ours added, as after a merge that took the journal of
     * theirs.
     */
    private Path merged() throws IOException {
        Path ours = temp.resolve("ours");
        Path theirs = temp.resolve("theirs");
        SampleMigrations.write(ours, 1);
        SampleMigrations.copy(ours, theirs);
        DirectoryHead head = MigrationDirectory.at(ours).head();
        MigrationDirectory.at(ours)
                .write(new NewMigration(OURS, head.parent(), SampleMigrations.sql(9), withGuests(head.snapshot())));
        MigrationDirectory.at(theirs).write(SampleMigrations.migration(head, 2, "theirs"));
        for (String file : List.of(OURS.sqlFile(), OURS.changeFile())) {
            Files.copy(ours.resolve(file), theirs.resolve(file));
        }
        return theirs;
    }

    private static Schema withGuests(Schema schema) {
        List<Table> tables = new ArrayList<>(schema.tables());
        tables.add(
                Table.of(QualifiedName.parse("public.guest"), List.of(Column.of("name", ColumnType.builtin("text")))));
        return new Schema(List.of(), List.of(), List.of(), List.of(), tables, Optional.empty());
    }

    private static void rebase(Path path, FileOperations ops) {
        new DirectoryWriter(new FolderLocation(path), ops)
                .rebase(
                        MergeSide.OURS,
                        (name, before, after) -> new MigrationRegenerator.Result(SampleMigrations.sql(9), after));
    }

    /** Rebases, and halts at the given operation. */
    public static void main(String[] arguments) {
        rebase(Path.of(arguments[0]), KilledProcess.dyingAt(Integer.parseInt(arguments[1])));
    }
}
