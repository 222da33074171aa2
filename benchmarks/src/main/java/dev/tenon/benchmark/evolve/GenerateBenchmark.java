package dev.tenon.benchmark.evolve;

import dev.tenon.benchmark.Folders;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.json.SnapshotJson;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs {@code tenon.jar generate} for one added column among many tables, and measures whole processes. */
public final class GenerateBenchmark {

    private GenerateBenchmark() {}

    /**
     * Runs the benchmark, and prints the medians.
     *
     * @param arguments the jar, then the number of rounds and of tables; by default 11 rounds of 1,000 tables
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path jar = Path.of(arguments[0]);
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 11;
        int tables = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        Path folder = Files.createTempDirectory("tenon-benchmark");
        try {
            measure(folder, jar, rounds, tables);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void measure(Path folder, Path jar, int rounds, int tables)
            throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Path migrations = folder.resolve("migrations");
        MigrationDirectory directory = prepare(classes, migrations, tables);
        long before = Folders.bytes(migrations);
        long added = 0;
        List<Long> empty = new ArrayList<>();
        List<Long> generate = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            empty.add(millis(jar, "--version"));
            generate.add(millis(
                    jar,
                    "generate",
                    "--name",
                    "add_column",
                    "--migrations",
                    "" + migrations,
                    "--classes",
                    "" + classes));
            added = Folders.bytes(migrations) - before;
            directory.drop(false);
        }
        System.out.println("| tables | --version ms | generate ms | slowest ms | bytes added |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: |");
        System.out.printf(
                "| %d | %d | %d | %d | %d |%n", tables, median(empty), median(generate), slowest(generate), added);
    }

    /** Creates a directory with one migration for all tables, and a class output with one more column. */
    static MigrationDirectory prepare(Path classes, Path migrations, int tables) throws IOException {
        Schema schema = Schemas.of(tables);
        MigrationDirectory directory = MigrationDirectory.at(migrations);
        NextMigration.next(directory, compiled(schema), Set.of()).write(directory, "init");
        Path snapshot = classes.resolve(CompiledSnapshot.RESOURCE);
        Files.createDirectories(snapshot.resolveSibling("."));
        Files.writeString(snapshot, SnapshotJson.writeCompiled(compiled(Schemas.widened(schema))));
        return directory;
    }

    private static CompiledSnapshot compiled(Schema schema) {
        return new CompiledSnapshot(schema, MigrationHints.NONE, Map.of());
    }

    private static long millis(Path jar, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("tenon failed: " + said);
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static long slowest(List<Long> times) {
        return times.stream().max(Long::compare).orElseThrow();
    }
}
