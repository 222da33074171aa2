package dev.tenon.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles sources once with the processor, in memory. {@link Javac} serves tests that need folders. */
final class EntityCompiler {

    private final List<JavaFileObject> sources = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("--release", "17", "-Xlint:all,-processing"));
    private final List<Processor> processors = new ArrayList<>();

    /** Adds the source of a class, by its full name. */
    EntityCompiler source(String name, String text) {
        sources.add(JavaFileObjects.forSourceString(name, text));
        return this;
    }

    EntityCompiler option(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Adds another processor, which runs in addition to Tenon's. */
    EntityCompiler with(Processor processor) {
        processors.add(processor);
        return this;
    }

    Compilation compile() {
        List<Processor> all = new ArrayList<>(processors);
        all.add(new TenonProcessor());
        return Compiler.javac()
                .withClasspath(UserClassPath.ENTRIES.stream().map(Path::toFile).toList())
                .withProcessors(all)
                .withOptions(options)
                .compile(sources);
    }

    /** The compiled snapshot that a compilation left. */
    static String snapshot(Compilation compilation) {
        assertThat(compilation).succeeded();
        return compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, CompiledSnapshot.RESOURCE)
                .map(EntityCompiler::text)
                .orElseThrow();
    }

    /** The texts of the errors. */
    static List<String> errors(Compilation compilation) {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    /** The text of the generated class of that full name, after a compilation without warnings. */
    static String generated(Compilation compilation, String name) {
        assertThat(compilation).succeededWithoutWarnings();
        return compilation.generatedSourceFile(name).map(EntityCompiler::text).orElseThrow();
    }

    private static String text(JavaFileObject file) {
        try {
            return file.getCharContent(false).toString();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
