package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares entities with their compiled snapshot and their first migration in {@code src/test/golden}. Run with {@code
 * -Dtenon.golden=write} to rewrite snapshots and migrations. The runtime's {@code GoldenDatabaseTest} applies them to a
 * server.
 */
class GoldenTest {

    static final Path FOLDER = Path.of("src/test/golden");
    static final String OPTIONS = "options";
    static final String SNAPSHOT = "snapshot.json";

    static final String MIGRATION = "migration.sql";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void entitiesGiveTheirSnapshotAndMigration(String name) throws IOException {
        Path golden = FOLDER.resolve(name);
        Javac javac = new Javac(folder);
        for (Path source : files(golden, ".java")) {
            javac.source("example/" + source.getFileName(), Files.readString(source));
        }
        Path migrations = folder.resolve("migrations");
        javac.option("-Atenon.migrations=" + migrations, "-Atenon.generate=init");
        Path options = golden.resolve(OPTIONS);
        if (Files.exists(options)) {
            javac.option(Files.readString(options).strip().split("\\s+"));
        }
        Javac.Result result = javac.compile();
        assertThat(result.messages())
                .filteredOn(message -> message.kind() != Diagnostic.Kind.NOTE)
                .isEmpty();
        assertGolden(golden.resolve(SNAPSHOT), result.resource(CompiledSnapshot.RESOURCE));
        assertGolden(golden.resolve(MIGRATION), Files.readString(migrations.resolve("0001_init.sql")));
    }

    private static void assertGolden(Path file, String text) throws IOException {
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER, 2)) {
            return paths.filter(path -> path.getNameCount() == FOLDER.getNameCount() + 2)
                    .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
