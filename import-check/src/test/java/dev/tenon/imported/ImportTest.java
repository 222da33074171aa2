package dev.tenon.imported;

import dev.tenon.runtime.cli.entities.Style;
import dev.tenon.testing.postgres.DevPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases in the style of real products become sources of every style, and the sources make the same databases again. */
class ImportTest {

    private static final List<String> DATABASES =
            List.of("billing", "shop", "chat", "cms", "search", "legacy", "hostile");

    @TempDir
    Path folder;

    static Stream<Arguments> everyDatabaseInEveryStyle() {
        return DATABASES.stream()
                .flatMap(name -> Arrays.stream(Style.values()).map(style -> Arguments.of(name, style)));
    }

    static Stream<Arguments> everyDatabaseOnEveryOtherServer() {
        return Stream.of(15, 16, 18)
                .flatMap(version ->
                        everyDatabaseInEveryStyle().map(each -> Arguments.of(version, each.get()[0], each.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("everyDatabaseInEveryStyle")
    void theSourcesOfADatabaseMakeItAgain(String name, Style style) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.shared(), Script.named(name), style, folder);
    }

    @ParameterizedTest
    @MethodSource("everyDatabaseOnEveryOtherServer")
    void soTheyDoOnOtherServers(int version, String name, Style style) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.version(version), Script.withoutVectors(name), style, folder);
    }
}
