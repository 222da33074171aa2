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
            strings = {
                "collations",
                "attributes-of-partitions",
                "converted-from-computed",
                "converted-in-partitions",
                "converted-together",
                "converted-under-odd-names",
                "converted-while-written",
                "converted-without-a-word",
                "filled-with-literals",
                "former-names-of-nothing",
                "keys-under-others",
                "labels-in-views",
                "moved-with-its-numbers",
                "names-in-a-chain",
                "names-in-a-circle",
                "numbers-go-on",
                "numbers-of-other-types",
                "mappings-of-words",
                "renamed-and-computed",
                "renamed-and-converted",
                "routines-of-tables",
                "tenancy-afterwards",
                "results-computed-again",
                "results-of-another-type",
                "results-that-are-no-longer-unique",
                "types-in-a-chain",
                "types-in-expressions",
                "vectors",
                "partitions-from-the-default-one"
            })
    void valuesAreRightAfterEachVersion(String name, DataSource database, @TempDir Path folder)
            throws IOException, SQLException {
        new ScenarioRun(database, folder).run(Scenario.named(name));
    }
}
