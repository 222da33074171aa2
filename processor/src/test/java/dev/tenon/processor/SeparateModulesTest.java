package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Modules that do not fit together are refused, and those that do not belong together stay apart. */
class SeparateModulesTest extends ModuleBuild {

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
}
