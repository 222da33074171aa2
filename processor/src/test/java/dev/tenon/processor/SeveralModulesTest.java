package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Entities in several modules make one schema, which the module with the migrations owns. */
class SeveralModulesTest extends ModuleBuild {

    @Test
    void ownerHasTheEntitiesOfAllModulesInAnyOrder() throws IOException {
        Javac.Result whole = owner(customers, orders);
        assertThat(texts(whole.messages()))
                .filteredOn(text -> text.contains("Tenon wrote"))
                .hasSize(1);
        String snapshot = whole.resource(CompiledSnapshot.RESOURCE);
        assertThat(snapshot)
                .contains("\"public.customer\"", "\"public.order\"", "\"public.kind\"", "customer_id", "\"inherited\"")
                .doesNotContain("\"part\"");
        assertThat(orders.resource(CompiledSnapshot.RESOURCE)).contains("\"part\": true");
        assertThat(nextOf(orders, customers)).contains("already matches");
        assertThat(owner(orders, customers).resource(CompiledSnapshot.RESOURCE)).isEqualTo(snapshot);
        assertThat(migrations()).hasSize(1);
    }

    @Test
    void archivesAndTheirCopiesAreReadLikeFolders() throws IOException {
        String snapshot = owner(customers, orders).resource(CompiledSnapshot.RESOURCE);
        Path customersJar = jar("customers.jar", customers);
        Path ordersJar = jar("orders.jar", orders);
        Path copy = Files.copy(customersJar, folder.resolve("copy-of-customers.jar"));
        Javac.Result again = app(customersJar, ordersJar, copy);
        assertThat(nextOf(again)).contains("already matches");
        assertThat(again.resource(CompiledSnapshot.RESOURCE)).isEqualTo(snapshot);
    }

    @Test
    void aShadedArchiveHasAllItsModules() throws IOException {
        String snapshot = owner(customers, orders).resource(CompiledSnapshot.RESOURCE);
        Javac.Result again = app(jar("shaded.jar", customers, orders));
        assertThat(nextOf(again)).contains("already matches");
        assertThat(again.resource(CompiledSnapshot.RESOURCE)).isEqualTo(snapshot);
    }

    @Test
    void aClassThatMovesToAnotherModuleChangesNothing() throws IOException {
        owner(customers, orders);
        Javac.Result all = module("all", customers)
                .source("shop/orders/Order.java", ORDER)
                .source("shop/Other.java", "package shop; class Other {}")
                .compile();
        assertThat(nextOf(customers, all)).contains("already matches");
        Javac.Result moved = module("app", customers)
                .source("shop/orders/Order.java", ORDER)
                .option(generate())
                .compile();
        assertThat(nextOf(moved)).contains("already matches");
        assertThat(migrations()).hasSize(1);
    }

    @Test
    void aChangeOfAnAnnotationInAPartIsMigrated() throws IOException {
        owner(customers, orders);
        customers = recompiled(CUSTOMER.replace("@Nullable String note", "@Column(length = 40) @Nullable String note"));
        assertThat(customers.messages()).isEmpty();
        Javac.Result next = owner(customers, orders);
        assertThat(texts(next.errors())).singleElement().asString().contains("note", "varchar(40)");
    }

    @Test
    void aPartThatGrowsLeavesNoTraceOfItsFormerSelf() throws IOException {
        new Javac(folder.resolve("orders"))
                .classPath(customers.classes())
                .classPath(orders.classes())
                .source(
                        "shop/orders/Line.java",
                        "package shop.orders; " + IMPORTS + "@TenantScoped public record Line(@Id UUID id) {}")
                .compile();
        assertThat(owner(customers, orders).resource(CompiledSnapshot.RESOURCE))
                .contains("\"public.line\"", "\"public.order\"");
        try (Stream<Path> markers = Files.list(orders.classes().resolve("dev/tenon/modules"))) {
            assertThat(markers).hasSize(2);
        }
    }

    @Test
    void superclassesAndEmbeddablesOfOtherModulesKeepTheirNullability() {
        Javac.Result base = module("base")
                .source(
                        "base/Base.java",
                        "package base; " + IMPORTS
                                + "public abstract class Base { @Id public UUID id; public @Nullable String note;"
                                + " public String title; public String @Nullable [] tags; public List<@Nullable String> names; }")
                .source(
                        "base/Address.java",
                        "package base; " + IMPORTS + "public record Address(String street, @Nullable String floor) {}")
                .compile();
        String source = "package shop; " + IMPORTS + "import base.*; @Table class House extends Base {"
                + " @Embedded(prefix = \"at_\") Address address; }";
        Javac.Result apart =
                module("apart", base).source("shop/House.java", source).compile();
        Javac.Result together = new Javac(folder.resolve("together"))
                .source("base/Base.java", read("base/src/base/Base.java"))
                .source("base/Address.java", read("base/src/base/Address.java"))
                .source("shop/House.java", source)
                .compile();
        assertThat(apart.errors()).isEqualTo(together.errors());
        assertThat(apart.resource(CompiledSnapshot.RESOURCE)).isEqualTo(together.resource(CompiledSnapshot.RESOURCE));
    }
}
