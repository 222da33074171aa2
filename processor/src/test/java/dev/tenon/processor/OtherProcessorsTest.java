package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The processor waits for classes that other processors generate. */
class OtherProcessorsTest {

    private static final String IMPORTS = "package shop; import dev.tenon.annotation.*; import java.util.*; ";

    /** Writes one class in the given round. */
    private static final class Generator extends AbstractProcessor {

        private final int when;
        private final String name;
        private final String text;
        private int round;

        private Generator(int when, String name, String text) {
            this.when = when;
            this.name = name;
            this.text = text;
        }

        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
            if (++round == when) {
                try (Writer writer = processingEnv
                        .getFiler()
                        .createSourceFile("shop." + name)
                        .openWriter()) {
                    writer.write(IMPORTS + text);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
            return false;
        }
    }

    @Test
    void generatedTypeOfAField() {
        Compilation compilation =
                compile(new Generator(1, "Kind", "enum Kind { NEW }"), "@Table record Item(@Id UUID id, Kind kind) {}");
        assertThat(EntityCompiler.snapshot(compilation)).contains("public.kind", "\"labels\": [\"new\"]");
        assertThat(EntityCompiler.generated(compilation, "shop.Item_")).contains("ColumnRef<Item, Kind> kind");
    }

    @Test
    void generatedSuperclass() {
        Compilation compilation = compile(
                new Generator(2, "Base", "abstract class Base { @Id UUID id; }"),
                "@Table class Item extends Base { String name; } @Table record Other(@Id UUID id) {}");
        assertThat(EntityCompiler.generated(compilation, "shop.Item_"))
                .contains("String ID = \"id\"", "String NAME = \"name\"");
    }

    @Test
    void generatedEmbeddedTypeAndConstantInAnAnnotation() {
        Compilation compilation = compile(
                new Generator(1, "Names", "class Names { static final String TITLE = \"heading\"; }"),
                "@Table record Item(@Id UUID id, @Column(name = Names.TITLE) String title, @Embedded Part part) {}"
                        + " record Part(int weight) {}");
        assertThat(EntityCompiler.snapshot(compilation)).contains("\"heading\"", "\"weight\"");
        assertThat(EntityCompiler.generated(compilation, "shop.Item_")).contains("String HEADING = \"heading\"");
    }

    @Test
    void generatedEntity() {
        Compilation compilation = compile(
                new Generator(1, "Extra", "@Table record Extra(@Id UUID id, @References(Item.class) UUID itemId) {}"),
                "@Table record Item(@Id UUID id) {}");
        assertThat(EntityCompiler.snapshot(compilation)).contains("public.extra", "public.item");
        assertThat(EntityCompiler.generated(compilation, "shop.Extra_")).contains("ColumnRef<Extra, UUID> itemId");
    }

    @Test
    void whatNobodyGeneratesIsAnError(@TempDir Path folder) {
        Javac.Result result = new Javac(folder)
                .with(new Generator(1, "Unrelated", "class Unrelated {}"))
                .source(
                        "shop/Item.java",
                        IMPORTS
                                + "@Table class Item extends Missing { @Id UUID id; @Column(name = Names.TITLE) String title; }")
                .compile();
        assertThat(result.errors())
                .extracting(Javac.Message::text)
                .contains(
                        "[TN101] there is no type Missing; import it, or build the module or run the processor that"
                                + " provides it",
                        "[TN101] the value cannot be evaluated, because it names something that does not exist;"
                                + " import it, or build the module or run the processor that provides it");
        assertThat(result.classes().resolve(CompiledSnapshot.RESOURCE)).doesNotExist();
    }

    private static Compilation compile(Generator generator, String item) {
        return new EntityCompiler()
                .with(generator)
                .option("-Xlint:-auxiliaryclass")
                .source("shop.Item", IMPORTS + item)
                .compile();
    }
}
