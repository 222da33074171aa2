package dev.tenon.hibernate;

import dev.tenon.processor.TenonProcessor;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Sources of entities that javac has compiled with the processor.
 *
 * @param output the folder of the classes
 * @param errors the errors, each with its file and line
 */
record CompiledEntities(Path output, List<String> errors) {

    CompiledEntities {
        errors = List.copyOf(errors);
    }

    /** The only libraries of the sources: javac would open all others, too, which takes longer than to compile. */
    private static final String LIBRARIES = Stream.of(
                    dev.tenon.annotation.Table.class,
                    jakarta.persistence.Entity.class,
                    org.hibernate.annotations.NaturalId.class,
                    org.jspecify.annotations.NullMarked.class)
            .map(type ->
                    type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .collect(Collectors.joining(File.pathSeparator));

    /** Compiles the sources below a folder into another. */
    static CompiledEntities of(Path sources, Path output, Naming naming) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return of(
                    files.filter(file -> file.toString().endsWith(".java"))
                            .sorted()
                            .toList(),
                    output,
                    List.of("-Atenon.naming=" + naming.option()));
        }
    }

    /** Compiles the sources again, without the processor, which refused them. */
    void recompile(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            List<Path> all =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            of(all, output, List.of("-proc:none"));
        }
    }

    /** Compiles sources with options of javac. */
    static CompiledEntities of(List<Path> sources, Path output, List<String> options) throws IOException {
        Files.createDirectories(output);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            List<String> all = new ArrayList<>(List.of("-nowarn", "-Xlint:none", "-classpath", LIBRARIES));
            all.addAll(options);
            JavaCompiler.CompilationTask task =
                    compiler.getTask(null, files, diagnostics, all, null, files.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new TenonProcessor()));
            task.call();
        }
        return new CompiledEntities(
                output,
                diagnostics.getDiagnostics().stream()
                        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                        .map(CompiledEntities::located)
                        .toList());
    }

    private static String located(Diagnostic<? extends JavaFileObject> message) {
        JavaFileObject source = message.getSource();
        String file = source == null
                ? "no file"
                : Path.of(source.getName()).getFileName().toString();
        return file + ":" + message.getLineNumber() + " " + message.getMessage(Locale.ROOT);
    }

    /** The migration that creates the schema. */
    MigrationDraft draft() throws IOException {
        String json = Files.readString(output.resolve(CompiledSnapshot.RESOURCE));
        return MigrationDraft.of(Schema.EMPTY, SnapshotJson.readCompiled(json), Set.of());
    }

    /** A loader of the classes; its caller closes it. */
    URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {output.toUri().toURL()}, CompiledEntities.class.getClassLoader());
    }

    /** The classes that Hibernate needs to know. */
    List<Class<?>> mapped(ClassLoader loader) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> output.relativize(file).toString())
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .map(name -> name.replace('/', '.').replace('\\', '.'))
                    .filter(name -> !name.endsWith("package-info"))
                    .sorted()
                    .<Class<?>>map(name -> load(name, loader))
                    .filter(CompiledEntities::isMapped)
                    .toList();
        }
    }

    private static boolean isMapped(Class<?> type) {
        return Stream.of(type.getAnnotations())
                .map(use -> use.annotationType().getName())
                .anyMatch(Set.of(
                        "jakarta.persistence.Entity",
                        "jakarta.persistence.Embeddable",
                        "jakarta.persistence.MappedSuperclass",
                        "jakarta.persistence.Converter")::contains);
    }

    private static Class<?> load(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
