package dev.tenon.schema.internal.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tenon.schema.internal.migrations.file.FolderLocation;
import dev.tenon.schema.internal.migrations.file.MigrationDirectoryException;
import dev.tenon.schema.internal.migrations.transaction.FileOperations;
import dev.tenon.schema.internal.migrations.write.DirectoryWriter;
import dev.tenon.schema.internal.migrations.write.NewMigration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failed write changes nothing; one that can be neither completed nor undone is recovered later. */
class FailedWriteTest {

    @TempDir
    Path temp;

    @ParameterizedTest
    @EnumSource(WriteAction.class)
    void aFailureAtAnyStepLeavesEverythingAsItWas(WriteAction action) {
        int failures = 0;
        int steps = steps(action);
        for (int step = 1; step <= steps; step++) {
            Path path = twoMigrations("step_" + step);
            Map<String, String> before = SampleMigrations.files(path);
            if (fails(action, path, new FailingOps(step, true))) {
                failures++;
                assertThat(SampleMigrations.files(path))
                        .as("%s failing at step %d", action, step)
                        .isEqualTo(before);
            } else {
                MigrationDirectory.at(path).recover();
                assertThat(SampleMigrations.files(path))
                        .as("%s failing at step %d", action, step)
                        .isEqualTo(after(action));
            }
            assertThat(MigrationDirectory.at(path).check()).isEmpty();
        }
        assertThat(failures).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(WriteAction.class)
    void aDiskThatRefusesEverythingFromAnyStepOnIsPutInOrderLater(WriteAction action) {
        int steps = steps(action);
        for (int step = 1; step <= steps; step++) {
            Path path = twoMigrations("step_" + step);
            Map<String, String> before = SampleMigrations.files(path);
            boolean failed = fails(action, path, new FailingOps(step, false));
            MigrationDirectory.at(path).recover();
            assertThat(SampleMigrations.files(path))
                    .as("%s failing from step %d on", action, step)
                    .isEqualTo(failed ? before : after(action));
        }
    }

    @Test
    void aFirstMigrationThatFailsLeavesNoFolder() {
        Path path = temp.resolve("db/migrations");
        NewMigration first =
                SampleMigrations.migration(MigrationDirectory.at(path).head(), 1, "init");
        for (int step = 1; step <= 13; step++) {
            DirectoryWriter writer = new DirectoryWriter(new FolderLocation(path), new FailingOps(step, true));
            assertThatExceptionOfType(MigrationDirectoryException.class)
                    .as("step %d", step)
                    .isThrownBy(() -> writer.write(first))
                    .withMessageContaining("no space left");
            assertThat(temp).isEmptyDirectory();
        }
    }

    @Test
    void aFileThatWasChangedAfterAnInterruptedWriteIsNotOverwritten() throws IOException {
        Path path = twoMigrations("path");
        int beforeCommit = steps(WriteAction.WRITE) / 2 + 2;
        assertThat(fails(WriteAction.WRITE, path, new FailingOps(beforeCommit, false)))
                .isTrue();
        Path sql = path.resolve("0003_step_3.sql");
        Files.writeString(sql, "-- tenon:manual\nSELECT 'hours of work';\n", StandardCharsets.UTF_8);
        assertThatExceptionOfType(MigrationDirectoryException.class)
                .isThrownBy(() -> MigrationDirectory.at(path).recover())
                .withMessageContaining("[TN517]")
                .withMessageContaining("0003_step_3.sql: the file was changed after a write");
        assertThat(sql).content().contains("hours of work");
        Files.delete(sql);
        assertThat(MigrationDirectory.at(path).recover()).isTrue();
        assertThat(MigrationDirectory.at(path).check()).isEmpty();
    }

    private int steps(WriteAction action) {
        FailingOps never = new FailingOps(Integer.MAX_VALUE, true);
        action.run(twoMigrations("count"), never);
        return never.count();
    }

    private Map<String, String> after(WriteAction action) {
        Path path = temp.resolve("after");
        if (!Files.exists(path)) {
            action.run(twoMigrations("after"), new FileOperations());
        }
        return SampleMigrations.files(path);
    }

    private Path twoMigrations(String name) {
        Path base = temp.resolve("base");
        SampleMigrations.write(base, 2);
        SampleMigrations.copy(base, temp.resolve(name));
        return temp.resolve(name);
    }

    private static boolean fails(WriteAction action, Path path, FileOperations ops) {
        try {
            action.run(path, ops);
            return false;
        } catch (MigrationDirectoryException failed) {
            assertThat(failed).hasMessageContaining("[TN502]").hasMessageContaining("no space left");
            return true;
        }
    }

    /** File operations of which one, or one and all after it, fail as on a full disk. */
    private static final class FailingOps extends BreakingOps {

        private final boolean goesOn;

        FailingOps(int failing, boolean goesOn) {
            super(failing);
            this.goesOn = goesOn;
        }

        @Override
        void instead() throws IOException {
            throw new IOException("no space left on device");
        }

        @Override
        boolean goesOn() {
            return goesOn;
        }
    }
}
