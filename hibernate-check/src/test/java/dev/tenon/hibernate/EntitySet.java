package dev.tenon.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.processor.TenonProcessor;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The entities of a package, and the schema that Tenon derives from them. */
enum EntitySet {
    /** Typical entities of an application, without Tenon's annotations. */
    SHOP,
    /** Entities with every kind of access, embedding and override, and with Tenon's annotations. */
    CLINIC;

    private String packageName() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Path sources() {
        return Path.of("src/test/java", packageName());
    }

    /** The classes for Hibernate. */
    List<Class<?>> classes() throws IOException {
        try (Stream<Path> files = Files.list(sources())) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals("package-info"))
                    .sorted()
                    .<Class<?>>map(this::load)
                    .toList();
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(packageName() + "." + name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The schema that the processor reads. */
    MigrationDraft draft(Naming naming, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
                Stream<Path> sources = Files.list(sources())) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    files,
                    diagnostics,
                    List.of("-proc:only", "-Atenon.naming=" + naming.option()),
                    null,
                    files.getJavaFileObjectsFromPaths(sources.toList()));
            task.setProcessors(List.of(new TenonProcessor()));
            task.call();
        }
        assertThat(diagnostics.getDiagnostics())
                .filteredOn(message -> message.getKind() == Diagnostic.Kind.ERROR)
                .isEmpty();
        String json = Files.readString(output.resolve(CompiledSnapshot.RESOURCE));
        MigrationDraft draft = MigrationDraft.of(Schema.EMPTY, SnapshotJson.readCompiled(json), Set.of());
        assertThat(draft.findings()).isEmpty();
        return draft;
    }

    /** Runs the migration. */
    static void apply(MigrationDraft draft, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (var step : draft.steps()) {
                for (var each : step.statements()) {
                    statement.execute(each.sql());
                }
            }
        }
    }
}
