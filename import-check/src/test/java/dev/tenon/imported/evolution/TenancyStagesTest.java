package dev.tenon.imported.evolution;

import dev.tenon.testing.postgres.PostgresTest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables in use become tenant-scoped stage by stage, while statements of a version without tenants go on. */
@PostgresTest
class TenancyStagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"tenancy-in-stages", "tenancy-afterwards-in-stages", "tenancy-of-rows-without-one"})
    void formerVersionGoesOn(String name, DataSource database, @TempDir Path folder) throws IOException, SQLException {
        new ScenarioRun(database, folder).run(Scenario.named(name));
    }
}
