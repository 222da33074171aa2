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
                    (edited, random, table) ->
                            edited.rename(Tokens.of(table.name().name()))),
            Edit.table("move table", TableEdits::move),
            Edit.table("set storage parameter", TableEdits::storage),
            Edit.table("make unlogged or logged", TableEdits::unlogged),
            Edit.table(
                    "comment table",
                    (edited, random, table) ->
                            edited.replace(table, each -> commented(each, "a table's " + random.below(9)))));

    private TableEdits() {}

    private static void add(EditedSchema edited, RandomChoices random) {
        Table table = edited.names(random).table(edited.schema);
        edited.set(edited.schema.withTables(Edit.plus(edited.schema.tables(), table)));
    }

    private static void drop(EditedSchema edited, RandomChoices random, Table table) {
        edited.set(edited.schema.withTables(Edit.without(edited.schema.tables(), table)));
    }

    private static void move(EditedSchema edited, RandomChoices random, Table table) {
        String schema = table.name().schema().equals("aside") ? "public" : "aside";
        edited.move(table.name(), new QualifiedName(schema, table.name().name()));
    }

    private static Table commented(Table table, String comment) {
        return table.withComment(Optional.of(comment));
    }

    private static void storage(EditedSchema edited, RandomChoices random, Table table) {
        Map<String, String> with =
                random.oneIn(3) ? Map.of() : Map.of("fillfactor", Integer.toString(70 + random.below(20)));
        if (table.partitioning().isEmpty()) {
            edited.replace(
                    table,
                    each -> each.withStorage(new TableStorage(table.storage().unlogged(), with)));
        }
    }

    private static void unlogged(EditedSchema edited, RandomChoices random, Table table) {
        TableStorage storage =
                new TableStorage(!table.storage().unlogged(), table.storage().with());
        boolean referenced = edited.schema.tables().stream()
                .flatMap(each -> each.foreignKeys().stream())
                .anyMatch(key -> key.target().equals(table.name()));
        // PostgreSQL refuses a reference from a logged table to an unlogged one.
        if (!referenced && table.foreignKeys().isEmpty() && table.partitioning().isEmpty()) {
            edited.replace(table, each -> each.withStorage(storage));
        }
    }
}
