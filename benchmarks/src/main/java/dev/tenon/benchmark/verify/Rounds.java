package dev.tenon.benchmark.verify;

import dev.tenon.runtime.Tenon;
import dev.tenon.schema.Schema;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs all contenders on the same database in each round. */
final class Rounds {

    private static final int WARMING_UP = 3;

    private final Path program;
    private final Path folder;
    private final TestDatabase database;
    private final Tenon tenon;
    private final Schema needed;

    /**
     * Prepares the contenders for a database. {@code program} is the executable jar, {@code folder} the migrations
     * directory of the database.
     */
    Rounds(Path program, Path folder, TestDatabase database, Schema needed) {
        this.program = program;
        this.folder = folder;
        this.database = database;
        this.tenon = Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder)
                .load();
        this.needed = needed;
    }

    /** Returns the measurements of each contender, one for each round. */
    Map<Contender, List<Measured>> run(int rounds) throws IOException, InterruptedException {
        Map<Contender, List<Measured>> results = new EnumMap<>(Contender.class);
        for (int i = 0; i < WARMING_UP; i++) {
            program("--full");
            tenon.verifyFully();
        }
        for (int round = 0; round < rounds; round++) {
            for (Contender contender : Contender.values()) {
                results.computeIfAbsent(contender, first -> new ArrayList<>()).add(run(contender));
            }
        }
        return results;
    }

    private Measured run(Contender contender) throws IOException, InterruptedException {
        return switch (contender) {
            case PG_DUMP -> Measured.run(new ProcessBuilder("pg_dump", "--schema-only", "--dbname=" + database.url()));
            case UNCHANGED -> java(List.of());
            case UNCHANGED_PROGRAM -> program();
            case FULL -> java(List.of(), "--full");
            case SMALL -> java(List.of("-Xmx128m", "-XX:+UseSerialGC"), "--full");
            case FULL_PROGRAM -> program("--full");
            case WARM -> Measured.call(tenon::verifyFully);
            case GUARD -> Measured.call(() -> tenon.guard(needed));
        };
    }

    private Measured java(List<String> options, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", program.toString()));
        return verify(command, words);
    }

    private Measured program(String... words) throws IOException, InterruptedException {
        return verify(new ArrayList<>(List.of(program.toString())), words);
    }

    private Measured verify(List<String> command, String... words) throws IOException, InterruptedException {
        command.addAll(List.of("verify", "--migrations", folder.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DATABASE_URL", database.url());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return Measured.run(builder);
    }
}
