package dev.tenon.imported;

import dev.tenon.testing.postgres.DevPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases in the style of real products are imported in every style, and the sources recreate the same databases. */
class ImportTest {

    private static final List<String> DATABASES = List.of(
            "billing",
            "shop",
            "chat",
            "cms",
            "search",
            "legacy",
            "grown",
            "objects",
            "altered",
            "rare",
            "hostile",
            "partitions",
            "bodies",
            "words");

    @TempDir
    Path folder;

    static List<String> everyDatabase() {
        return DATABASES;
    }

    static Stream<Arguments> everyDatabaseOnEveryOtherServer() {
        return Stream.of(15, 16, 18).flatMap(version -> DATABASES.stream().map(name -> Arguments.of(version, name)));
    }

    @ParameterizedTest
    @MethodSource("everyDatabase")
    void theSourcesRecreateTheDatabase(String name) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.shared(), Script.named(name), folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void theSourcesRecreateForeignTables(int version) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.version(version), Script.named("foreign"), folder);
    }

    @Test
    void theSourcesRecreateWhatPostgreSQL18Has() throws IOException, SQLException {
        RoundTrip.run(DevPostgres.version(18), Script.named("eighteen"), folder);
    }

    @ParameterizedTest
    @MethodSource("everyDatabaseOnEveryOtherServer")
    void theSourcesRecreateTheDatabaseOnOtherServers(int version, String name) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.version(version), Script.withoutVectors(name), folder);
    }
}
