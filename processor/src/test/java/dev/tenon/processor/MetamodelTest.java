package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.tenon.annotation.ColumnRef;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** The generated classes with column names. */
class MetamodelTest {

    private static final String IMPORTS = "package shop; import dev.tenon.annotation.*; import java.util.*; ";

    @Test
    void constantsStandInAnnotationsOfTheSameCompilation() {
        Compilation compilation = compile("Item", """
                @Table
                @Unique(columns = {Item_.OWNER_ID, Item_.TITLE})
                public record Item(@Id UUID id, UUID ownerId, @Column(name = "heading") String title) {}
                """);
        assertThat(compilation.errors()).extracting(Diagnostic::getLineNumber).containsOnly(2L);
        assertThat(EntityCompiler.errors(compilation))
                .satisfiesExactly(
                        error -> assertThat(error).contains("cannot find symbol", "TITLE"),
                        error -> assertThat(error).startsWith("[TN101]"));
        compilation = compile("Item", """
                @Table
                @Unique(columns = {Item_.OWNER_ID, Item_.HEADING})
                public record Item(@Id UUID id, UUID ownerId, @Column(name = "heading") String title) {}
                """);
        assertThat(compilation.diagnostics()).isEmpty();
        assertThat(EntityCompiler.snapshot(compilation)).contains("\"columns\": [\"owner_id\", \"heading\"]");
    }

    @Test
    void columnsKeepTheirTypes() {
        Compilation compilation = compile("Item", """
                @Table
                public class Item<T extends Comparable<T>> {
                    enum Kind { NEW }
                    @Id long id;
                    Kind kind;
                    Optional<List<String>> tags;
                    float @org.jspecify.annotations.Nullable [] vector;
                    @Jsonb T any;
                    @Column(name = "table") int table;
                    @Column(name = "2nd class") boolean second;
                    @Column(name = "class") String type;
                }
                """);
        assertThat(EntityCompiler.generated(compilation, "shop.Item_"))
                .contains(
                        "String TABLE = \"item\"",
                        "String TABLE_ = \"table\"",
                        "String _2ND_CLASS = \"2nd class\"",
                        "ColumnRef<Item<?>, Long> id = new ColumnRef(\"public\", \"item\", \"id\")",
                        "ColumnRef<Item<?>, Item.Kind> kind",
                        "ColumnRef<Item<?>, List<String>> tags",
                        "ColumnRef<Item<?>, float[]> vector",
                        "ColumnRef<Item<?>, ?> any = new ColumnRef(",
                        "ColumnRef<Item<?>, String> class_");
    }

    /**
     * These names contain characters that end a literal or line, or that are formats or escapes in Java or JavaPoet.
     */
    @Test
    void namesStayWhatTheyAre() throws ReflectiveOperationException {
        List<String> names = List.of(
                "\"; //", "a\\", "\\u0022", "\\n", "$L", "$T$$", "$", "%s", "*/", "x\u2028y\u2029z", "gr\u00f6\u00dfe");
        String columns = IntStream.range(0, names.size())
                .mapToObj(at -> ", @Column(name = %s) int c%d".formatted(literal(names.get(at)), at))
                .collect(Collectors.joining());
        Compilation compilation =
                compile("Item", "@Table(name = \"$T\") public record Item(@Id long id" + columns + ") {}");
        assertThat(compilation.diagnostics()).isEmpty();
        Class<?> metamodel = new CompiledClasses(compilation).loadClass("shop.Item_");
        List<String> texts = new ArrayList<>();
        List<String> references = new ArrayList<>();
        for (Field field : metamodel.getFields()) {
            if (field.get(null) instanceof ColumnRef<?, ?> reference) {
                assertThat(reference.table()).isEqualTo("$T");
                references.add(reference.name());
            } else {
                texts.add(String.valueOf(field.get(null)));
            }
        }
        assertThat(references).hasSize(names.size() + 1).containsAll(names);
        assertThat(texts).containsExactlyInAnyOrderElementsOf(withTable(references));
    }

    private static List<String> withTable(List<String> columns) {
        return Stream.concat(Stream.of("$T"), columns.stream()).toList();
    }

    private static String literal(String text) {
        return text.chars()
                .mapToObj(c -> (c == '"' || c == '\\' ? "\\" : "") + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** A class of the package with the same name hides a type that is not imported. */
    @Test
    void typesAreNamedWithoutDoubt() {
        Compilation compilation = new EntityCompiler()
                .source("shop.String", "package shop; class String {}")
                .source("shop.UUID", "package shop; enum UUID { ONE }")
                .source("other.ColumnRef", "package other; public enum ColumnRef { ONE }")
                .source(
                        "shop.A$b",
                        "package shop; import dev.tenon.annotation.*;"
                                + " @Table record A$b(@Id java.util.UUID id, UUID own, other.ColumnRef ref,"
                                + " java.lang.String dev, java.util.Optional<java.lang.String> java, int A$b_) {}")
                .compile();
        assertThat(EntityCompiler.generated(compilation, "shop.A$b_"))
                .contains(
                        "ColumnRef<A$b, java.util.UUID> id",
                        "ColumnRef<A$b, UUID> own",
                        "ColumnRef<A$b, other.ColumnRef> ref",
                        "ColumnRef<A$b, String> dev");
    }

    @Test
    void nestedEntityHasAClassOfItsOwn() {
        Compilation compilation = compile("Shop", """
                public class Shop {
                    @Table
                    public record Item(@Id UUID id) {}

                    @Table
                    private record Secret(@Id UUID id) {}
                }
                """);
        assertThat(EntityCompiler.generated(compilation, "shop.Shop_Item_"))
                .contains("public final class Shop_Item_", "ColumnRef<Shop.Item, UUID> id");
        assertThat(EntityCompiler.generated(compilation, "shop.Shop_Secret_"))
                .contains("\nfinal class Shop_Secret_", "String ID = \"id\"")
                .doesNotContain("ColumnRef");
    }

    @Test
    void tenantColumnIsAmongThem() {
        Compilation compilation = new EntityCompiler()
                .source(
                        "shop.package-info",
                        "@Schema(tenancy = @Tenancy(root = Customer.class)) package shop;"
                                + " import dev.tenon.annotation.*;")
                .source("shop.Customer", IMPORTS + "@TenantRoot record Customer(@Id UUID id) {}")
                .source("shop.Item", IMPORTS + "@TenantScoped record Item(@Id long id) {}")
                .compile();
        assertThat(EntityCompiler.generated(compilation, "shop.Item_"))
                .contains("String TENANT_ID = \"tenant_id\"", "ColumnRef<Item, UUID> tenantId");
    }

    @Test
    void classOfTheSameNameIsReported() {
        Compilation compilation = new EntityCompiler()
                .source("shop.Item", IMPORTS + "@Table record Item(@Id UUID id) {}")
                .source("shop.Item_", IMPORTS + "class Item_ {}")
                .compile();
        assertThat(EntityCompiler.errors(compilation))
                .containsExactly("[TN124] class shop.Item_ already exists, written by hand or by another processor;"
                        + " remove that class, or disable the generated classes with -Atenon.metamodel=false");
    }

    @Test
    void canBeSwitchedOff() {
        Compilation compilation = new EntityCompiler()
                .source("shop.Item", IMPORTS + "@Table record Item(@Id UUID id) {}")
                .option("-Atenon.metamodel=false")
                .compile();
        assertThat(compilation.generatedSourceFiles()).isEmpty();
        assertThat(compilation.diagnostics()).isEmpty();
    }

    private static Compilation compile(String name, String source) {
        return new EntityCompiler().source("shop." + name, IMPORTS + source).compile();
    }
}
