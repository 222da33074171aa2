package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.annotation.Table;
import dev.tenon.schema.CompiledSnapshot;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities in a named module compile with the annotations on the module path, including the metamodel. */
class ModuleTest {

    @TempDir
    Path folder;

    @Test
    void moduleThatRequiresTheAnnotationsCompiles() throws Exception {
        Path jar = jar();
        Path sources = Files.createDirectories(folder.resolve("src/shop"));
        Path module = Files.writeString(
                folder.resolve("src/module-info.java"),
                "module shop { requires static java.compiler; requires dev.tenon.annotation; exports shop; }");
        Path entity = Files.writeString(sources.resolve("Item.java"), """
                package shop;
                import dev.tenon.annotation.*;
                @Table
                @Index(columns = Item_.TITLE)
                public record Item(@Id long id, String title) {}
                """);
        Path classes = folder.resolve("classes");
        assertThat(run(
                        "javac",
                        "-d",
                        classes.toString(),
                        "--module-path",
                        jar.toString(),
                        "--processor-path",
                        System.getProperty("java.class.path"),
                        "-processor",
                        TenonProcessor.class.getName(),
                        module.toString(),
                        entity.toString()))
                .isEmpty();
        assertThat(Files.readString(classes.resolve(CompiledSnapshot.RESOURCE)))
                .contains("\"item_title_idx\"", "\"shop.Item\"");
        assertThat(classes.resolve("shop/Item_.class")).exists();
    }

    /** The annotations as the published jar, which declares its module name. */
    private Path jar() throws Exception {
        Path place = Path.of(
                Table.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (!Files.isDirectory(place)) {
            return place;
        }
        Path manifest =
                Files.writeString(folder.resolve("manifest.txt"), "Automatic-Module-Name: dev.tenon.annotation\n");
        Path jar = folder.resolve("tenon-annotations.jar");
        assertThat(run("jar", "-cfm", jar.toString(), manifest.toString(), "-C", place.toString(), "."))
                .isEmpty();
        return jar;
    }

    private static String run(String tool, String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments);
        return code == 0 ? "" : said.toString();
    }
}
