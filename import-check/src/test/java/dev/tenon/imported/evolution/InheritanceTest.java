package dev.tenon.imported.evolution;

import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that inherit from each other change together; the oldest and the newest server differ in NOT NULL. */
class InheritanceTest {

    @ParameterizedTest
    @MethodSource("scenariosAndVersions")
    void relatedTablesAreRightAfterEachVersion(String name, int version, @TempDir Path folder)
            throws IOException, SQLException {
        try (TestDatabase database = DevPostgres.version(version).database()) {
            new ScenarioRun(database.dataSource(), folder).run(Scenario.named(name));
        }
    }

    static Stream<Arguments> scenariosAndVersions() {
        return Stream.of("inheritance-begins-and-ends", "inherited-columns", "inherited-in-place")
                .flatMap(name -> List.of(15, 18).stream().map(version -> Arguments.of(name, version)));
    }
}
