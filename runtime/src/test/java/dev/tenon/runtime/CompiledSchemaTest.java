package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ModuleShare;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.json.SnapshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the compiled snapshots of several modules, the one with the whole schema is read. */
class CompiledSchemaTest {

    private static final ModuleShare PART = new ModuleShare(false, ModuleShare.SNAKE_CASE, Set.of(), List.of());
    private static final ModuleShare OWNER = ModuleShare.ALONE;

    @TempDir
    Path folder;

    @Test
    void theOwnersSnapshotIsReadWhereverItIs() throws IOException {
        Path part = module("customers", PART, "customer");
        Path owner = module("app", OWNER, "customer", "invoice");
        assertThat(load(part, owner).tables()).hasSize(2);
        assertThat(load(owner, part, part).tables()).hasSize(2);
    }

    @Test
    void withoutAnOwnerTheSnapshotWithAllClassesIsRead() throws IOException {
        Path part = module("customers", PART, "customer");
        Path whole = module("app", PART, "customer", "invoice");
        assertThat(load(part, whole).tables()).hasSize(2);
        Path other = module("other", PART, "book");
        assertThatThrownBy(() -> load(part, whole, other))
                .hasMessageContaining("TN678")
                .hasMessageContaining("none has the classes of all others")
                .hasMessageContaining("customers")
                .hasMessageContaining("-Atenon.migrations");
    }

    @Test
    void anEntityChoosesBetweenTwoOwners() throws Exception {
        Path first = module("first", OWNER, Chosen.class.getName(), "book");
        Path second = module("second", OWNER, "invoice");
        assertThatThrownBy(() -> load(second, first))
                .hasMessageContaining("TN678")
                .hasMessageContaining("CompiledSchema.load(Order.class)");
        String file = Chosen.class.getName().replace('.', '/') + ".class";
        Files.createDirectories(first.resolve(file).getParent());
        try (InputStream content = Chosen.class.getClassLoader().getResourceAsStream(file)) {
            Files.copy(Objects.requireNonNull(content), first.resolve(file));
        }
        try (URLClassLoader loader = loader(second, first)) {
            Class<?> chosen = loader.loadClass(Chosen.class.getName());
            assertThat(CompiledSchema.load(chosen).tables()).hasSize(2);
        }
        assertThatThrownBy(() -> CompiledSchema.load(Chosen.class)).hasMessageContaining("TN640");
    }

    /** The class of an entity. */
    private record Chosen() {}

    @Test
    void aPartThatIsNotCompleteIsRefused() throws IOException {
        ModuleShare unsettled =
                new ModuleShare(false, ModuleShare.SNAKE_CASE, Set.of(), List.of("[TN301] no tenancy is declared"));
        Path part = module("plans", unsettled, "plan");
        assertThatThrownBy(() -> load(part)).hasMessageContaining("TN678").hasMessageContaining("TN301");
        assertThatThrownBy(() -> CompiledSchema.snapshot(part.resolve(CompiledSnapshot.RESOURCE)))
                .hasMessageContaining("TN678");
    }

    private Schema load(Path... modules) throws IOException {
        try (URLClassLoader loader = loader(modules)) {
            return CompiledSchema.load(loader);
        }
    }

    private static URLClassLoader loader(Path... modules) {
        return new URLClassLoader(
                Arrays.stream(modules).map(CompiledSchemaTest::url).toArray(URL[]::new), null);
    }

    private static URL url(Path module) {
        try {
            return module.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A folder with a compiled snapshot, whose tables and classes have the same names. */
    private Path module(String name, ModuleShare share, String... classes) throws IOException {
        Map<QualifiedName, String> entities = new TreeMap<>();
        for (String each : classes) {
            entities.put(new QualifiedName("public", each), each);
        }
        List<Table> tables = entities.keySet().stream()
                .map(table -> Table.of(table, List.of(Column.of("id", ColumnType.builtin("uuid")))))
                .toList();
        Schema schema = new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(),
                tables,
                Optional.empty());
        CompiledSnapshot snapshot = new CompiledSnapshot(schema, MigrationHints.NONE, entities, Set.of(), share);
        Path file = folder.resolve(name).resolve(CompiledSnapshot.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SnapshotJson.writeCompiled(snapshot));
        return folder.resolve(name);
    }
}
