package dev.tenon.benchmark.evolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmarks run and measure what they claim. The tests check no durations. */
class EvolveBenchmarkTest {

    @TempDir
    Path temp;

    @Test
    void diffIsMeasuredForTheSecondHalfOfTheRounds() {
        assertThat(DiffBenchmark.measure(60, 4)).hasSize(2).isSorted();
    }

    @Test
    void generateIsMeasuredForOneColumnMore() throws Exception {
        MigrationDirectory directory =
                GenerateBenchmark.prepare(temp.resolve("classes"), temp.resolve("migrations"), 20);
        assertThat(directory.check()).isEmpty();
        CompiledSnapshot compiled = SnapshotJson.readCompiled(
                Files.readString(temp.resolve("classes").resolve(CompiledSnapshot.RESOURCE)));
        assertThat(MigrationDraft.of(directory.snapshot(), compiled, Set.of()).summary())
                .isEqualTo("column table_00000.added");
    }
}
