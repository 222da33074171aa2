package dev.tenon.runtime.evolution;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;

/** Edits of routines and domains, and of checks, indexes and computed columns that use them. */
final class RoutineEdits {

    private static final String PARAMETERS = "(text)";

    static final Edit ADD = new Edit("add routine", (edited, random) -> {
        String name = Identifier.quote(edited.names(random).qualified());
        add(
                edited,
                name,
                "CREATE FUNCTION " + name
                        + "(text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT pg_catalog.length($1) + 0'",
                "DROP FUNCTION " + name + PARAMETERS);
    });

    static final Edit ADD_DOMAIN = new Edit("add domain", (edited, random) -> {
        String name = Identifier.quote(edited.names(random).qualified());
        add(
                edited,
                name,
                "CREATE DOMAIN " + name + " AS " + random.of(List.of("integer", "text")),
                "DROP DOMAIN " + name);
    });

    static final Edit USE = routine("use routine", RoutineEdits::use);

    static final List<Edit> ALL = List.of(
            ADD,
            ADD_DOMAIN,
            USE,
            routine("change routine", (edited, random, routine) -> replace(
                    edited, routine, routine.create().replaceAll("\\d'$", random.below(9) + "'"))),
            new Edit("change domain", (edited, random) -> random.maybe(edited.schema.objects().stream()
                            .filter(RoutineEdits::isDomain)
                            .toList())
                    .ifPresent(domain -> replace(
                            edited,
                            domain,
                            domain.create().replaceAll(" CHECK.*", "")
                                    + (random.oneIn(4) ? "" : " CHECK (VALUE::text <> '" + random.below(90) + "x')")))));

    private RoutineEdits() {}

    /** An edit of one routine. */
    @FunctionalInterface
    private interface OfRoutine {
        void apply(EditedSchema edited, RandomChoices random, SqlObject routine);
    }

    private static Edit routine(String name, OfRoutine change) {
        return new Edit(
                name,
                (edited, random) -> random.maybe(edited.schema.objects().stream()
                                .filter(RoutineEdits::isRoutine)
                                .toList())
                        .ifPresent(routine -> change.apply(edited, random, routine)));
    }

    /** Whether it is a routine with a parameter. */
    static boolean isRoutine(SqlObject object) {
        return object.create().contains("$1");
    }

    static boolean isDomain(SqlObject object) {
        return object.create().startsWith("CREATE DOMAIN ");
    }

    /** The domains as types. */
    static List<ColumnType> domains(List<SqlObject> objects) {
        return objects.stream()
                .filter(RoutineEdits::isDomain)
                .<ColumnType>map(domain -> ColumnType.parse(domain.drop().replace("DROP DOMAIN ", "")))
                .toList();
    }

    private static void use(EditedSchema edited, RandomChoices random, SqlObject routine) {
        Table table = random.of(edited.schema.tables());
        Column column = random.of(table.columns());
        String call = routine.drop().replace("DROP FUNCTION ", "").replace(PARAMETERS, "")
                + "((" + Identifier.quote(column.name()) + ")::text)";
        int how = random.below(3);
        String name = edited.tokens.next();
        if (how == 0) {
            edited.replace(
                    table, each -> RandomTable.with(each, new Constraint.Check(name, call + " < " + 95, true)));
        } else if (TypeValues.isText(column.type()) && !column.generated()) {
            Column computed = Column.of(name, ColumnType.builtin("integer"))
                    .withNullable(true)
                    .withDefault(Optional.of(new ColumnDefault.Generated(call)));
            Index index = Index.of(name, "btree", List.of(IndexKey.expression(call)));
            edited.replace(
                    table,
                    each -> how == 1
                            ? each.withIndexes(Edit.plus(each.indexes(), index))
                            : each.withColumns(Edit.plus(each.columns(), computed)));
        }
    }

    private static void replace(EditedSchema edited, SqlObject object, String create) {
        edited.set(edited.schema.withObjects(
                Edit.replaced(edited.schema.objects(), object, was -> was.withCreate(create))));
    }

    private static void add(EditedSchema edited, String name, String create, String drop) {
        SqlObject object = new SqlObject(
                QualifiedName.parse("public." + Tokens.of(name)), create, drop, true, List.of(), Optional.empty());
        edited.set(edited.schema.withObjects(Edit.plus(edited.schema.objects(), object)));
    }
}
