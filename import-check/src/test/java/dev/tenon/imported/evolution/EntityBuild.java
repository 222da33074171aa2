package dev.tenon.imported.evolution;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.tenon.processor.TenonProcessor;
import dev.tenon.processor.UserClassPath;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Compiles the entities of a scenario in memory, with the processor. */
final class EntityBuild {

    private static final String HEAD = """
            package app;

            import dev.tenon.annotation.*;
            import java.math.BigDecimal;
            import java.util.*;
            import org.jspecify.annotations.Nullable;

            """;

    /** The source of the package's own annotations begins with them. */
    private static final String PACKAGE = "package-info.java";

    private final Compilation compilation;

    private EntityBuild(Compilation compilation) {
        this.compilation = compilation;
    }

    /** Runs the processor on the sources by file name; no classes are written. */
    static EntityBuild of(Map<String, String> sources, List<String> options) {
        List<JavaFileObject> files = sources.entrySet().stream()
                .map(source -> JavaFileObjects.forSourceString(
                        "app." + source.getKey().replace(".java", ""),
                        (source.getKey().equals(PACKAGE) ? "" : HEAD) + source.getValue()))
                .toList();
        return new EntityBuild(Compiler.javac()
                .withClasspath(UserClassPath.ENTRIES.stream().map(Path::toFile).toList())
                .withProcessors(new TenonProcessor())
                .withOptions(options)
                .compile(files));
    }

    /** Returns the messages of the errors. */
    List<String> errors() {
        return compilation.errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    /** Returns the schema that the classes need. */
    CompiledSnapshot compiled() throws IOException {
        return SnapshotJson.readCompiled(compilation
                .generatedFile(StandardLocation.CLASS_OUTPUT, CompiledSnapshot.RESOURCE)
                .orElseThrow()
                .getCharContent(false)
                .toString());
    }
}
