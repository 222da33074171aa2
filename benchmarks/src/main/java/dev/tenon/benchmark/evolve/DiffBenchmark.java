package dev.tenon.benchmark.evolve;

import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.generate.NextMigration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Generates the migration between two schemas that differ in one table of ten, with its SQL, in warmed-up code. */
public final class DiffBenchmark {

    private static final List<Integer> SIZES = List.of(300, 1_000, 3_000, 9_000);

    private DiffBenchmark() {}

    /**
     * Runs the benchmark, and prints a row for each size.
     *
     * @param arguments the number of rounds, half of which warm up; 40 by default
     */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        System.out.println("| tables | changes | median ms | slowest ms |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int size : SIZES) {
            long[] micros = measure(size, rounds);
            System.out.printf(
                    "| %d | %d | %.1f | %.1f |%n",
                    size, size / 10, micros[micros.length / 2] / 1e3, micros[micros.length - 1] / 1e3);
        }
    }

    /** Returns the durations after the warm-up in microseconds, sorted. */
    static long[] measure(int tables, int rounds) {
        Schema before = Schemas.of(tables);
        CompiledSnapshot after = new CompiledSnapshot(Schemas.changed(before, 10), MigrationHints.NONE, Map.of());
        return IntStream.range(0, rounds)
                .mapToLong(round -> micros(before, after, tables / 10))
                .skip(rounds / 2)
                .sorted()
                .toArray();
    }

    private static long micros(Schema before, CompiledSnapshot after, int expected) {
        long start = System.nanoTime();
        MigrationDraft draft = MigrationDraft.of(before, after, Set.of());
        String sql = new NextMigration(draft, 1, Optional.empty()).sql("change");
        long micros = (System.nanoTime() - start) / 1_000;
        if (draft.changes().size() != expected || !draft.findings().isEmpty() || sql.isEmpty()) {
            throw new IllegalStateException("not the migration that was to be measured: " + draft.summary());
        }
        return micros;
    }
}
