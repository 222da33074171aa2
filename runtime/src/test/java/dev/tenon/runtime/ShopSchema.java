package dev.tenon.runtime;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Small schemas that grow table by table, for tests of migration runs. */
public final class ShopSchema {

    private ShopSchema() {}

    /** Returns a schema of tables, each with a numeric key and a name. */
    public static Schema of(String... tables) {
        return of(Arrays.stream(tables).map(ShopSchema::table).toArray(Table[]::new));
    }

    /** Returns a schema of these tables. */
    public static Schema of(Table... tables) {
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(tables),
                Optional.empty());
    }

    /** Returns a table with a numeric key and a name. */
    public static Table table(String name) {
        return Table.of(
                        new QualifiedName("public", name),
                        List.of(
                                Column.of("id", ColumnType.builtin("bigint")),
                                Column.of("name", ColumnType.builtin("text"))))
                .withConstraints(List.of(new Constraint.PrimaryKey(name + "_pkey", List.of("id"))));
    }

    /** Returns the table with an index on its name. */
    public static Table indexed(Table table) {
        List<Index> indexes = new ArrayList<>(table.indexes());
        indexes.add(Index.of(table.name().name() + "_name_idx", "btree", List.of(IndexKey.column("name"))));
        return table.withIndexes(indexes);
    }
}
