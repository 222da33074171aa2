package dev.tenon.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Runs the compiler with the processor on sources in a folder, as a build does. {@link EntityCompiler} is simpler for a
 * single successful compilation. Compile Testing returns no output of a failed compilation, keeps no output for the
 * next one, and cannot use a broken folder. It also takes twice as long, which matters for hundreds of sources.
 */
final class Javac {

    private final Path folder;
    private final Map<String, String> sources = new TreeMap<>();
    private final List<String> options = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing"));
    private final List<Processor> processors = new ArrayList<>();
    private final List<Path> dependencies = new ArrayList<>();

    /**
     * The result of a compilation.
     *
     * @param success whether the compilation has no errors
     * @param messages the diagnostics
     * @param classes the class output
     * @param generated the source output
     */
    record Result(boolean success, List<Message> messages, Path classes, Path generated) {

        List<Message> errors() {
            return messages.stream()
                    .filter(message -> message.kind() == Diagnostic.Kind.ERROR)
                    .toList();
        }

        /** The content of a file in the class output. */
        String resource(String path) {
            return read(classes.resolve(path));
        }

        /** The text of a generated source file. */
        String source(String path) {
            return read(generated.resolve(path));
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** A diagnostic of javac, with its place. */
    record Message(Diagnostic.Kind kind, String file, long line, long column, String text) {}

    Javac(Path folder) {
        this.folder = folder;
    }

    /** Adds a source file, by its path. */
    Javac source(String path, String text) {
        sources.put(path, text);
        return this;
    }

    Javac option(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Adds a folder or archive to the class path. */
    Javac classPath(Path entry) {
        dependencies.add(entry);
        return this;
    }

    /** Adds another processor, which runs in addition to Tenon's. */
    Javac with(Processor processor) {
        processors.add(processor);
        return this;
    }

    Result compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            Path classes = Files.createDirectories(folder.resolve("classes"));
            Path generated = Files.createDirectories(folder.resolve("generated"));
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
            files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(generated));
            List<Path> classPath = new ArrayList<>(List.of(classes));
            classPath.addAll(dependencies);
            classPath.addAll(UserClassPath.ENTRIES);
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null, files, diagnostics, options, null, files.getJavaFileObjectsFromPaths(write()));
            List<Processor> all = new ArrayList<>(processors);
            all.add(new TenonProcessor());
            task.setProcessors(all);
            boolean success = task.call();
            return new Result(
                    success,
                    diagnostics.getDiagnostics().stream().map(this::message).toList(),
                    classes,
                    generated);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Path> write() throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path path = folder.resolve("src").resolve(source.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, source.getValue());
            paths.add(path);
        }
        return paths;
    }

    private Message message(Diagnostic<? extends JavaFileObject> diagnostic) {
        String file = diagnostic.getSource() == null
                ? ""
                : folder.resolve("src")
                        .relativize(Path.of(diagnostic.getSource().toUri()))
                        .toString()
                        .replace('\\', '/');
        return new Message(
                diagnostic.getKind(),
                file,
                diagnostic.getLineNumber(),
                diagnostic.getColumnNumber(),
                diagnostic.getMessage(Locale.ROOT));
    }
}
