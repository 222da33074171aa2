package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.internal.migrations.file.DirectoryProblem;
import dev.tenon.schema.internal.migrations.file.DirectoryProblemCode;
import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After a process is killed between any two operations of a write, recovery yields the directory before or after the
 * write.
 */
class KilledWriteTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(WriteAction.class)
    void aKilledWriteHasHappenedOrCanBeUndone(WriteAction action) throws IOException, InterruptedException {
        Path base = temp.resolve("base");
        Path done = temp.resolve("done");
        SampleMigrations.write(base, 2);
        SampleMigrations.copy(base, done);
        action.run(done, new FileOperations());
        Map<String, String> before = SampleMigrations.files(base);
        Map<String, String> after = SampleMigrations.files(done);
        int step = 1;
        boolean killed = true;
        int undone = 0;
        while (killed) {
            Path path = temp.resolve("step_" + step);
            SampleMigrations.copy(base, path);
            killed = KilledProcess.run(KilledWriteTest.class, action.name(), path.toString(), String.valueOf(step));
            String label = action + " killed at step " + step;
            undone += verify(path, killed, before, after, label) ? 1 : 0;
            step++;
        }
        assertThat(undone).as("%s: kills before the commit point", action).isGreaterThan(5);
        assertThat(step - undone).as("%s: kills after it", action).isGreaterThan(2);
    }

    /** Whether the write was undone. */
    private static boolean verify(
            Path path, boolean killed, Map<String, String> before, Map<String, String> after, String label) {
        MigrationDirectory directory = MigrationDirectory.at(path);
        List<DirectoryProblem> problems = directory.check();
        assertThat(problems).as(label).allMatch(problem -> problem.code() == DirectoryProblemCode.INTERRUPTED_WRITE);
        int migrations = directory.migrations().size();
        assertThat(directory.snapshot()).as(label).isEqualTo(SampleMigrations.schema(migrations));
        boolean undone = killed && journal(before).equals(journal(SampleMigrations.files(path)));
        assertThat(directory.recover()).as(label).isEqualTo(!problems.isEmpty());
        assertThat(SampleMigrations.files(path)).as(label).isEqualTo(undone ? before : after);
        assertThat(directory.check()).as(label).isEmpty();
        return undone;
    }

    private static String journal(Map<String, String> files) {
        return files.getOrDefault("meta/_journal.json", "");
    }

    /** Writes, and halts at the given operation. */
    public static void main(String[] arguments) {
        int step = Integer.parseInt(arguments[2]);
        WriteAction.valueOf(arguments[0]).run(Path.of(arguments[1]), KilledProcess.dyingAt(step));
    }
}
