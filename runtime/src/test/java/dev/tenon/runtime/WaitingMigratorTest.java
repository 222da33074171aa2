package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.migrate.MigrationEvent;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A migrator that waits says what for, and has nothing to do afterwards. */
@Timeout(120)
class WaitingMigratorTest {

    private final Scratch scratch = Scratch.create();
    private final CompletableFuture<MigrationEvent.LockAwaited> awaited = new CompletableFuture<>();
    private final CompletableFuture<MigrationResult> second = new CompletableFuture<>();

    @TempDir
    private Path temp;

    WaitingMigratorTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void theStepOfTheHolderIsNamed() throws Exception {
        StepKinds.write(temp);
        migrate(event -> {
            if (event instanceof MigrationEvent.BatchDone && !awaited.isDone()) {
                second.completeAsync(() -> migrate(this::tell));
                awaited.join();
            }
        });

        assertThat(awaited.get().text())
                .startsWith("waiting for another migrator (pid ")
                .containsPattern(", which is at 0003_change step 2 of \\d+, \\d+ %");
        assertThat(second.get().applied()).isEmpty();
        assertThat(second.get().after().isCurrent()).isTrue();
    }

    private void tell(MigrationEvent event) {
        if (event instanceof MigrationEvent.LockAwaited waiting) {
            awaited.complete(waiting);
        }
    }

    private MigrationResult migrate(MigrationListener listener) {
        return Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(listener)
                .load()
                .migrate();
    }
}
