package dev.tenon.benchmark.verify;

import dev.tenon.benchmark.Times;
import dev.tenon.runtime.Tenon;
import dev.tenon.schema.Schema;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rounds in which each contender looks at the same database in its turn. */
final class Rounds {

    private static final int WARMING_UP = 3;

    private final Path jar;
    private final Path folder;
    private final TestDatabase database;
    private final Tenon tenon;
    private final Schema needed;

    /** The contenders of {@code jar}, for a database and the migrations that made it. */
    Rounds(Path jar, Path folder, TestDatabase database, Schema needed) {
        this.jar = jar;
        this.folder = folder;
        this.database = database;
        this.tenon = Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder)
                .load();
        this.needed = needed;
    }

    /** What each took in each round. */
    Map<Contender, List<Measured>> run(int rounds) throws IOException, InterruptedException {
        Map<Contender, List<Measured>> results = new EnumMap<>(Contender.class);
        Path archive = folder.resolveSibling(folder.getFileName() + ".jsa");
        try {
            verify(List.of(Times.shortRun("-XX:ArchiveClassesAtExit=" + archive)), "verify", "--full");
            for (int i = 0; i < WARMING_UP; i++) {
                tenon.verifyFully();
            }
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : Contender.values()) {
                    results.computeIfAbsent(contender, first -> new ArrayList<>())
                            .add(run(contender, archive));
                }
            }
        } finally {
            Files.deleteIfExists(archive);
        }
        return results;
    }

    private Measured run(Contender contender, Path archive) throws IOException, InterruptedException {
        return switch (contender) {
            case PG_DUMP -> Measured.run(new ProcessBuilder("pg_dump", "--schema-only", "--dbname=" + database.url()));
            case UNCHANGED -> verify(List.of(), "verify");
            case UNCHANGED_SHORT -> verify(shortRun(archive), "verify");
            case FULL -> verify(List.of(), "verify", "--full");
            case SMALL -> verify(List.of("-Xmx128m", "-XX:+UseSerialGC"), "verify", "--full");
            case FULL_SHORT -> verify(shortRun(archive), "verify", "--full");
            case WARM -> Measured.call(tenon::verifyFully);
            case GUARD -> Measured.call(() -> tenon.guard(needed));
        };
    }

    private static List<String> shortRun(Path archive) {
        return List.of(Times.shortRun("-XX:SharedArchiveFile=" + archive));
    }

    private Measured verify(List<String> options, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--migrations", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("DATABASE_URL", database.url());
        return Measured.run(builder);
    }
}
