package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Entities and the compiled snapshot that they give, side by side in {@code src/test/golden}. Run with
 * {@code -Dtenon.golden=write} to write the snapshots anew.
 */
class GoldenTest {

    static final Path FOLDER = Path.of("src/test/golden");
    static final String SNAPSHOT = "snapshot.json";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void entitiesGiveTheirSnapshot(String name) throws IOException {
        Path golden = FOLDER.resolve(name);
        Javac javac = new Javac(folder);
        for (Path source : files(golden, ".java")) {
            javac.source("example/" + source.getFileName(), Files.readString(source));
        }
        Javac.Result result = javac.compile();
        assertThat(result.messages()).isEmpty();
        String snapshot = result.resource(CompiledSnapshot.RESOURCE);
        if ("write".equals(System.getProperty("tenon.golden"))) {
            Files.writeString(golden.resolve(SNAPSHOT), snapshot);
        }
        assertThat(snapshot).isEqualTo(Files.readString(golden.resolve(SNAPSHOT)));
    }

    static List<String> cases() throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER, 2)) {
            return paths.filter(path -> path.getNameCount() == FOLDER.getNameCount() + 2)
                    .map(path -> FOLDER.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
