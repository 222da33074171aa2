package dev.tenon.imported.evolution;

import dev.tenon.testing.postgres.PostgresTest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities change while their tables have rows and other sessions write; all values are correct afterwards. */
@PostgresTest
class EvolutionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"collations","vectors","converted-while-written"})
    void valuesAreRightAfterEachVersion(String name, DataSource database, @TempDir Path folder)
            throws IOException, SQLException {
        new ScenarioRun(database, folder).run(Scenario.named(name));
    }
}
