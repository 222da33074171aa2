package dev.tenon.schema.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.parse.QualifiedColumns;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The simulation refuses no plan because of names in SQL that only look like references. */
class PossiblePlanTest {

    private static final QualifiedName ORDERS = QualifiedName.parse("orders");
    private static final QualifiedName CUSTOMER = QualifiedName.parse("customer");

    @Test
    void aViewMayReadTheSameNameOfAnotherTable() {
        View view = View.of(
                QualifiedName.parse("sold"),
                List.of("id", "name"),
                "SELECT o.id, c.name FROM orders o JOIN customer c ON c.id = o.customer_id");
        Schema before = schema(table(ORDERS, "id", "name", "customer_id"), table(CUSTOMER, "id", "name"))
                .withViews(List.of(view));
        assertPossible(before, replaced(before, table(ORDERS, "id", "customer_id")));
    }

    @Test
    void aFunctionMayHaveTheNameOfAColumn() {
        Table product = table(ORDERS, "name", "length")
                .withConstraints(List.of(new Constraint.Check("orders_check", "length(name) > 0", true)));
        Schema before = schema(product);
        assertPossible(before, replaced(before, table(ORDERS, "name").withConstraints(product.constraints())));
    }

    @Test
    void aStatementMayBeFormattedAnew() {
        Schema before = schema(table(ORDERS, "id"))
                .withObjects(List.of(object("f", "CREATE FUNCTION f() RETURNS integer LANGUAGE sql AS 'SELECT 1'")));
        Schema after = before.withObjects(
                List.of(object("f", "CREATE FUNCTION f() RETURNS integer -- one\n  LANGUAGE sql AS 'SELECT 1'")));
        assertPossible(before, after);
    }

    @Test
    void objectsOfRareKindsMayHaveTheSameName() {
        Schema before = schema(table(ORDERS, "id"))
                .withObjects(List.of(
                        object("one", "CREATE OPERATOR public.=== (LEFTARG = integer, FUNCTION = f)"),
                        object("two", "CREATE OPERATOR public.=== (LEFTARG = bigint, FUNCTION = f)")));
        assertPossible(before, replaced(before, table(ORDERS, "id", "name")));
    }

    @Test
    void anExpressionMayCallAnotherRoutineOfTheName() {
        SqlObject number =
                object("f_number", "CREATE FUNCTION f(n text) RETURNS boolean LANGUAGE sql AS 'SELECT true'");
        SqlObject other = object("f_other", "CREATE FUNCTION f(n bytea) RETURNS boolean LANGUAGE sql AS 'SELECT true'");
        Table checked =
                table(ORDERS, "name").withConstraints(List.of(new Constraint.Check("orders_check", "f(name)", true)));
        Schema before = schema(checked).withObjects(List.of(number, other));
        assertPossible(before, before.withObjects(List.of(number)));
    }

    @Test
    void theFieldOfExtractMayHaveTheNameOfAColumn() {
        Table dated = table(ORDERS, "name", "year")
                .withConstraints(List.of(
                        new Constraint.Check("orders_check", "EXTRACT(year FROM name::timestamp) > 2000", true)));
        assertPossible(schema(dated), schema(table(ORDERS, "name").withConstraints(dated.constraints())));
    }

    @Test
    void aQueryMayHaveTheNameOfATable() {
        assertThat(QualifiedColumns.ofQuery(
                        "WITH orders AS (SELECT id, count(*) AS n FROM sold GROUP BY id) SELECT p.n FROM orders p"))
                .isEmpty();
    }

    private static void assertPossible(Schema before, Schema after) {
        assertThat(ChangeCase.of("possible", before, after).draft().findings()).isEmpty();
    }

    private static Schema schema(Table... tables) {
        return Schema.EMPTY.withTables(List.of(tables));
    }

    private static Schema replaced(Schema schema, Table table) {
        return schema.withTables(schema.tables().stream()
                .map(each -> each.name().equals(table.name()) ? table : each)
                .toList());
    }

    private static Table table(QualifiedName name, String... columns) {
        return Table.of(
                name,
                Arrays.stream(columns)
                        .map(column ->
                                Column.of(column, ColumnType.builtin("text")).withNullable(true))
                        .toList());
    }

    private static SqlObject object(String name, String create) {
        String drop = "DROP FUNCTION IF EXISTS " + name;
        return new SqlObject(QualifiedName.parse(name), create, drop, true, List.of(), Optional.empty());
    }
}
