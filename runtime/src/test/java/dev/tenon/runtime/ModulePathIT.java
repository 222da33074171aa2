package dev.tenon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Schema;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a named module migrates at its start, with the packaged library on the module path. */
class ModulePathIT {

    private static final String MODULE = """
            module shop {
                requires dev.tenon.runtime;
                requires java.sql;
                requires java.naming;
                requires org.postgresql.jdbc;
                opens db.migrations;
                opens db.migrations.meta;
            }
            """;

    private static final String APPLICATION = """
            package shop;
            public final class Main {
                public static void main(String[] arguments) {
                    var source = new org.postgresql.ds.PGSimpleDataSource();
                    source.setUrl(arguments[0]);
                    var result = dev.tenon.runtime.Tenon.configure()
                            .dataSource(source)
                            .classLoader(Main.class.getClassLoader())
                            .load()
                            .migrate();
                    System.out.println(Main.class.getModule() + ", " + dev.tenon.runtime.Tenon.class.getModule() + ": "
                            + result.after().text());
                }
            }
            """;

    @TempDir
    private Path temp;

    @Test
    void aNamedModuleMigratesWithItsOwnMigrations() throws Exception {
        Path shop = compile();
        new MigrationsFolder(shop.resolve("db/migrations")).generate("init", ShopSchema.of("customer"));
        try (Scratch scratch = Scratch.create()) {
            assertThat(run(shop, scratch))
                    .contains(
                            "module shop, module dev.tenon.runtime: Migration state: 1 applied, 1 expected, 0 pending");
            assertThat(scratch.text("SELECT count(*) FROM customer")).isEqualTo("0");
        }
    }

    private Path compile() throws IOException {
        Path sources = Files.createDirectories(temp.resolve("sources/shop"));
        Path module = Files.writeString(sources.resolveSibling("module-info.java"), MODULE);
        Path application = Files.writeString(sources.resolve("Main.java"), APPLICATION);
        Path classes = temp.resolve("classes");
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-Xlint:-opens",
                        "-d",
                        classes.toString(),
                        "--module-path",
                        libraries().collect(Collectors.joining(File.pathSeparator)),
                        module.toString(),
                        application.toString());
        assertThat(result).isZero();
        return classes;
    }

    private static String run(Path shop, Scratch scratch) throws IOException, InterruptedException, SQLException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        Stream.concat(libraries(), Stream.of(shop.toString()))
                                .collect(Collectors.joining(File.pathSeparator)),
                        "--module",
                        "shop/shop.Main",
                        scratch.database().jdbcUrl())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** Returns the packaged library and its dependencies, from the class path of this JVM. */
    private static Stream<String> libraries() {
        return Stream.of(
                        Tenon.class.getName(),
                        Schema.class.getName(),
                        "org.postgresql.Driver",
                        "com.fasterxml.jackson.core.JsonFactory")
                .map(ModulePathIT::place);
    }

    private static String place(String of) {
        try {
            String place = Class.forName(of)
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .getPath();
            assertThat(place).as("where " + of + " comes from").endsWith(".jar");
            return place;
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }
}
