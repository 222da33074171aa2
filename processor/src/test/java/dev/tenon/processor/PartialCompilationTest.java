package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compilation of some entities, as in IDEs, reads the other entities from class files. */
class PartialCompilationTest {

    private static final String IMPORTS =
            "package shop; import dev.tenon.annotation.*; import java.util.*;" + " import org.jspecify.annotations.*; ";

    private static final Map<String, String> SOURCES = Map.of(
            "package-info",
            "@Schema(name = \"shop\", extensions = \"vector\","
                    + " tenancy = @Tenancy(root = Customer.class)) package shop; import dev.tenon.annotation.*;",
            "Base",
            IMPORTS + "abstract class Base { @Id UUID id; @Nullable String note; }",
            "Customer",
            IMPORTS + "@TenantRoot class Customer extends Base { @Unique @Column(length = 20) String name; }",
            "Kind",
            IMPORTS + "enum Kind { @Label(\"brand-new\") NEW, OLD }",
            "Address",
            IMPORTS + "record Address(String street, @Nullable String floor) {}",
            "Item",
            IMPORTS + "@TenantScoped @Check(\"price > 0\") @Index(columns = {\"price DESC\", \"kind\"}) record Item("
                    + "@Id UUID id, int price, Kind kind, @Nullable String hint, @Embedded(prefix = \"to_\") Address to,"
                    + " @HalfVector(3) @HnswIndex(metric = VectorMetric.L2) float @Nullable [] embedding,"
                    + " @Retired(reason = \"moved\") String old) {}",
            "Order",
            IMPORTS + "@TenantScoped record Order(@Id UUID id, @References(Item.class) UUID itemId) {}");

    @TempDir
    Path folder;

    private String whole = "";

    @BeforeEach
    void compileAll() {
        Javac.Result result = compile(SOURCES.keySet().toArray(String[]::new));
        assertThat(result.messages()).isEmpty();
        whole = result.resource(CompiledSnapshot.RESOURCE);
        assertThat(whole).contains("shop.item", "shop.order", "to_floor");
    }

    @Test
    void oneEntityAloneLeavesTheWholeSchema() {
        for (String entity : new String[] {"Customer", "Item", "Order"}) {
            Javac.Result result = compile(entity);
            assertThat(result.messages()).as(entity).isEmpty();
            assertThat(result.resource(CompiledSnapshot.RESOURCE)).as(entity).isEqualTo(whole);
        }
    }

    @Test
    void packageAloneLeavesTheWholeSchema() {
        Javac.Result result = compile("package-info");
        assertThat(result.messages()).isEmpty();
        assertThat(result.resource(CompiledSnapshot.RESOURCE)).isEqualTo(whole);
    }

    @Test
    void anEnumWithoutAnnotationsAloneChangesTheSchema() {
        new Javac(folder)
                .source("shop/Size.java", IMPORTS + "enum Size { SMALL, LARGE }")
                .compile();
        new Javac(folder)
                .source("shop/Shirt.java", IMPORTS + "@TenantScoped record Shirt(@Id UUID id, Size size) {}")
                .compile();
        Javac.Result result = new Javac(folder)
                .source("shop/Size.java", IMPORTS + "enum Size { SMALL, MEDIUM, LARGE }")
                .option("-Atenon.pending=ignore")
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.resource(CompiledSnapshot.RESOURCE))
                .contains("\"labels\": [\"small\", \"medium\", \"large\"]", "shop.shirt", "shop.order");
    }

    @Test
    void newEntityRefersToOneThatIsNotCompiled() {
        Javac.Result result = new Javac(folder)
                .source(
                        "shop/Review.java",
                        IMPORTS + "@TenantScoped record Review(@Id UUID id, @References(Item.class) UUID itemId) {}")
                .compile();
        assertThat(result.messages()).isEmpty();
        assertThat(result.resource(CompiledSnapshot.RESOURCE))
                .contains("shop.review", "\"columns\": [\"tenant_id\", \"item_id\"]", "shop.order");
    }

    @Test
    void entityWhoseClassIsGoneIsGone() throws IOException {
        Files.delete(folder.resolve("classes/shop/Order.class"));
        Javac.Result result = compile("Item");
        assertThat(result.messages()).isEmpty();
        assertThat(result.resource(CompiledSnapshot.RESOURCE))
                .contains("shop.item")
                .doesNotContain("shop.order");
    }

    @Test
    void classThatIsNoEntityAnyMoreIsGone() {
        new Javac(folder)
                .source("shop/Order.java", IMPORTS + "record Order(UUID id) {}")
                .option("-proc:none")
                .compile();
        assertThat(compile("Item").resource(CompiledSnapshot.RESOURCE)).doesNotContain("shop.order");
    }

    @Test
    void unreadableSnapshotIsAWarningAndWrittenAnew() throws IOException {
        Path snapshot = folder.resolve("classes").resolve(CompiledSnapshot.RESOURCE);
        Files.writeString(snapshot, "{ \"schema\": ");
        Javac.Result result = compile(SOURCES.keySet().toArray(String[]::new));
        assertThat(result.messages()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(Diagnostic.Kind.WARNING);
            assertThat(warning.text())
                    .startsWith("[TN125] the compiled snapshot of the previous compilation cannot be read: ")
                    .endsWith("run a clean build, so that entities which this compilation does not include are not"
                            + " lost");
        });
        assertThat(Files.readString(snapshot)).isEqualTo(whole);
    }

    private Javac.Result compile(String... names) {
        Javac javac = new Javac(folder);
        for (String name : names) {
            javac.source("shop/" + name + ".java", SOURCES.getOrDefault(name, ""));
        }
        return javac.compile();
    }
}
