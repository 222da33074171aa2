package dev.tenon.runtime.killed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.Endurance;
import dev.tenon.schema.internal.migrations.MigrationDirectory;
import dev.tenon.testing.postgres.DevPostgres;
import dev.tenon.testing.postgres.TestDatabase;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migrations may be larger than the heap of the process that applies them. */
class HugeFileTest {

    private static final int MEGABYTE = 1_000_000;
    private static final int HEAP = Endurance.ASKED ? 64 : 24;
    private static final int SIZE = (Endurance.ASKED ? 200 : 32) * MEGABYTE;

    @TempDir
    private Path temp;

    private long rows;

    @Test
    void oneFileThatIsLargerThanTheHeapIsApplied() throws Exception {
        write(1, SIZE, 10_000);
        assertApplied(1);
    }

    @Test
    void filesThatTogetherAreLargerThanTheHeapAreApplied() throws Exception {
        int files = 100;
        for (int number = 1; number <= files; number++) {
            write(number, SIZE / files, 40_000);
        }
        assertApplied(files);
    }

    @Test
    void oneStatementMayTakeATwentiethOfTheHeap() throws Exception {
        write(1, 1, HEAP * 1024 * 1024 / 20);
        assertApplied(1);
    }

    private void assertApplied(int files) throws IOException, SQLException {
        MigrationDirectory.at(temp).recordManualParts();
        try (TestDatabase database = DevPostgres.shared().database();
                MigratorProcess process = new MigratorProcess(HEAP)) {
            process.begin(database, temp);
            assertThat(process.answer()).isEqualTo("done " + files);
            assertThat(rows(database)).isEqualTo(rows);
        }
    }

    private void write(int number, int size, int row) throws IOException {
        String padding = "x".repeat(row);
        try (Writer file = Files.newBufferedWriter(temp.resolve(String.format("%04d_rows.sql", number)), UTF_8)) {
            file.write("-- tenon:manual\nCREATE TABLE IF NOT EXISTS public.big (id bigint, what text);\n");
            for (int written = 0; written < size; written += row) {
                file.write("INSERT INTO public.big VALUES (" + rows++ + ", '" + padding + "');\n");
            }
        }
    }

    private static long rows(TestDatabase database) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(DISTINCT id) FROM public.big")) {
            row.next();
            return row.getLong(1);
        }
    }
}
