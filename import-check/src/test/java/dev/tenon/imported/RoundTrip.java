package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.catalog.LiveSchema;
import dev.tenon.runtime.catalog.WholeDatabase;
import dev.tenon.runtime.cli.entities.EntitySources;
import dev.tenon.runtime.cli.entities.Style;
import dev.tenon.runtime.verify.Verification;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.generate.Draft;
import dev.tenon.schema.plan.Statement;
import dev.tenon.schema.plan.Step;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** From a database to sources, from sources to a database. */
final class RoundTrip {

    private RoundTrip() {}

    /** Makes the database of a script twice on a server, the second time from the sources of the first. */
    static void run(DevPostgres server, String script, Style style, Path folder) throws IOException, SQLException {
        try (TestDatabase first = server.database();
                Connection original = first.connection()) {
            Script.execute(original, script);
            run(server, first, original, style, folder);
        }
    }

    /** Makes the database a second time, from its sources. */
    static void run(DevPostgres server, TestDatabase first, Connection original, Style style, Path folder)
            throws IOException, SQLException {
        try (TestDatabase second = server.database();
                Connection again = second.connection()) {
            LiveSchema live = WholeDatabase.read(original);
            EntitySources sources = EntitySources.of(live, "imported", style);
            assertThat(sources.leftovers()).as("what the sources do not say").isEmpty();
            CompiledSnapshot compiled = Compiled.of(sources.files(), folder);
            Draft draft = Draft.of(Schema.EMPTY, compiled, Set.of());
            assertThat(draft.findings()).isEmpty();
            for (Step step : draft.steps()) {
                for (Statement statement : step.statements()) {
                    Script.execute(again, statement.sql());
                }
            }
            assertThat(Verification.verify(original, draft.snapshot(), true).differences())
                    .as("the first database and the sources")
                    .isEmpty();
            assertThat(Verification.verify(again, draft.snapshot(), true).differences())
                    .as("the second database and the sources")
                    .isEmpty();
            assertThat(WholeDatabase.read(again)).isEqualTo(live);
            assertDumpsAreEqual(first, second, original);
        }
    }

    private static void assertDumpsAreEqual(TestDatabase first, TestDatabase second, Connection original)
            throws IOException, SQLException {
        int version = original.getMetaData().getDatabaseMajorVersion();
        if (PgDump.reads(version)) {
            assertThat(PgDump.sorted(second)).isEqualTo(PgDump.sorted(first));
        }
    }
}
