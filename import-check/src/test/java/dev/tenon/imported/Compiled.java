package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.processor.TenonProcessor;
import dev.tenon.processor.UserClassPath;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The result of a compilation with the processor. */
final class Compiled {

    /** A cache: servers of several versions give the same sources, and the same result. */
    private static final Map<Map<String, String>, CompiledSnapshot> KNOWN = new ConcurrentHashMap<>();

    private Compiled() {}

    /** Compiles the sources by path, in an empty folder. */
    static CompiledSnapshot of(Map<String, String> sources, Path folder) throws IOException {
        CompiledSnapshot known = KNOWN.get(sources);
        CompiledSnapshot compiled = known == null ? compile(sources, folder) : known;
        KNOWN.put(sources, compiled);
        return compiled;
    }

    /** Compiles the sources, and loads the classes with this parent class loader. */
    static ClassLoader classes(Map<String, String> sources, Path folder, ClassLoader loader) throws IOException {
        compile(sources, folder);
        return new URLClassLoader(new URL[] {folder.resolve("classes").toUri().toURL()}, loader);
    }

    private static CompiledSnapshot compile(Map<String, String> sources, Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path path = folder.resolve("sources").resolve(source.getKey());
            Files.createDirectories(path.getParent());
            paths.add(Files.writeString(path, source.getValue()));
        }
        Path output = Files.createDirectories(folder.resolve("classes"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, UserClassPath.ENTRIES);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-Xlint:-options"),
                    null,
                    files.getJavaFileObjectsFromPaths(paths));
            task.setProcessors(List.of(new TenonProcessor()));
            task.call();
        }
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
        return SnapshotJson.readCompiled(Files.readString(output.resolve(CompiledSnapshot.RESOURCE)));
    }
}
