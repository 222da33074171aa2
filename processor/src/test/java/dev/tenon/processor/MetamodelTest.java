package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.annotation.ColumnRef;
import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated classes with column names. */
class MetamodelTest {

    private static final String IMPORTS = "package shop; import dev.tenon.annotation.*; import java.util.*; ";

    @TempDir
    Path folder;

    @Test
    void constantsStandInAnnotationsOfTheSameCompilation() {
        Javac.Result result = compile("Item", """
                @Table
                @Unique(columns = {Item_.OWNER_ID, Item_.TITLE})
                public record Item(@Id UUID id, UUID ownerId, @Column(name = "heading") String title) {}
                """);
        assertThat(result.errors()).extracting(Javac.Message::line).containsOnly(2L);
        assertThat(result.errors())
                .extracting(Javac.Message::text)
                .satisfiesExactly(
                        error -> assertThat(error).contains("cannot find symbol", "TITLE"),
                        error -> assertThat(error).startsWith("[TN101]"));
        result = compile("Item", """
                @Table
                @Unique(columns = {Item_.OWNER_ID, Item_.HEADING})
                public record Item(@Id UUID id, UUID ownerId, @Column(name = "heading") String title) {}
                """);
        assertThat(result.messages()).isEmpty();
        assertThat(result.resource(CompiledSnapshot.RESOURCE)).contains("\"columns\": [\"owner_id\", \"heading\"]");
    }

    @Test
    void columnsKeepTheirTypes() {
        Javac.Result result = compile("Item", """
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
        assertThat(result.messages()).isEmpty();
        assertThat(result.source("shop/Item_.java"))
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

    /** The names would end the literal or the line, or are formats or escapes to those who write or read Java. */
    @Test
    void namesStayWhatTheyAre() throws ReflectiveOperationException, IOException {
        List<String> names = List.of(
                "\"; //", "a\\", "\\u0022", "\\n", "$L", "$T$$", "$", "%s", "*/", "x\u2028y\u2029z", "gr\u00f6\u00dfe");
        String columns = IntStream.range(0, names.size())
                .mapToObj(at -> ", @Column(name = %s) int c%d".formatted(literal(names.get(at)), at))
                .collect(Collectors.joining());
        Javac.Result result =
                compile("Item", "@Table(name = \"$T\") public record Item(@Id long id" + columns + ") {}");
        assertThat(result.messages()).isEmpty();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {result.classes().toUri().toURL()})) {
            List<String> texts = new ArrayList<>();
            List<String> references = new ArrayList<>();
            for (Field field : loader.loadClass("shop.Item_").getFields()) {
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
    }

    private static List<String> withTable(List<String> columns) {
        return Stream.concat(Stream.of("$T"), columns.stream()).toList();
    }

    private static String literal(String text) {
        return text.chars()
                .mapToObj(c -> (c == '"' || c == '\\' ? "\\" : "") + (char) c)
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** A class of the package that has the name of a type hides it, unless it is imported. */
    @Test
    void typesAreNamedWithoutDoubt() {
        Javac.Result result = new Javac(folder)
                .source("shop/String.java", "package shop; class String {}")
                .source("shop/UUID.java", "package shop; enum UUID { ONE }")
                .source("other/ColumnRef.java", "package other; public enum ColumnRef { ONE }")
                .source(
                        "shop/A$b.java",
                        "package shop; import dev.tenon.annotation.*;"
                                + " @Table record A$b(@Id java.util.UUID id, UUID own, other.ColumnRef ref,"
                                + " java.lang.String dev, java.util.Optional<java.lang.String> java, int A$b_) {}")
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.source("shop/A$b_.java"))
                .contains(
                        "ColumnRef<A$b, java.util.UUID> id",
                        "ColumnRef<A$b, UUID> own",
                        "ColumnRef<A$b, other.ColumnRef> ref",
                        "ColumnRef<A$b, String> dev");
    }

    @Test
    void nestedEntityHasAClassOfItsOwn() {
        Javac.Result result = compile("Shop", """
                public class Shop {
                    @Table
                    public record Item(@Id UUID id) {}

                    @Table
                    private record Secret(@Id UUID id) {}
                }
                """);
        assertThat(result.messages()).isEmpty();
        assertThat(result.source("shop/Shop_Item_.java"))
                .contains("public final class Shop_Item_", "ColumnRef<Shop.Item, UUID> id");
        assertThat(result.source("shop/Shop_Secret_.java"))
                .contains("\nfinal class Shop_Secret_", "String ID = \"id\"")
                .doesNotContain("ColumnRef");
    }

    @Test
    void tenantColumnIsAmongThem() {
        Javac.Result result = new Javac(folder)
                .source(
                        "shop/package-info.java",
                        "@Schema(tenancy = @Tenancy(root = Customer.class)) package shop;"
                                + " import dev.tenon.annotation.*;")
                .source("shop/Customer.java", IMPORTS + "@TenantRoot record Customer(@Id UUID id) {}")
                .source("shop/Item.java", IMPORTS + "@TenantScoped record Item(@Id long id) {}")
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.source("shop/Item_.java"))
                .contains("String TENANT_ID = \"tenant_id\"", "ColumnRef<Item, UUID> tenantId");
    }

    @Test
    void classOfTheSameNameIsReported() {
        Javac.Result result = new Javac(folder)
                .source("shop/Item.java", IMPORTS + "@Table record Item(@Id UUID id) {}")
                .source("shop/Item_.java", IMPORTS + "class Item_ {}")
                .compile();
        assertThat(result.errors())
                .extracting(Javac.Message::text)
                .containsExactly("[TN124] class shop.Item_ already exists, written by hand or by another processor;"
                        + " remove that class, or disable the generated classes with -Atenon.metamodel=false");
    }

    @Test
    void canBeSwitchedOff() {
        Javac.Result result = new Javac(folder)
                .source("shop/Item.java", IMPORTS + "@Table record Item(@Id UUID id) {}")
                .option("-Atenon.metamodel=false")
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.generated()).isEmptyDirectory();
    }

    private Javac.Result compile(String name, String source) {
        return new Javac(folder)
                .source("shop/" + name + ".java", IMPORTS + source)
                .compile();
    }
}
