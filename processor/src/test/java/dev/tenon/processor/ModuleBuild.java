package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.io.TempDir;

/** Compilations of several modules: customers, orders, and the application that owns the migrations. */
abstract class ModuleBuild {

    static final String IMPORTS =
            "import dev.tenon.annotation.*; import java.util.*; import org.jspecify.annotations.*; ";

    static final String CUSTOMER = "package shop.customers; " + IMPORTS
            + "@TenantRoot public record Customer(@Id UUID id, @Nullable String note, Kind kind) {}";

    static final String ORDER = "package shop.orders; " + IMPORTS
            + "import shop.customers.Customer; @TenantScoped public record Order(@Id UUID id,"
            + " @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) UUID buyerId) {}";

    @TempDir
    Path folder;

    Javac.Result customers;
    Javac.Result orders;

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

    String read(String path) {
        try {
            return Files.readString(folder.resolve(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Javac.Result recompiled(String customer) {
        return module("customers")
                .source("shop/customers/Customer.java", customer)
                .compile();
    }

    /** What the owner says when it generates the next migration. */
    String nextOf(Javac.Result... parts) {
        return nextOf(owner(parts));
    }

    static String nextOf(Javac.Result whole) {
        assertThat(whole.errors()).isEmpty();
        return String.join("\n", texts(whole.messages()));
    }

    static List<String> texts(List<Javac.Message> messages) {
        return messages.stream().map(Javac.Message::text).toList();
    }

    Javac.Result owner(Javac.Result... parts) {
        return app(Stream.of(parts).map(Javac.Result::classes).toArray(Path[]::new));
    }

    Javac.Result app(Path... parts) {
        Javac javac = new Javac(folder.resolve("app"));
        for (Path part : parts) {
            javac.classPath(part);
        }
        return javac.source("app/Main.java", "package app; class Main {}")
                .option(generate())
                .compile();
    }

    String[] generate() {
        return new String[] {"-Atenon.migrations=" + folder.resolve("migrations"), "-Atenon.generate=next"};
    }

    /** An archive of the classes of modules; of files with the same name, as when shading, it has the first. */
    Path jar(String name, Javac.Result... modules) throws IOException {
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

    List<Path> migrations() throws IOException {
        try (var files = Files.list(folder.resolve("migrations"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    Javac module(String name, Javac.Result... dependencies) {
        Javac javac = new Javac(folder.resolve(name));
        for (Javac.Result dependency : dependencies) {
            javac.classPath(dependency.classes());
        }
        return javac;
    }
}
