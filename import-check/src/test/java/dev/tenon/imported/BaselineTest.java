package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenon.cli.baseline.PreviousHistory;
import dev.tenon.cli.baseline.PreviousTool;
import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.StatusResult;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.TenonException;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that existed before Tenon is adopted unchanged. */
@PostgresTest
class BaselineTest {

    @Test
    void anImportedDatabaseHasNothingPendingAfterItsBaseline(
            TestDatabase database, Connection connection, @TempDir Path folder) throws IOException, SQLException {
        Script.execute(connection, Script.named("billing"));
        EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        CompiledSnapshot compiled = Compiled.of(sources.files(), sources.naming(), folder);
        MigrationDirectory directory = MigrationDirectory.at(folder.resolve("migrations"));
        NextMigration.next(directory, compiled, Set.of()).write(directory, "baseline");
        Tenon tenon = Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder.resolve("migrations"))
                .load();

        Script.execute(connection, "ALTER TABLE plan ALTER COLUMN code TYPE text");
        assertThatThrownBy(tenon::baseline).isInstanceOf(TenonException.class).hasMessageContaining("TN630");
        assertThat(tenon.status().applied()).isZero();
        Script.execute(connection, "ALTER TABLE plan ALTER COLUMN code TYPE varchar(40)");

        assertThatThrownBy(() -> tenon.baseline(new PreviousHistory(PreviousTool.FLYWAY, Map.of())))
                .hasMessageContaining("TN618");
        assertThat(tenon.status().applied()).isZero();

        StatusResult status = tenon.baseline();
        assertThat(status.isCurrent()).isTrue();
        assertThat(status.pending()).isZero();
        assertThat(tenon.migrate().applied()).isEmpty();
        assertThat(NextMigration.next(directory, compiled, Set.of()).draft().isEmpty())
                .isTrue();
        assertThatThrownBy(tenon::baseline).isInstanceOf(TenonException.class).hasMessageContaining("TN617");

        Script.execute(connection, "CREATE TABLE not_ours (id integer)");
        assertThat(tenon.verify().clean()).isTrue();
        assertThat(tenon.verifyStrictly().differences()).singleElement().hasToString("table not_ours is unexpected");
    }
}
