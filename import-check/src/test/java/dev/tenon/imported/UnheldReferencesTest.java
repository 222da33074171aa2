package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References to objects that become no entity have a warning, and do not prevent the import of the rest. */
@PostgresTest
class UnheldReferencesTest {

    @Test
    void whatLeadsToNoEntityIsListedAndTheRestCompiles(Connection connection, @TempDir Path folder)
            throws IOException, SQLException {
        Script.execute(connection, """
                CREATE TABLE flyway_schema_history (installed_rank integer PRIMARY KEY);
                CREATE TABLE after_history (a integer REFERENCES flyway_schema_history);
                COMMENT ON CONSTRAINT after_history_a_fkey ON after_history IS 'which one';
                COMMENT ON CONSTRAINT flyway_schema_history_pkey ON flyway_schema_history IS 'a key';
                CREATE TABLE whole (id integer, k integer, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
                CREATE TABLE part PARTITION OF whole FOR VALUES IN (1);
                CREATE TABLE parted PARTITION OF whole FOR VALUES IN (2) PARTITION BY LIST (id);
                CREATE TABLE part_of_part PARTITION OF parted FOR VALUES IN (5);
                ALTER TABLE part ADD CONSTRAINT own_key UNIQUE (id);
                CREATE TABLE pointer (id integer, k integer,
                    CONSTRAINT by_own_key FOREIGN KEY (id) REFERENCES part (id),
                    CONSTRAINT by_deep FOREIGN KEY (id, k) REFERENCES part_of_part (id, k),
                    FOREIGN KEY (k, id) REFERENCES part (k, id),
                    FOREIGN KEY (k, id) REFERENCES whole (k, id));
                COMMENT ON CONSTRAINT by_own_key ON pointer IS 'alone';
                CREATE SEQUENCE numbers OWNED BY part.id;""");
        for (EntityStyle style : EntityStyle.values()) {
            EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "imported", style);
            assertThat(sources.leftovers())
                    .as(style.name())
                    .extracting(Leftover::description)
                    .containsExactlyInAnyOrder(
                            "constraint after_history.after_history_a_fkey refers to flyway_schema_history, which"
                                    + " is not imported as an entity",
                            "constraint pointer.by_deep: reference FOREIGN KEY (id, k) REFERENCES"
                                    + " public.part_of_part(id, k)",
                            "constraint pointer.by_own_key: comment alone",
                            "constraint pointer.by_own_key: reference FOREIGN KEY (id) REFERENCES public.part(id)",
                            "constraint pointer.pointer_k_id_fkey: reference FOREIGN KEY (k, id) REFERENCES"
                                    + " public.part(k, id)",
                            "object after_history_comment on after_history_a_fkey belongs to an object that is not"
                                    + " imported as an entity: COMMENT ON"
                                    + " CONSTRAINT after_history_a_fkey ON public.after_history IS 'which one'",
                            "object flyway_schema_history_comment on flyway_schema_history_pkey reads"
                                    + " flyway_schema_history, which is not imported",
                            "partition whole.parted: partitioning PARTITION BY LIST (id)",
                            "sequence numbers belongs to column id of part, which is not imported as an entity",
                            "table public.part_of_part of public.parted: FOR VALUES IN (5)",
                            "table flyway_schema_history is the history table of another migration tool");
            MigrationDraft draft = MigrationDraft.of(
                    Schema.EMPTY,
                    Compiled.of(sources.files(), sources.naming(), folder.resolve(style.name())),
                    Set.of());
            assertThat(draft.findings()).as(style.name()).isEmpty();
            try (TestDatabase recreated = DevPostgres.shared().database();
                    Connection again = recreated.connection()) {
                for (Step step : draft.steps()) {
                    for (Statement statement : step.statements()) {
                        Script.execute(again, statement.sql());
                    }
                }
            }
        }
    }
}
