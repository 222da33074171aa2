package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.testing.postgres.PostgresTest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A removed or changed attribute that the model does not support is reported as a difference. */
@PostgresTest
class AlterationTest {

    @Test
    void removedAttributesAreReported(Connection connection, @TempDir Path folder) throws IOException, SQLException {
        Script.execute(connection, Script.named("altered"));
        EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        CompiledSnapshot compiled = Compiled.of(sources.files(), sources.naming(), folder);
        Schema snapshot = MigrationDraft.of(Schema.EMPTY, compiled, Set.of()).snapshot();
        assertThat(differences(connection, snapshot)).isEmpty();

        Script.execute(connection, "ALTER TABLE more_note NO INHERIT \"Note\"");
        Script.execute(connection, "COMMENT ON POLICY own ON keeper IS NULL");
        assertThat(differences(connection, snapshot))
                .extracting(Difference::toString)
                .contains("object keeper_comment on own is missing", "object more_note_inherits is missing");
        Script.execute(connection, "ALTER TABLE apart DROP CONSTRAINT apart_id_fkey");
        assertThat(differences(connection, snapshot))
                .extracting(Difference::toString)
                .contains("object apart_add apart_id_fkey is missing");
        Script.execute(
                connection,
                "ALTER TABLE apart ADD CONSTRAINT apart_id_fkey FOREIGN KEY (id) REFERENCES parted_low ON DELETE CASCADE");
        assertThat(differences(connection, snapshot))
                .extracting(Difference::toString)
                .contains(
                        "object apart_add apart_id_fkey is missing",
                        "constraint apart.apart_id_fkey: reference is FOREIGN KEY (id) REFERENCES"
                                + " public.parted_low(id) ON DELETE CASCADE (not supported by snapshots)");
        Script.execute(
                connection,
                "ALTER TABLE apart DROP CONSTRAINT apart_id_fkey,"
                        + " ADD CONSTRAINT apart_id_fkey FOREIGN KEY (id) REFERENCES parted_low");
        Script.execute(connection, "ALTER TABLE more_note INHERIT \"Note\"");
        Script.execute(connection, "COMMENT ON POLICY own ON keeper IS 'ours'");
        assertThat(differences(connection, snapshot))
                .extracting(Difference::toString)
                .containsExactlyInAnyOrder(
                        "object keeper_comment on own is missing",
                        "policy keeper.own: comment is ours (not supported by snapshots)");
    }

    private static List<Difference> differences(Connection connection, Schema snapshot) throws SQLException {
        return Verification.verify(connection, snapshot, true).differences();
    }
}
