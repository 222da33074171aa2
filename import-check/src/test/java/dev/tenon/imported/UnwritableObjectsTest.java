package dev.tenon.imported;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.cli.importer.EntitySources;
import dev.tenon.cli.importer.EntityStyle;
import dev.tenon.runtime.Tenon;
import dev.tenon.runtime.internal.catalog.leftover.DatabaseReader;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.internal.generate.NextMigration;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.PostgresTest;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Java sources cannot say is listed, and the rest compiles. */
@PostgresTest
class UnwritableObjectsTest {

    private static final String DATABASE = """
            CREATE TABLE plain (id int PRIMARY KEY);
            CREATE TABLE "ta\tb" (id int PRIMARY KEY);
            CREATE TABLE lines (id int PRIMARY KEY, "new\nline" int);
            CREATE TABLE child (id int PRIMARY KEY, parent int REFERENCES "ta\tb");
            CREATE VIEW of_tab AS SELECT id FROM "ta\tb";
            CREATE TYPE mood AS ENUM ('fine', 'a\nb');
            CREATE TABLE person (id int PRIMARY KEY, mood mood, moods mood[]);
            CREATE TABLE long_default (id int PRIMARY KEY, text text DEFAULT 'LONG');
            CREATE FUNCTION long_body() RETURNS text LANGUAGE sql AS $$ SELECT 'LONG' $$;
            CREATE VIEW long_view AS SELECT 'LONG'::text AS text;
            CREATE VIEW over_long_view AS SELECT text FROM long_view;""";

    @Test
    void theRestIsAdopted(TestDatabase database, Connection connection, @TempDir Path folder)
            throws IOException, SQLException {
        Script.execute(connection, DATABASE.replace("LONG", "é".repeat(33_000)));
        EntitySources sources = EntitySources.of(DatabaseReader.read(connection), "imported", EntityStyle.RECORD);
        assertThat(sources.leftovers())
                .extracting(Leftover::kind, Leftover::identity)
                .extracting(Object::toString)
                .containsExactlyInAnyOrder(
                        "(\"foreign key\", \"constraint public.child.child_parent_fkey\")",
                        "(\"unwritable\", \"enum public.mood\")",
                        "(\"unwritable\", \"object public.long_body\")",
                        "(\"unwritable\", \"table public.lines\")",
                        "(\"unwritable\", \"table public.long_default\")",
                        "(\"unwritable\", \"table public.person\")",
                        "(\"unwritable\", \"table public.ta\tb\")",
                        "(\"unwritable\", \"view public.long_view\")",
                        "(\"view\", \"view public.of_tab\")",
                        "(\"view\", \"view public.over_long_view\")");
        MigrationDirectory directory = MigrationDirectory.at(folder.resolve("migrations"));
        NextMigration.next(directory, Compiled.of(sources.files(), sources.naming(), folder), Set.of())
                .write(directory, "baseline");
        Tenon tenon = Tenon.configure()
                .dataSource(database.dataSource())
                .migrations(folder.resolve("migrations"))
                .listener(event -> {})
                .load();
        tenon.baselineAcceptingLeftovers(condition -> {});
        assertThat(tenon.verifyStrictly().differences()).isEmpty();
    }
}
