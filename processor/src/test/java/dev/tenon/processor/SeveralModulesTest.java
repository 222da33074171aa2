package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities in several modules make one schema, which the module with the migrations owns. */
class SeveralModulesTest {

    private static final String IMPORTS =
            "import dev.tenon.annotation.*; import java.util.*; import org.jspecify.annotations.*; ";

    private static final String CUSTOMER = "package shop.customers; " + IMPORTS
            + "@TenantRoot public record Customer(@Id UUID id, @Nullable String note, Kind kind) {}";

    private static final String ORDER = "package shop.orders; " + IMPORTS
            + "import shop.customers.Customer; @TenantScoped public record Order(@Id UUID id,"
            + " @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) UUID buyerId) {}";

    @TempDir
    Path folder;

    private Javac.Result customers;
    private Javac.Result orders;

    @BeforeEach
    void compileParts() {
        customers = module("customers")
                .source(
                        "shop/package-info.java",
                        "@Schema(tenancy = @Tenancy(root = shop.customers.Customer.class, column = \"customer_id\"))"
                                + " package shop; import dev.tenon.annotation.*;")
                .source("shop/customers/Kind.java", "package shop.customers; public enum Kind { NEW, OLD }")
                .source("shop/customers/Customer.java", CUSTOMER)
                .compile();
        assertThat(customers.messages()).isEmpty();
        orders = module("orders", customers)
                .source("shop/orders/Order.java", ORDER)
                .compile();
        assertThat(orders.messages()).isEmpty();
    }

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
    void aClassThatTwoModulesDescribeInTwoWaysIsRefused() throws IOException {
        Path old = jar("old-customers.jar", customers);
        customers = recompiled(CUSTOMER.replace("String note", "String remark"));
        Javac.Result second = new Javac(folder.resolve("second"))
                .source("shop/customers/Kind.java", "package shop.customers; public enum Kind { NEW, OLD }")
                .source("shop/customers/Customer.java", CUSTOMER.replace("@TenantRoot", "@Table"))
                .source(
                        "shop/customers/Other.java",
                        "package shop.customers; " + IMPORTS + "@Table public record Other(@Id UUID id) {}")
                .compile();
        Javac.Result refused = app(old, second.classes());
        assertThat(texts(refused.errors()))
                .singleElement()
                .asString()
                .contains("[TN158] shop.customers.Customer is in", "old-customers.jar", "second/classes");
        assertThat(folder.resolve("migrations")).doesNotExist();
    }

    @Test
    void modulesWithMigrationsOfTheirOwnStayApart() throws IOException {
        Javac.Result first = owner(customers, orders);
        Javac.Result billing = module("billing", customers, orders, first)
                .source("billing/Invoice.java", "package billing; " + IMPORTS + "@Table record Invoice(@Id UUID id) {}")
                .option("-Atenon.migrations=" + folder.resolve("billing-migrations"))
                .compile();
        assertThat(billing.errors()).isEmpty();
        assertThat(billing.resource(CompiledSnapshot.RESOURCE))
                .contains("\"public.invoice\"")
                .doesNotContain("public.order", "public.customer");
    }

    @Test
    void ownModulesAreNotRead() {
        Javac.Result library = module("library")
                .source(
                        "library/Book.java",
                        "package library; " + IMPORTS + "@Table public record Book(@Id UUID id) {}")
                .option("-Atenon.modules=own")
                .compile();
        String alone = module("app", library)
                .source("app/Shelf.java", "package app; " + IMPORTS + "@Table record Shelf(@Id UUID id) {}")
                .compile()
                .resource(CompiledSnapshot.RESOURCE);
        assertThat(alone).contains("shelf").doesNotContain("book");
        assertThat(module("own", customers)
                        .source("app/Shelf.java", "package app; " + IMPORTS + "@Table record Shelf(@Id UUID id) {}")
                        .option("-Atenon.modules=own")
                        .compile()
                        .resource(CompiledSnapshot.RESOURCE))
                .contains("shelf")
                .doesNotContain("customer");
    }

    @Test
    void whatOnlyTheWholeCanTellIsAWarningInAPart() {
        Javac.Result plans = module("plans")
                .source(
                        "shop/plans/Plan.java",
                        "package shop.plans; " + IMPORTS
                                + "@TenantScoped public record Plan(@Id UUID id, @dev.tenon.annotation.Vector(3) float[] embedding) {}")
                .compile();
        assertThat(plans.errors()).isEmpty();
        assertThat(texts(plans.messages()))
                .anyMatch(text ->
                        text.contains("[TN301]") && text.contains("or the module with the migrations declares it"))
                .anyMatch(text -> text.contains("[TN210]"));
        assertThat(plans.resource(CompiledSnapshot.RESOURCE)).contains("\"unsettled\"", "TN301");
        Javac.Result whole = module("app", customers, plans)
                .source(
                        "shop/app/package-info.java",
                        "@Schema(extensions = \"vector\") package shop.app;" + " import dev.tenon.annotation.*;")
                .source(
                        "shop/app/Setting.java",
                        "package shop.app; " + IMPORTS
                                + "@Shared(reason = \"settings\") record Setting(@Id UUID id) {}")
                .option(generate())
                .compile();
        assertThat(whole.errors()).isEmpty();
        assertThat(whole.resource(CompiledSnapshot.RESOURCE)).contains("\"public.plan\"", "customer_id");
    }

    @Test
    void anErrorInAnotherModuleNamesItsClass() {
        Javac.Result plans = module("plans")
                .source(
                        "plans/Plan.java",
                        "package plans; " + IMPORTS + "@TenantScoped public record Plan(@Id UUID id) {}")
                .compile();
        assertThat(texts(app(plans.classes()).errors()))
                .singleElement()
                .asString()
                .contains("[TN301]", "plans.Plan");
    }

    @Test
    void modulesThatDeriveNamesInTwoWaysAreRefused() {
        Javac.Result other = module("other")
                .source("other/Thing.java", "package other; " + IMPORTS + "@Table public record Thing(@Id UUID id) {}")
                .option("-Atenon.naming=jpa")
                .compile();
        assertThat(texts(app(other.classes()).errors()))
                .singleElement()
                .asString()
                .contains("[TN157]", "other/classes was compiled with -Atenon.naming=jpa");
    }

    @Test
    void aModuleThatCannotBeReadIsRefused() throws IOException {
        try (Stream<Path> files = Files.list(orders.classes().resolve("dev/tenon/modules"))) {
            Files.writeString(
                    files.filter(file -> file.toString().endsWith(".json"))
                            .findFirst()
                            .orElseThrow(),
                    "{");
        }
        assertThat(texts(owner(customers, orders).errors()))
                .singleElement()
                .asString()
                .contains("[TN157]", "orders/classes");
    }

    @Test
    void aCompilationWithoutEntitiesOfItsOwnWritesNothing() {
        Javac.Result web = module("web", customers, orders)
                .source("web/Page.java", "package web; class Page {}")
                .compile();
        assertThat(web.messages()).isEmpty();
        assertThat(web.classes().resolve(CompiledSnapshot.RESOURCE)).doesNotExist();
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

    @Test
    void aReferenceToAnotherSchemaIsRefused() {
        Javac.Result first = owner(customers, orders);
        Javac.Result report = module("report", customers, first)
                .source(
                        "report/Sale.java",
                        "package report; " + IMPORTS
                                + "@Table record Sale(@Id UUID id, @References(shop.customers.Customer.class) UUID buyerId) {}")
                .compile();
        assertThat(texts(report.errors()))
                .singleElement()
                .asString()
                .contains("[TN113] shop.customers.Customer is an entity of another module");
    }

    private String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Javac.Result recompiled(String customer) {
        return module("customers")
                .source("shop/customers/Customer.java", customer)
                .compile();
    }

    /** What the owner says when it generates the next migration. */
    private String nextOf(Javac.Result... parts) {
        return nextOf(owner(parts));
    }

    private static String nextOf(Javac.Result whole) {
        assertThat(whole.errors()).isEmpty();
        return String.join("\n", texts(whole.messages()));
    }

    private static List<String> texts(List<Javac.Message> messages) {
        return messages.stream().map(Javac.Message::text).toList();
    }

    private Javac.Result owner(Javac.Result... parts) {
        return app(Stream.of(parts).map(Javac.Result::classes).toArray(Path[]::new));
    }

    private Javac.Result app(Path... parts) {
        Javac javac = new Javac(folder.resolve("app"));
        for (Path part : parts) {
            javac.classPath(part);
        }
        return javac.source("app/Main.java", "package app; class Main {}")
                .option(generate())
                .compile();
    }

    private String[] generate() {
        return new String[] {"-Atenon.migrations=" + folder.resolve("migrations"), "-Atenon.generate=next"};
    }

    /** An archive of the classes of modules; of files with the same name, as when shading, it has the first. */
    private Path jar(String name, Javac.Result... modules) throws IOException {
        Path jar = folder.resolve(name);
        Set<String> names = new HashSet<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Javac.Result module : modules) {
                try (Stream<Path> files = Files.walk(module.classes())) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        String entry = module.classes().relativize(file).toString();
                        if (names.add(entry)) {
                            zip.putNextEntry(new ZipEntry(entry));
                            zip.write(Files.readAllBytes(file));
                        }
                    }
                }
            }
        }
        return jar;
    }

    private List<Path> migrations() throws IOException {
        try (var files = Files.list(folder.resolve("migrations"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    private Javac module(String name, Javac.Result... dependencies) {
        Javac javac = new Javac(folder.resolve(name));
        for (Javac.Result dependency : dependencies) {
            javac.classPath(dependency.classes());
        }
        return javac;
    }
}
