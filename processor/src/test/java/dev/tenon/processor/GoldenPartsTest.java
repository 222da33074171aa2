package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Incremental builds and IDEs compile one of many source files; each golden stays the same, independent of the file.
 */
class GoldenPartsTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("severalFiles")
    void eachFileAloneLeavesTheWholeSchema(String name) throws IOException {
        Path golden = GoldenTest.FOLDER.resolve(name);
        List<Path> sources = GoldenTest.files(golden, ".java");
        String whole = compile(golden, sources);
        assertThat(whole).isEqualTo(Files.readString(golden.resolve(GoldenTest.SNAPSHOT)));
        for (Path source : sources) {
            assertThat(compile(golden, List.of(source))).as("%s alone", source).isEqualTo(whole);
        }
    }

    static List<String> severalFiles() throws IOException {
        List<String> several = new ArrayList<>();
        for (String name : GoldenTest.cases()) {
            if (GoldenTest.files(GoldenTest.FOLDER.resolve(name), ".java").size() > 1) {
                several.add(name);
            }
        }
        return several;
    }

    private String compile(Path golden, List<Path> sources) throws IOException {
        Javac javac = new Javac(folder);
        for (Path source : sources) {
            javac.source("example/" + source.getFileName(), Files.readString(source));
        }
        // The goldens are whole schemas, and without migrations a compilation is only a part of one.
        javac.option("-Atenon.modules=own");
        Path options = golden.resolve(GoldenTest.OPTIONS);
        if (Files.exists(options)) {
            javac.option(Files.readString(options).strip().split("\\s+"));
        }
        Javac.Result result = javac.compile();
        assertThat(result.messages())
                .filteredOn(message -> message.kind() != Diagnostic.Kind.NOTE)
                .as("%s", sources)
                .isEmpty();
        return result.resource(CompiledSnapshot.RESOURCE);
    }
}
