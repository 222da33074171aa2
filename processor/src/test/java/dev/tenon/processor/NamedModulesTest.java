package dev.tenon.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.CompiledSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities in several named modules make one schema; no two modules have a package in common. */
class NamedModulesTest {

    private static final String IMPORTS = "import dev.tenon.annotation.*; import java.util.*; ";

    @TempDir
    Path folder;

    @Test
    void theOwnerHasTheEntitiesOfNamedAndAutomaticModules() throws IOException {
        Path customers = compile(
                "customers",
                List.of(),
                Map.of(
                        "module-info.java",
                        "module shop.customers { requires static java.compiler; requires dev.tenon.annotation; exports shop.customers; }",
                        "shop/customers/Customer.java",
                        "package shop.customers; " + IMPORTS
                                + "@Table public record Customer(@Id UUID id, String name) {}"));
        Path orders = jar(
                "shop.orders",
                compile(
                        "orders",
                        List.of(customers),
                        Map.of(
                                "module-info.java",
                                "module shop.orders { requires static java.compiler; requires transitive dev.tenon.annotation;"
                                        + " requires shop.customers; exports shop.orders; }",
                                "shop/orders/Order.java",
                                "package shop.orders; " + IMPORTS + "import shop.customers.Customer;"
                                        + "@Table public record Order(@Id UUID id, @References(Customer.class) UUID buyerId) {}")));
        Path plain = jar(
                "shop.plain",
                compile(
                        "plain",
                        List.of(),
                        Map.of(
                                "shop/plain/Plain.java",
                                "package shop.plain; " + IMPORTS + "@Table public record Plain(@Id UUID id) {}")));
        Path app = compile(
                "app",
                List.of(customers, orders, plain),
                Map.of(
                        "module-info.java",
                        "module shop.app { requires shop.orders; requires shop.plain; }",
                        "shop/app/Main.java",
                        "package shop.app; class Main {}"));
        assertThat(Files.readString(app.resolve(CompiledSnapshot.RESOURCE)))
                .contains("\"public.customer\"", "\"public.order\"", "\"public.plain\"", "\"order_buyer_id_fkey\"");
    }

    /** Compiles a named module, or, without a declaration, one for the class path. */
    private Path compile(String name, List<Path> dependencies, Map<String, String> sources) throws IOException {
        Path classes = folder.resolve(name).resolve("classes");
        List<Path> path = new ArrayList<>(dependencies);
        // The annotations as the published jar, which declares its module name.
        path.add(jar("dev.tenon.annotation", UserClassPath.ENTRIES.get(0)));
        List<String> arguments = new ArrayList<>(List.of(
                "-d",
                classes.toString(),
                sources.containsKey("module-info.java") ? "--module-path" : "--class-path",
                path.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator)),
                "--processor-path",
                System.getProperty("java.class.path"),
                "-processor",
                TenonProcessor.class.getName(),
                "-Atenon.pending=ignore"));
        if (name.equals("app")) {
            arguments.add("-Atenon.migrations=" + folder.resolve("migrations"));
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(name).resolve("src").resolve(source.getKey());
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        assertThat(run("javac", arguments)).isEmpty();
        return classes;
    }

    /** An archive, with a module name in its manifest in case it declares none. */
    private Path jar(String module, Path classes) throws IOException {
        if (!Files.isDirectory(classes)) {
            return classes;
        }
        Path manifest = Files.writeString(folder.resolve(module + ".txt"), "Automatic-Module-Name: " + module + "\n");
        Path jar = folder.resolve(module + ".jar");
        assertThat(run("jar", List.of("-cfm", jar.toString(), manifest.toString(), "-C", classes.toString(), ".")))
                .isEmpty();
        return jar;
    }

    private static String run(String tool, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst(tool).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        return code == 0 ? "" : said.toString();
    }
}
