package dev.tenon.runtime.evolution;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;

/** Edits that add objects that depend on columns: triggers, statistics, routines, views that rest on a key. */
final class DependentEdits {

    /** Between the query of a view that rests on a primary key and the key. */
    static final String GROUP_BY = " GROUP BY ";

    static final Edit ADD_TRIGGER = Edit.table("add trigger of column", (edited, random, table) -> {
        String name = edited.tokens.next();
        String on = " ON " + Identifier.quote(table.name());
        add(
                edited,
                new SqlObject(
                        table.name().withName(name),
                        "CREATE TRIGGER " + name + " BEFORE UPDATE OF " + column(random, table) + on
                                + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                        "DROP TRIGGER " + name + on,
                        false,
                        List.of(),
                        Optional.empty()));
    });

    static final Edit ADD_STATISTICS = Edit.table("add statistics", (edited, random, table) -> {
        String one = column(random, table);
        String other = column(random, table);
        String name = Identifier.quote(table.name().withName(edited.tokens.next()));
        if (!one.equals(other)) {
            add(
                    edited,
                    object(
                            name,
                            "CREATE STATISTICS " + name + " ON " + one + ", " + other + " FROM "
                                    + Identifier.quote(table.name()),
                            "DROP STATISTICS " + name));
        }
    });

    static final Edit ADD_ROUTINE = Edit.table("add routine over column", (edited, random, table) -> {
        String name = Identifier.quote(edited.names(random).qualified());
        add(
                edited,
                object(
                        name,
                        "CREATE FUNCTION " + name + "() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count("
                                + column(random, table) + ") FROM " + Identifier.quote(table.name()) + "; END",
                        "DROP FUNCTION " + name + "()"));
    });

    static final Edit ADD_VIEW_BY_KEY = Edit.table("add view by key", (edited, random, table) -> key(table)
            .ifPresent(key -> {
                String column = random.of(table.columns()).name();
                String other = column.equals(key) ? "" : ", " + Identifier.quote(column);
                View view = View.of(
                        edited.names(random).qualified(),
                        column.equals(key) ? List.of(key) : List.of(key, column),
                        "SELECT " + Identifier.quote(key) + other + " FROM " + Identifier.quote(table.name()) + GROUP_BY
                                + Identifier.quote(key));
                edited.set(edited.schema.withViews(Edit.plus(edited.schema.views(), view)));
            }));

    static final List<Edit> ALL = List.of(ADD_TRIGGER, ADD_STATISTICS, ADD_ROUTINE, ADD_VIEW_BY_KEY);

    private DependentEdits() {}

    private static String column(RandomChoices random, Table table) {
        return Identifier.quote(random.of(table.columns()).name());
    }

    private static Optional<String> key(Table table) {
        return table.primaryKey()
                .map(Constraint.PrimaryKey::columns)
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0));
    }

    private static SqlObject object(String name, String create, String drop) {
        return new SqlObject(
                QualifiedName.parse("public." + Tokens.of(name)), create, drop, false, List.of(), Optional.empty());
    }

    private static void add(EditedSchema edited, SqlObject object) {
        edited.set(edited.schema.withObjects(Edit.plus(edited.schema.objects(), object)));
    }

    /** Whether the view rests on no key, or its key is there. */
    static boolean hasKey(Schema schema, View view) {
        int at = view.sql().indexOf(GROUP_BY);
        return at < 0
                || schema.tables().stream()
                        .flatMap(table -> key(table).stream())
                        .anyMatch(key -> view.sql().substring(at + GROUP_BY.length()).equals(Identifier.quote(key)));
    }
}
