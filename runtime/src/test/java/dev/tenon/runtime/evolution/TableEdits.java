package dev.tenon.runtime.evolution;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.TableStorage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of whole tables. */
final class TableEdits {

    static final Edit ADD = new Edit("add table", TableEdits::add);

    static final List<Edit> ALL = List.of(
            ADD,
            Edit.table("drop table", TableEdits::drop),
            Edit.table(
                    "rename table",
                    (drawing, random, table) ->
                            drawing.rename(Tokens.of(table.name().name()))),
            Edit.table("move table", TableEdits::move),
            Edit.table("set storage parameter", TableEdits::storage),
            Edit.table("make unlogged or logged", TableEdits::unlogged),
            Edit.table(
                    "comment table",
                    (drawing, random, table) ->
                            drawing.replace(table, each -> commented(each, "a table's " + random.below(9)))));

    private TableEdits() {}

    private static void add(Drawing drawing, RandomChoices random) {
        Table table = drawing.names(random).table(drawing.schema);
        drawing.set(drawing.schema.withTables(Edit.plus(drawing.schema.tables(), table)));
    }

    private static void drop(Drawing drawing, RandomChoices random, Table table) {
        drawing.set(drawing.schema.withTables(Edit.without(drawing.schema.tables(), table)));
    }

    private static void move(Drawing drawing, RandomChoices random, Table table) {
        String schema = table.name().schema().equals("aside") ? "public" : "aside";
        drawing.move(table.name(), new QualifiedName(schema, table.name().name()));
    }

    private static Table commented(Table table, String comment) {
        return table.withComment(Optional.of(comment));
    }

    private static void storage(Drawing drawing, RandomChoices random, Table table) {
        Map<String, String> with =
                random.oneIn(3) ? Map.of() : Map.of("fillfactor", Integer.toString(70 + random.below(20)));
        if (table.partitioning().isEmpty()) {
            drawing.replace(
                    table,
                    each -> each.withStorage(new TableStorage(table.storage().unlogged(), with)));
        }
    }

    private static void unlogged(Drawing drawing, RandomChoices random, Table table) {
        TableStorage storage =
                new TableStorage(!table.storage().unlogged(), table.storage().with());
        boolean referenced = drawing.schema.tables().stream()
                .flatMap(each -> each.foreignKeys().stream())
                .anyMatch(key -> key.target().equals(table.name()));
        // PostgreSQL refuses a reference from a logged table to an unlogged one.
        if (!referenced && table.foreignKeys().isEmpty() && table.partitioning().isEmpty()) {
            drawing.replace(table, each -> each.withStorage(storage));
        }
    }
}
