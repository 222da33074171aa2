package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;

/** Edits of SQL-defined objects. */
final class ObjectEdits {

    static final Edit ADD_FUNCTION = new Edit("add function", (edited, random) -> {
        String name = Identifier.quote(edited.names(random).qualified());
        add(
                edited,
                new SqlObject(
                        QualifiedName.parse("public." + Tokens.of(name)),
                        "CREATE FUNCTION " + name + "() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                        "DROP FUNCTION " + name + "()",
                        true,
                        List.of(),
                        Optional.empty()));
    });

    static final Edit ADD_TRIGGER = Edit.table("add trigger", (edited, random, table) -> {
        String name = edited.tokens.next();
        add(
                edited,
                new SqlObject(
                        table.name().withName(name),
                        "CREATE TRIGGER " + name + " BEFORE UPDATE ON " + Identifier.quote(table.name())
                                + " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()",
                        "DROP TRIGGER " + name + " ON " + Identifier.quote(table.name()),
                        false,
                        List.of(),
                        Optional.empty()));
    });

    static final List<Edit> ALL = List.of(
            ADD_FUNCTION,
            ADD_TRIGGER,
            function("change function", (edited, random, function) -> {
                SqlObject fresh = function.withCreate(function.create().replaceAll("\\d+'$", random.below(99) + "'"));
                edited.set(edited.schema.withObjects(Edit.replaced(edited.schema.objects(), function, was -> fresh)));
            }),
            function("take default from function", ObjectEdits::use),
            new Edit(
                    "drop object",
                    (edited, random) -> random.maybe(edited.schema.objects())
                            .ifPresent(object -> edited.set(
                                    edited.schema.withObjects(Edit.without(edited.schema.objects(), object))))));

    private ObjectEdits() {}

    /** An edit of one function. */
    @FunctionalInterface
    private interface OfFunction {
        void apply(EditedSchema edited, RandomChoices random, SqlObject function);
    }

    private static Edit function(String name, OfFunction change) {
        return new Edit(
                name,
                (edited, random) -> random.maybe(edited.schema.objects().stream()
                                .filter(SqlObject::beforeTables)
                                .filter(object -> object.create().contains("() RETURNS integer"))
                                .toList())
                        .ifPresent(function -> change.apply(edited, random, function)));
    }

    private static void use(EditedSchema edited, RandomChoices random, SqlObject function) {
        Table table = random.of(edited.schema.tables());
        Column column = random.of(table.columns());
        if (column.type().toString().equals("integer") && !column.generated()) {
            String call = function.drop().replace("DROP FUNCTION ", "");
            edited.replace(table, column, was -> was.withDefault(Optional.of(new ColumnDefault.Expression(call))));
        }
    }

    private static void add(EditedSchema edited, SqlObject object) {
        edited.set(edited.schema.withObjects(Edit.plus(edited.schema.objects(), object)));
    }
}
