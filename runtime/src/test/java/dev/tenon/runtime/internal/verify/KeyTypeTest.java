package dev.tenon.runtime.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.runtime.MigrationsFolder;
import dev.tenon.runtime.Scratch;
import dev.tenon.runtime.Tenon;
import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.CompiledSnapshot;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ForeignKeyAction;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.MigrationHints;
import dev.tenon.schema.Namespace;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Table;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The type of a generated primary key is widened, with all referencing columns, while other sessions insert, update and
 * delete rows.
 */
class KeyTypeTest {

    private static final QualifiedName ORDERS = QualifiedName.parse("orders");
    private static final QualifiedName ITEM = QualifiedName.parse("item");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17, 18})
    void aKeyGrowsWithAllThatRefersToIt(int version) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            new SchemaEvolution(scratch).to(shop("integer"));
            scratch.executeAsIs("INSERT INTO orders (parent) SELECT NULL FROM generate_series(1, 300)");
            scratch.executeAsIs("UPDATE orders SET parent = id - 1 WHERE id > 1");
            scratch.executeAsIs("INSERT INTO item SELECT i, 1 + i % 300 FROM generate_series(1, 900) i");
            CompiledSnapshot after = new CompiledSnapshot(shop("bigint"), MigrationHints.NONE, Map.of());
            MigrationUnderWrites underway = new MigrationUnderWrites(scratch, ORDERS, ITEM);
            int steps = underway.apply(shop("integer"), after, Set.of(), step -> {
                scratch.executeAsIs("INSERT INTO orders (parent) VALUES (" + step + ")");
                scratch.executeAsIs("INSERT INTO item VALUES (" + (1000 + step) + ", 1)");
                scratch.executeAsIs("UPDATE orders SET id = 100000 + id WHERE id = 200 + " + step);
                scratch.executeAsIs("DELETE FROM orders WHERE id = 300 - " + step);
            });
            underway.leavesNothing();
            assertThat(scratch.text("SELECT count(*) FROM orders")).isEqualTo("300");
            assertThat(scratch.text("SELECT count(*) FROM item WHERE order_id > 100000"))
                    .isEqualTo(Integer.toString(3 * steps));
            assertThat(scratch.text("SELECT count(*) FROM item")).isEqualTo(Integer.toString(900 - 3 * steps + steps));
            assertThat(scratch.text("INSERT INTO orders (parent) VALUES (NULL) RETURNING id"))
                    .as("the next number")
                    .isEqualTo(Integer.toString(300 + steps + 1));
            assertThat(scratch.text("SELECT pg_get_serial_sequence('orders', 'id')"))
                    .isEqualTo("public.orders_id_seq");
        }
    }

    /** The migrator runs the generated file in batches. */
    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void theMigratorDoesItInBatches(int version, @TempDir Path folder) throws SQLException {
        try (Scratch scratch = Scratch.create(version)) {
            MigrationsFolder migrations = new MigrationsFolder(folder).generate("init", shop("integer"));
            Tenon tenon = Tenon.configure()
                    .dataSource(scratch.database().dataSource())
                    .migrations(folder)
                    .listener(event -> {})
                    .load();
            tenon.migrate();
            scratch.executeAsIs("INSERT INTO orders (parent) SELECT NULL FROM generate_series(1, 20000)");
            scratch.executeAsIs("INSERT INTO item SELECT i, i FROM generate_series(1, 20000) i");
            migrations.generate("grow", shop("bigint"));
            tenon.migrate();
            assertThat(tenon.verify().differences()).isEmpty();
            assertThat(scratch.text("SELECT count(*) FROM item JOIN orders ON orders.id = order_id"))
                    .isEqualTo("20000");
            assertThat(scratch.text("INSERT INTO orders (parent) VALUES (1) RETURNING id"))
                    .isEqualTo("20001");
        }
    }

    private static Schema shop(String type) {
        ColumnType number = ColumnType.builtin(type);
        Table orders = Table.of(
                        ORDERS,
                        List.of(
                                Column.of("id", number).withDefault(Optional.of(new ColumnDefault.Identity(false))),
                                Column.of("parent", number).withNullable(true)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("orders_pkey", List.of("id")),
                        key("orders_parent_fkey", "parent", ForeignKeyAction.SET_NULL)))
                .withIndexes(List.of(Index.of("orders_parent_idx", "btree", List.of(IndexKey.column("parent")))));
        Table item = Table.of(
                        ITEM, List.of(Column.of("id", ColumnType.builtin("integer")), Column.of("order_id", number)))
                .withConstraints(List.of(
                        new Constraint.PrimaryKey("item_pkey", List.of("id")),
                        key("item_order_id_fkey", "order_id", ForeignKeyAction.CASCADE)))
                .withIndexes(List.of(Index.of("item_order_id_idx", "btree", List.of(IndexKey.column("order_id")))));
        return new Schema(
                List.of(),
                List.of(new Namespace("public", List.of())),
                List.of(),
                List.of(),
                List.of(orders, item),
                Optional.empty());
    }

    private static Constraint.ForeignKey key(String name, String column, ForeignKeyAction onDelete) {
        return Constraint.ForeignKey.of(name, List.of(column), ORDERS, List.of("id"))
                .withOnDelete(onDelete, List.of())
                .withOnUpdate(ForeignKeyAction.CASCADE);
    }
}
