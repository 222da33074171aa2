package dev.tenon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.ShopSchema;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Table;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code tenon abandon} prints what it would do and lose, does it, and lets {@code drop} remove the migration. */
class AbandonCommandTest {

    @TempDir
    private Path temp;

    @Test
    void aHalfAppliedMigrationIsTakenBackAndDropped() throws SQLException {
        Table table = ShopSchema.table("customer");
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(Column.of("rank", ColumnType.builtin("integer")).withNullable(true));
        MigrationsFolder folder = new MigrationsFolder(temp).generate("init", ShopSchema.of(table));
        try (Scratch scratch = Scratch.create()) {
            Map<String, String> environment =
                    Map.of("DATABASE_URL", scratch.database().url());
            assertThat(run(environment, "migrate")).startsWith("0 ");
            assertThat(run(environment, "abandon")).isEqualTo("0 Nothing to abandon: no migration is half-applied\n");
            folder.add("rank", """
                    -- tenon:step 1
                    ALTER TABLE public.customer ADD COLUMN rank integer;

                    -- tenon:step 2 no-transaction
                    ANALYZE public.customer;
                    """, ShopSchema.of(table.withColumns(columns)));
            assertThat(run(environment, "migrate")).startsWith("0 ");
            scratch.execute("DELETE FROM tenon.history WHERE number = 2 AND step = 2");
            scratch.execute("INSERT INTO customer (id, name, rank) VALUES (1, 'a', 7)");

            assertThat(run(environment, "drop")).startsWith("1 ");
            assertThat(run(environment, "abandon", "--dry-run")).isEqualTo("""
                    0 -- abandon of 0002_rank: 1 step
                    -- Lost: column customer.rank was created by 0002_rank and holds values, which are lost [drop-column:customer.rank]

                    -- 0002_rank step 1 of 1 (transaction)
                    ALTER TABLE public.customer DROP COLUMN rank;
                    """);
            assertThat(run(environment, "abandon")).isEqualTo("1 ");
            assertThat(run(environment, "abandon", "--json", "--accept", "drop-column:customer.rank"))
                    .contains("\"migration\": \"0002_rank\"", "\"acceptance\": \"drop-column:customer.rank\"");
            assertThat(run(environment, "drop")).startsWith("0 Dropped 0002_rank");
            assertThat(run(environment, "verify")).startsWith("0 ");
        }
    }

    private String run(Map<String, String> environment, String command, String... more) {
        List<String> args = new ArrayList<>(List.of(command, "--migrations", temp.toString()));
        args.addAll(List.of(more));
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine(environment);
        commandLine.setOut(new PrintWriter(out));
        commandLine.setErr(new PrintWriter(new StringWriter()));
        return commandLine.execute(args.toArray(String[]::new)) + " " + out;
    }
}
