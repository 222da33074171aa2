package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.cli.importer.ImportStyle;
import dev.tenon.cli.importer.annotation.NullabilityStyle;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseContent;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.runtime.internal.verify.Verification;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Schema;
import dev.tenon.schema.internal.derive.NamingStrategy;
import dev.tenon.schema.internal.generate.MigrationDraft;
import dev.tenon.schema.internal.plan.statement.Statement;
import dev.tenon.schema.internal.plan.statement.Step;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A round trip from a database to sources and back. */
final class RoundTrip {

    /** Every style of entities, and every other option in one of them; random databases combine them. */
    private static final List<ImportStyle> STYLES = List.of(
            ImportStyle.of(EntityStyle.RECORD),
            new ImportStyle(EntityStyle.CLASS, Optional.of(NamingStrategy.IDENTITY), true, NullabilityStyle.JSPECIFY),
            new ImportStyle(EntityStyle.JPA, Optional.of(NamingStrategy.JPA), true, NullabilityStyle.COLUMN));

    private final DevPostgres server;
    private final Connection original;
    private final DatabaseContent content;
    private final List<String> dump;

    /** Starts from a database of the server, through the connection. */
    RoundTrip(DevPostgres server, TestDatabase first, Connection original) throws IOException, SQLException {
        this.server = server;
        this.original = original;
        this.content = DatabaseReader.read(original);
        this.dump = dump(first);
    }

    /** Recreates the database of a script from its sources of each style. */
    static void run(DevPostgres server, String script, Path folder) throws IOException, SQLException {
        try (TestDatabase first = server.database();
                Connection original = first.connection()) {
            Script.execute(original, script);
            everyStyle(server, first, original, folder);
        }
    }

    /** Recreates a database of the server from its sources of each style. */
    static void everyStyle(DevPostgres server, TestDatabase first, Connection original, Path folder)
            throws IOException, SQLException {
        RoundTrip trip = new RoundTrip(server, first, original);
        for (ImportStyle style : STYLES) {
            trip.recreate(style, folder.resolve(style.entities().name()));
        }
    }

    /** Recreates the database from its sources of that style. */
    void recreate(ImportStyle style, Path folder) throws IOException, SQLException {
        EntitySources sources = EntitySources.of(content, "imported", style);
        assertThat(sources.leftovers()).as("what %s sources do not say", style).isEmpty();
        CompiledSnapshot compiled = Compiled.of(sources.files(), sources.naming(), folder);
        MigrationDraft draft = MigrationDraft.of(Schema.EMPTY, compiled, Set.of());
        assertThat(draft.findings()).isEmpty();
        assertThat(Verification.verify(original, draft.snapshot(), true).differences())
                .as("the first database and the %s sources", style)
                .isEmpty();
        try (TestDatabase second = server.database();
                Connection recreated = second.connection()) {
            for (Step step : draft.steps()) {
                for (Statement statement : step.statements()) {
                    Script.execute(recreated, statement.sql());
                }
            }
            assertThat(Verification.verify(recreated, draft.snapshot(), true).differences())
                    .as("the second database and the %s sources", style)
                    .isEmpty();
            assertThat(DatabaseReader.read(recreated))
                    .as("read from both, %s", style)
                    .isEqualTo(content);
            assertThat(dump(second)).as("dumped from both, %s", style).isEqualTo(dump);
        }
    }

    private List<String> dump(TestDatabase database) throws IOException, SQLException {
        int version = original.getMetaData().getDatabaseMajorVersion();
        return PgDump.reads(version) ? PgDump.sorted(database) : List.of();
    }
}
