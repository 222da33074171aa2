package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sources of realistic schemas look like those below {@code src/test/golden}, and recreate the schema. {@code
 * -Dtenon.golden=write} rewrites them.
 */
class GoldenSourcesTest {

    private static final Path GOLDEN = Path.of("src/test/golden");

    @TempDir
    private Path folder;

    static Stream<Arguments> schemas() {
        return Stream.of(
                Arguments.of("saas", style(EntityStyle.RECORD, false, NullabilityStyle.OPTIONAL)),
                Arguments.of("node", style(EntityStyle.CLASS, false, NullabilityStyle.JSPECIFY)),
                Arguments.of("rails", style(EntityStyle.JPA, true, NullabilityStyle.OPTIONAL)));
    }

    @Test
    void sourcesOfTenantsLookAsIfWrittenByHand() throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.shared().database();
                Connection connection = database.connection()) {
            Path golden = GOLDEN.resolve("tenants");
            Script.execute(connection, Files.readString(golden.resolve("schema.sql")));
            assertGolden(TenancyImportTest.tenants(connection, "account_id", EntityStyle.RECORD), golden);
        }
    }

    private static void assertGolden(EntitySources sources, Path golden) throws IOException {
        if ("write".equals(System.getProperty("tenon.golden"))) {
            write(sources.files(), golden);
        }
        assertThat(sources.files()).isEqualTo(read(golden));
    }

    private static ImportStyle style(EntityStyle entities, boolean singular, NullabilityStyle nullability) {
        return new ImportStyle(entities, Optional.empty(), singular, nullability);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void sourcesLookAsIfWrittenByHand(String name, ImportStyle style) throws IOException, SQLException {
        DevPostgres server = DevPostgres.shared();
        try (TestDatabase database = server.database();
                Connection connection = database.connection()) {
            Path golden = GOLDEN.resolve(name);
            Script.execute(connection, Files.readString(golden.resolve("schema.sql")));
            assertGolden(EntitySources.of(DatabaseReader.read(connection), "imported", style), golden);
            new RoundTrip(server, database, connection).recreate(style, folder);
        }
    }

    private static void write(Map<String, String> sources, Path golden) throws IOException {
        for (Path stale : javaFiles(golden)) {
            Files.delete(stale);
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = golden.resolve(source.getKey());
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, source.getValue());
        }
    }

    private static Map<String, String> read(Path golden) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (Path file : javaFiles(golden)) {
            sources.put(golden.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return sources;
    }

    private static Iterable<Path> javaFiles(Path golden) throws IOException {
        try (Stream<Path> files = Files.walk(golden)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
