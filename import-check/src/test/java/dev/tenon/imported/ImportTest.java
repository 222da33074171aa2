package dev.tenon.imported;

import dev.tenon.testing.postgres.DevPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases in the style of real products become sources, and the sources make the same databases again. */
class ImportTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"billing", "shop", "chat", "cms", "search", "hostile"})
    void theSourcesOfADatabaseMakeItAgain(String name) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.shared(), name, folder);
    }

    @ParameterizedTest
    @CsvSource({"15, billing", "15, hostile", "16, chat", "18, shop", "18, cms"})
    void soTheyDoOnOtherServers(int version, String name) throws IOException, SQLException {
        RoundTrip.run(DevPostgres.version(version), name, folder);
    }
}
