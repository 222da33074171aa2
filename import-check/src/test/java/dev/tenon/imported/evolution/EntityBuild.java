package dev.tenon.imported.evolution;

import dev.tenon.processor.TenonProcessor;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The diagnostics and output of javac with the processor.
 *
 * @param output the class output
 * @param errors the errors
 */
record EntityBuild(Path output, List<String> errors) {

    private static final String HEAD = """
            package app;

            import dev.tenon.annotation.*;
            import java.math.BigDecimal;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            """;

    EntityBuild {
        errors = List.copyOf(errors);
    }

    /** A source in memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///app/" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** Runs the processor on the sources by file name; no classes are written. */
    static EntityBuild of(Map<String, String> sources, List<String> options, Path output) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    Stream.concat(Stream.of("-proc:only", "-Atenon.metamodel=false"), options.stream())
                            .toList(),
                    null,
                    sources.entrySet().stream()
                            .map(source -> new Source(source.getKey(), HEAD + source.getValue()))
                            .toList());
            task.setProcessors(List.of(new TenonProcessor()));
            task.call();
        }
        return new EntityBuild(
                output,
                diagnostics.getDiagnostics().stream()
                        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                        .map(message -> message.getMessage(Locale.ROOT))
                        .toList());
    }

    /** Returns the schema that the classes need. */
    CompiledSnapshot compiled() throws IOException {
        return SnapshotJson.readCompiled(Files.readString(output.resolve(CompiledSnapshot.RESOURCE)));
    }
}
