package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eclipse's compiler produces the same bytes as javac for every golden. */
class EclipseCompilerTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.tenon.processor.GoldenTest#cases")
    void givesTheSameBytes(String name) throws IOException {
        Path golden = GoldenTest.FOLDER.resolve(name);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        Path migrations = folder.resolve("migrations");
        String classPath = System.getProperty("java.class.path");
        List<String> arguments = new ArrayList<>(List.of(
                "--release",
                "17",
                "-nowarn",
                "-d",
                classes.toString(),
                "-s",
                generated.toString(),
                "-cp",
                classPath,
                "-processorpath",
                classPath,
                "-processor",
                TenonProcessor.class.getName(),
                "-Atenon.migrations=" + migrations,
                "-Atenon.generate=init"));
        Path options = golden.resolve(GoldenTest.OPTIONS);
        if (Files.exists(options)) {
            arguments.addAll(List.of(Files.readString(options).strip().split("\\s+")));
        }
        arguments.addAll(sources(golden));
        StringWriter said = new StringWriter();
        boolean success = BatchCompiler.compile(
                arguments.toArray(String[]::new), new PrintWriter(said), new PrintWriter(said), null);
        assertThat(success).as("%s", said).isTrue();
        assertThat(classes.resolve(CompiledSnapshot.RESOURCE))
                .hasSameTextualContentAs(golden.resolve(GoldenTest.SNAPSHOT));
        assertThat(migrations.resolve("0001_init.sql")).hasSameTextualContentAs(golden.resolve(GoldenTest.MIGRATION));
    }

    private List<String> sources(Path golden) throws IOException {
        Path target = Files.createDirectories(folder.resolve("src/example"));
        List<String> copies = new ArrayList<>();
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                copies.add(Files.copy(file, target.resolve(file.getFileName())).toString());
            }
        }
        return copies;
    }
}
