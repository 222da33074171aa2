package dev.tenon.imported;

import dev.tenon.testing.postgres.DevPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases in the style of real products become sources of every style, and the sources make the same databases again. */
class ImportTest {

    private static final List<String> DATABASES = List.of(
            "billing", "shop", "chat", "cms", "search", "legacy", "grown", "objects", "altered", "rare", "hostile");

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
    void theSourcesOfADatabaseMakeItAgain(String name) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.shared(), Script.named(name), folder);
    }

    @ParameterizedTest
    @MethodSource("everyDatabaseOnEveryOtherServer")
    void soTheyDoOnOtherServers(int version, String name) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.version(version), Script.withoutVectors(name), folder);
    }
}
