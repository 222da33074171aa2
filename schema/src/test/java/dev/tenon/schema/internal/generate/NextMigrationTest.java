package dev.tenon.schema.internal.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next migration, from compiled snapshots to files on disk. */
class NextMigrationTest {

    @TempDir
    Path temp;

    @Test
    void whatIsWrittenIsInOrderAndLeavesNothingToWrite() {
        MigrationDirectory directory = MigrationDirectory.at(temp.resolve("db"));
        for (List<String> columns : List.of(List.of("a"), List.of("a", "b"), List.of("a", "b", "c"))) {
            CompiledSnapshot compiled = compiled(columns);
            NextMigration next = next(directory, compiled);
            assertThat(next.draft().findings()).isEmpty();
            next.write(directory, "columns_" + columns.size());
            assertThat(directory.check()).isEmpty();
            assertThat(directory.snapshot()).isEqualTo(compiled.schema());
            assertThat(next(directory, compiled).draft().isEmpty()).isTrue();
        }
        assertThat(directory.migrations()).hasToString("[0001_columns_1, 0002_columns_2, 0003_columns_3]");
    }

    @Test
    void itFollowsWhatAuthorsWroteByHand() throws IOException {
        MigrationDirectory directory = MigrationDirectory.at(temp);
        Files.writeString(temp.resolve("0001_roles.sql"), "CREATE ROLE reader;\n");
        assertThat(next(directory, compiled(List.of("a"))).write(directory, "init"))
                .hasToString("0002_init");
        Path init = temp.resolve("0002_init.sql");
        Files.writeString(init, Files.readString(init) + "-- tenon:manual\nINSERT INTO note VALUES ('a');\n");
        assertThat(next(directory, compiled(List.of("a", "b"))).write(directory, "more"))
                .hasToString("0003_more");
        assertThat(directory.check()).isEmpty();
        assertThat(directory.journal().entries().get(1).manual()).isPresent();
    }

    private static NextMigration next(MigrationDirectory directory, CompiledSnapshot compiled) {
        return NextMigration.next(directory, compiled, Set.of());
    }

    private static CompiledSnapshot compiled(List<String> names) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("id", ColumnType.builtin("uuid"))));
        names.forEach(
                name -> columns.add(Column.of(name, ColumnType.builtin("text")).withNullable(true)));
        Table table = Table.of(QualifiedName.parse("public.note"), columns)
                .withConstraints(List.of(new Constraint.PrimaryKey("note_pkey", List.of("id"))));
        Schema schema = new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(table),
                Optional.empty());
        return new CompiledSnapshot(schema, MigrationHints.NONE, Map.of());
    }
}
