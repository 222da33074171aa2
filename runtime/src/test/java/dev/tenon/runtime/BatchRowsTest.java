package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No batch locks too many rows at once, however the rows are distributed over blocks. */
class BatchRowsTest {

    private static final QualifiedName POINT = QualifiedName.parse("point");

    /** All rows of one transaction have its xmin. */
    private static final String LARGEST = """
            SELECT max(rows) FROM (SELECT count(*) AS rows FROM point WHERE code IS NOT NULL GROUP BY xmin) AS batches""";

    private static final String LEFT = "SELECT count(*) FROM point WHERE code IS NULL";

    private final Scratch scratch = Scratch.create();

    @TempDir
    private Path temp;

    BatchRowsTest() throws SQLException {}

    @AfterEach
    void close() throws SQLException {
        scratch.close();
    }

    @Test
    void emptyBlocksBeforeDenseOnes() {
        begin();
        scratch.execute("INSERT INTO point SELECT n FROM generate_series(1, 200000) n;"
                + " DELETE FROM point WHERE id <= 120000");
        fill("id % 2");
        assertThat(scratch.text(LEFT)).isEqualTo("0");
        assertThat(Integer.parseInt(String.valueOf(scratch.text(LARGEST)))).isBetween(5_000, 10_000);
    }

    @Test
    void filledBlocksBeforeDenseOnes() {
        begin(code());
        scratch.execute(
                "INSERT INTO point SELECT n, CASE WHEN n <= 75000 THEN 0 END FROM generate_series(1, 150000) n");
        fill("1");
        assertThat(scratch.text(LEFT)).isEqualTo("0");
        assertThat(Integer.parseInt(String.valueOf(scratch.text(LARGEST + " WHERE rows <> 75000"))))
                .isBetween(5_000, 10_000);
    }

    /** A block whose rows take too long together is written in parts. */
    @Test
    void slowBlocksAreWrittenInParts() {
        begin();
        scratch.execute("CREATE FUNCTION slow(integer) RETURNS integer LANGUAGE sql VOLATILE"
                + " AS 'SELECT $1 FROM pg_sleep(0.08)'; INSERT INTO point SELECT n FROM generate_series(1, 10) n");
        fill("slow(id)");
        assertThat(scratch.text(LEFT)).isEqualTo("0");
        assertThat(Integer.parseInt(String.valueOf(scratch.text(LARGEST)))).isBetween(1, 5);
    }

    private void begin(Column... more) {
        new MigrationsFolder(temp).generate("init", ShopSchema.of(point(more)));
        migrate();
    }

    private void fill(String value) {
        new MigrationsFolder(temp)
                .generate(
                        "code",
                        ShopSchema.of(point(code().withNullable(false))),
                        new MigrationHints(Map.of(), Map.of(ObjectPath.column(POINT, "code"), value), Map.of()));
        migrate();
    }

    private void migrate() {
        Tenon.configure()
                .dataSource(scratch.database().dataSource())
                .migrations(temp)
                .listener(event -> {})
                .load()
                .migrate();
    }

    private static Column code() {
        return Column.of("code", ColumnType.builtin("integer")).withNullable(true);
    }

    private static Table point(Column... more) {
        List<Column> columns = new ArrayList<>(List.of(Column.of("id", ColumnType.builtin("integer"))));
        columns.addAll(List.of(more));
        return Table.of(POINT, columns);
    }
}
