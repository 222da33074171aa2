package dev.tenon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.Partition;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionStrategy;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step in batches processes the rows of every partition, however many blocks each has. */
class PartitionedRowsTest {

    private static final QualifiedName POINT = QualifiedName.parse("point");

    @TempDir
    Path folder;

    @Test
    void everyRowOfEveryPartitionIsWritten() throws SQLException {
        try (Scratch scratch = Scratch.create()) {
            MigrationsFolder migrations = new MigrationsFolder(folder).generate("init", schema());
            Tenon tenon = Tenon.configure()
                    .dataSource(scratch.database().dataSource())
                    .migrations(folder)
                    .listener(event -> {})
                    .load();
            tenon.migrate();
            scratch.execute("INSERT INTO point SELECT n, repeat('x', 900) FROM generate_series(1, 9000) n"
                    + " UNION ALL SELECT 10001, 'alone'");
            migrations.generate(
                    "code",
                    schema(Column.of("code", ColumnType.builtin("double precision"))
                            .withDefault(Optional.of(new ColumnDefault.Expression("random()")))));
            assertThat(migrations.sql("0002_code")).content().contains(" batches\n");
            tenon.migrate();
            assertThat(scratch.text("SELECT count(DISTINCT code) FROM point")).isEqualTo("9001");
            assertThat(scratch.text("SELECT pg_relation_size('point_few') < pg_relation_size('point_many')"))
                    .isEqualTo("t");
        }
    }

    private static Schema schema(Column... more) {
        List<Column> columns = new ArrayList<>(
                List.of(Column.of("id", ColumnType.builtin("integer")), Column.of("text", ColumnType.builtin("text"))));
        columns.addAll(List.of(more));
        Table point = Table.of(POINT, columns)
                .withConstraints(List.of(new Constraint.PrimaryKey("point_pkey", List.of("id"))))
                .withPartitioning(Optional.of(new Partitioning(
                        PartitionStrategy.RANGE,
                        List.of(IndexKey.column("id")),
                        List.of(partition("point_few", "10000", "MAXVALUE"), partition("point_many", "1", "10000")),
                        false)));
        return Schema.EMPTY
                .withNamespaces(List.of(new Namespace("public", List.of())))
                .withTables(List.of(point));
    }

    private static Partition partition(String name, String from, String to) {
        return Partition.of(
                name,
                new PartitionBound.Range(List.of(PartitionBound.End.of(from)), List.of(PartitionBound.End.of(to))),
                Optional.empty());
    }
}
