package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnStorage;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.json.SnapshotJson;
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
                    (edited, random, table, column) ->
                            edited.replace(table, column, each -> each.withDefault(Optional.empty()))),
            Edit.table("drop column", ColumnEdits::drop),
            Edit.table(
                    "rename column",
                    (edited, random, table) ->
                            edited.rename(Tokens.of(random.of(table.columns()).name()))),
            Edit.table("change type", ColumnEdits::type),
            Edit.table("change type", ColumnEdits::type),
            Edit.table("change nullability", ColumnEdits::nullable),
            Edit.table("change default", ColumnEdits::value),
            Edit.table("change column's storage", ColumnEdits::storage),
            Edit.table("change collation", ColumnEdits::collation),
            Edit.table("retire column", ColumnEdits::retire),
            Edit.table(
                    "comment column",
                    (edited, random, table) -> edited.replace(
                            table,
                            random.of(table.columns()),
                            column -> column.withComment(Optional.of("it's " + random.below(9))))));

    private ColumnEdits() {}

    private static void add(EditedSchema edited, RandomChoices random, Table table) {
        Column column = edited.names(random).column(edited.schema, random.oneIn(3));
        edited.replace(table, each -> each.withColumns(Edit.plus(each.columns(), column)));
    }

    private static void addComputed(EditedSchema edited, RandomChoices random, Table table) {
        edited.names(random)
                .generated(table)
                .ifPresent(column ->
                        edited.replace(table, each -> each.withColumns(Edit.plus(each.columns(), column))));
    }

    /** An edit of one computed column. */
    @FunctionalInterface
    private interface OfComputed {
        void apply(EditedSchema edited, RandomChoices random, Table table, Column column);
    }

    private static Edit computed(String name, OfComputed change) {
        return Edit.table(
                name,
                (edited, random, table) -> random.maybe(table.columns().stream()
                                .filter(Column::generated)
                                .toList())
                        .ifPresent(column -> change.apply(edited, random, table, column)));
    }

    private static void changeExpression(EditedSchema edited, RandomChoices random, Table table, Column column) {
        edited.names(random)
                .generated(table)
                .ifPresent(other -> edited.replace(table, column, each -> each.withDefault(other.defaultValue())));
    }

    private static void drop(EditedSchema edited, RandomChoices random, Table table) {
        // The partition key of a table cannot change.
        random.maybe(table.columns().stream()
                        .filter(column -> table.partitioning()
                                .filter(how -> how.columns().contains(column.name()))
                                .isEmpty())
                        .toList())
                .ifPresent(column ->
                        edited.replace(table, each -> each.withColumns(Edit.without(each.columns(), column))));
    }

    private static void type(EditedSchema edited, RandomChoices random, Table table) {
        Column column = usedOne(edited, random, table);
        ColumnConversions.converted(edited, random, table, column)
                .ifPresent(converted -> edited.replace(table, column, each -> converted));
    }

    /** Of two columns, the one on which more depends. */
    private static Column usedOne(EditedSchema edited, RandomChoices random, Table table) {
        String all = SnapshotJson.write(edited.schema);
        Column one = random.of(table.columns());
        Column other = random.of(table.columns());
        return uses(all, one) < uses(all, other) ? other : one;
    }

    private static int uses(String text, Column column) {
        return text.split(Tokens.of(column.name()), -1).length;
    }

    private static void nullable(EditedSchema edited, RandomChoices random, Table table) {
        stored(edited, random, table, column -> column.withNullable(!column.nullable()));
    }

    private static void value(EditedSchema edited, RandomChoices random, Table table) {
        stored(
                edited,
                random,
                table,
                column -> column.withDefault(edited.names(random).value(edited.schema, column.type())));
    }

    private static void storage(EditedSchema edited, RandomChoices random, Table table) {
        ColumnStorage storage = random.of(List.of(
                ColumnStorage.DEFAULT,
                new ColumnStorage(Optional.of(ColumnStorage.Strategy.EXTERNAL), Optional.empty(), Optional.empty()),
                new ColumnStorage(
                        Optional.empty(),
                        Optional.of(ColumnStorage.Compression.PGLZ),
                        Optional.of(random.below(200)))));
        stored(edited, random, table, column -> textual(column) ? column.withStorage(storage) : column);
    }

    private static void collation(EditedSchema edited, RandomChoices random, Table table) {
        Optional<QualifiedName> collation =
                random.oneIn(2) ? Optional.empty() : Optional.of(new QualifiedName("pg_catalog", "C"));
        stored(edited, random, table, column -> textual(column) ? column.withCollation(collation) : column);
    }

    /** Like {@code @Retired}: the column stays, and an INSERT may omit it. */
    private static void retire(EditedSchema edited, RandomChoices random, Table table) {
        stored(edited, random, table, column -> column.withNullable(true).withRetired(Optional.of("no longer used")));
    }

    private static void stored(EditedSchema edited, RandomChoices random, Table table, UnaryOperator<Column> change) {
        Column column = random.of(table.columns());
        if (!column.generated()) {
            edited.replace(table, column, change);
        }
    }

    private static boolean textual(Column column) {
        return column.type().toString().equals("text")
                || column.type().toString().startsWith("varchar");
    }
}
