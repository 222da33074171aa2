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
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a database generated from imported sources lacks is a leftover. */
class LeftoverInventoryTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void everyDifferenceOfTheNewDatabaseIsALeftover(int version) throws IOException, SQLException {
        DevPostgres server = DevPostgres.version(version);
        try (TestDatabase first = server.database();
                Connection original = first.connection()) {
            for (String line : Script.named("leftovers")
                    .replace("DBNAME", first.name())
                    .lines()
                    .toList()) {
                if (!line.startsWith("--")) {
                    Script.execute(original, line);
                }
            }
            try {
                compare(server, original);
            } finally {
                Script.execute(original, "DROP SUBSCRIPTION IF EXISTS olds");
            }
        }
    }

    private void compare(DevPostgres server, Connection original) throws IOException, SQLException {
        EntitySources sources = EntitySources.of(DatabaseReader.read(original), "imported", EntityStyle.RECORD);
        MigrationDraft draft = MigrationDraft.of(Schema.EMPTY, Compiled.of(sources.files(), folder), Set.of());
        assertThat(draft.findings()).isEmpty();
        try (TestDatabase second = server.database();
                Connection recreated = second.connection()) {
            for (Step step : draft.steps()) {
                for (Statement statement : step.statements()) {
                    Script.execute(recreated, statement.sql());
                }
            }
            assertThat(unnamed(CatalogInventory.of(original), CatalogInventory.of(recreated), sources.leftovers()))
                    .isEmpty();
        }
    }

    private static List<String> unnamed(
            Set<CatalogInventory.Row> before, Set<CatalogInventory.Row> after, List<Leftover> leftovers) {
        Set<CatalogInventory.Row> lost = new TreeSet<>(before);
        lost.removeAll(after);
        Set<CatalogInventory.Row> added = new TreeSet<>(after);
        added.removeAll(before);
        List<String> unnamed = new java.util.ArrayList<>();
        lost.stream().filter(row -> !named(row, leftovers)).forEach(row -> unnamed.add("lost " + row));
        added.stream().filter(row -> !named(row, leftovers)).forEach(row -> unnamed.add("added " + row));
        return unnamed;
    }

    private static boolean named(CatalogInventory.Row row, List<Leftover> leftovers) {
        return leftovers.stream().anyMatch(leftover -> row.isNamed(leftover.identity()));
    }
}
