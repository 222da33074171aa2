package dev.tenon.benchmark.evolve;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generates schemas of a given size, and changed copies. */
public final class Schemas {

    private static final List<String> TYPES = List.of("text", "bigint", "boolean", "uuid", "jsonb");

    private Schemas() {}

    /** Returns a schema with that many tables, each with twelve columns, a primary key and an index. */
    public static Schema of(int tables) {
        return Schema.EMPTY.withTables(
                IntStream.range(0, tables).mapToObj(Schemas::table).toList());
    }

    /** Returns the schema with every n-th table changed: in turn a new column, a new index or a new default. */
    static Schema changed(Schema schema, int every) {
        List<Table> tables = new ArrayList<>(schema.tables());
        for (int i = 0; i < tables.size(); i += every) {
            tables.set(i, changed(tables.get(i), i / every % 3));
        }
        return schema.withTables(tables);
    }

    /** Returns the schema with one more column in one table. */
    static Schema widened(Schema schema) {
        return changed(schema, schema.tables().size());
    }

    private static Table changed(Table table, int kind) {
        return switch (kind) {
            case 0 -> table.withColumns(plus(table.columns(), column("added", "text")));
            case 1 -> table.withIndexes(plus(table.indexes(), index(table.name().name(), "column_02")));
            default -> defaulted(table, "changed");
        };
    }

    /** Returns the schema with the text as the default of a column in the first table. */
    public static Schema defaulted(Schema schema, String text) {
        List<Table> tables = new ArrayList<>(schema.tables());
        tables.set(0, defaulted(tables.get(0), text));
        return schema.withTables(tables);
    }

    private static Table defaulted(Table table, String text) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals("column_05")
                        ? column.withDefault(Optional.of(new ColumnDefault.Expression("'" + text + "'")))
                        : column)
                .toList());
    }

    private static Table table(int number) {
        String name = String.format("table_%05d", number);
        List<Column> columns = Stream.concat(
                        Stream.of(Column.of("id", ColumnType.builtin("uuid"))),
                        IntStream.range(0, 11)
                                .mapToObj(i -> column(String.format("column_%02d", i), TYPES.get(i % TYPES.size()))))
                .toList();
        return Table.of(new QualifiedName("public", name), columns)
                .withConstraints(List.of(new Constraint.PrimaryKey(name + "_pkey", List.of("id"))))
                .withIndexes(List.of(index(name, "column_01")));
    }

    private static Column column(String name, String type) {
        return Column.of(name, ColumnType.builtin(type)).withNullable(true);
    }

    private static Index index(String table, String column) {
        return Index.of(table + "_" + column + "_idx", "btree", List.of(IndexKey.column(column)));
    }

    private static <T> List<T> plus(List<T> list, T more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }
}
