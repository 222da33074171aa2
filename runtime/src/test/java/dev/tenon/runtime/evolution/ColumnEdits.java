package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Edits of columns. */
final class ColumnEdits {

    static final Edit ADD_COMPUTED = Edit.table("add computed column", ColumnEdits::addComputed);

    static final List<Edit> ALL = List.of(
            Edit.table("add column", ColumnEdits::add),
            ADD_COMPUTED,
            computed("compute otherwise", ColumnEdits::changeExpression),
            computed(
                    "compute no longer",
                    (drawing, random, table, column) ->
                            drawing.replace(table, column, each -> each.withDefault(Optional.empty()))),
            Edit.table("drop column", ColumnEdits::drop),
            Edit.table(
                    "rename column",
                    (drawing, random, table) ->
                            drawing.rename(Tokens.of(random.of(table.columns()).name()))),
            Edit.table("change type", ColumnEdits::type),
            Edit.table("change nullability", ColumnEdits::nullable),
            Edit.table("change default", ColumnEdits::value),
            Edit.table("change column's storage", ColumnEdits::storage),
            Edit.table("change collation", ColumnEdits::collation),
            Edit.table("retire column", ColumnEdits::retire),
            Edit.table(
                    "comment column",
                    (drawing, random, table) -> drawing.replace(
                            table,
                            random.of(table.columns()),
                            column -> column.withComment(Optional.of("it's " + random.below(9))))));

    private ColumnEdits() {}

    private static void add(Drawing drawing, RandomChoices random, Table table) {
        Column column = drawing.names(random).column(drawing.schema, random.oneIn(3));
        drawing.replace(table, each -> each.withColumns(Edit.plus(each.columns(), column)));
    }

    private static void addComputed(Drawing drawing, RandomChoices random, Table table) {
        drawing.names(random)
                .generated(table)
                .ifPresent(column ->
                        drawing.replace(table, each -> each.withColumns(Edit.plus(each.columns(), column))));
    }

    /** An edit of one computed column. */
    @FunctionalInterface
    private interface OfComputed {
        void apply(Drawing drawing, RandomChoices random, Table table, Column column);
    }

    private static Edit computed(String name, OfComputed change) {
        return Edit.table(
                name,
                (drawing, random, table) -> random.maybe(table.columns().stream()
                                .filter(Column::generated)
                                .toList())
                        .ifPresent(column -> change.apply(drawing, random, table, column)));
    }

    private static void changeExpression(Drawing drawing, RandomChoices random, Table table, Column column) {
        drawing.names(random)
                .generated(table)
                .ifPresent(other -> drawing.replace(table, column, each -> each.withDefault(other.defaultValue())));
    }

    private static void drop(Drawing drawing, RandomChoices random, Table table) {
        // The partition key of a table cannot change.
        random.maybe(table.columns().stream()
                        .filter(column -> table.partitioning()
                                .filter(how -> how.columns().contains(column.name()))
                                .isEmpty())
                        .toList())
                .ifPresent(column ->
                        drawing.replace(table, each -> each.withColumns(Edit.without(each.columns(), column))));
    }

    private static void type(Drawing drawing, RandomChoices random, Table table) {
        Column column = random.of(table.columns());
        String to = switch (column.type().toString()) {
            case "integer" -> random.of(List.of("bigint", "numeric", "text"));
            case "bigint" -> random.of(List.of("integer", "numeric"));
            case "varchar(40)" -> random.of(List.of("text", "varchar(60)"));
            case "text" -> "varchar(40)";
            default -> column.type().toString();
        };
        boolean plain = column.defaultValue().isEmpty() && column.collation().isEmpty();
        if (plain && !to.equals(column.type().toString())) {
            drawing.replace(table, column, each -> each.withType(ColumnType.parse(to)));
        }
    }

    private static void nullable(Drawing drawing, RandomChoices random, Table table) {
        stored(drawing, random, table, column -> column.withNullable(!column.nullable()));
    }

    private static void value(Drawing drawing, RandomChoices random, Table table) {
        stored(
                drawing,
                random,
                table,
                column -> column.withDefault(drawing.names(random).value(drawing.schema, column.type())));
    }

    private static void storage(Drawing drawing, RandomChoices random, Table table) {
        ColumnStorage storage = random.of(List.of(
                ColumnStorage.DEFAULT,
                new ColumnStorage(Optional.of(ColumnStorage.Strategy.EXTERNAL), Optional.empty(), Optional.empty()),
                new ColumnStorage(
                        Optional.empty(),
                        Optional.of(ColumnStorage.Compression.PGLZ),
                        Optional.of(random.below(200)))));
        stored(drawing, random, table, column -> textual(column) ? column.withStorage(storage) : column);
    }

    private static void collation(Drawing drawing, RandomChoices random, Table table) {
        Optional<QualifiedName> collation =
                random.oneIn(2) ? Optional.empty() : Optional.of(new QualifiedName("pg_catalog", "C"));
        stored(drawing, random, table, column -> textual(column) ? column.withCollation(collation) : column);
    }

    /** Like {@code @Retired}: the column stays, and an INSERT may omit it. */
    private static void retire(Drawing drawing, RandomChoices random, Table table) {
        stored(drawing, random, table, column -> column.withNullable(true).withRetired(Optional.of("no longer used")));
    }

    private static void stored(Drawing drawing, RandomChoices random, Table table, UnaryOperator<Column> change) {
        Column column = random.of(table.columns());
        if (!column.generated()) {
            drawing.replace(table, column, change);
        }
    }

    private static boolean textual(Column column) {
        return column.type().toString().equals("text")
                || column.type().toString().startsWith("varchar");
    }
}
