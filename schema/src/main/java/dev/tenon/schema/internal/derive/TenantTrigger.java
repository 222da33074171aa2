package dev.tenon.schema.internal.derive;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.RowReferences;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The trigger that gives a row its tenant if the statement that writes it does not, because it comes from a version of
 * the application that knows no tenants. Its function runs with the privileges and policies of whoever writes the row,
 * so that nobody finds out by it what they may not read; and with the search path of migrations, so that its expression
 * finds the same tables as the backfill.
 */
public final class TenantTrigger {

    /** Sorts after the names of other triggers, which may change what the expression reads. */
    private static final String NAME = "~tenant_fill";

    private final Table table;
    private final String column;
    private final String value;

    private TenantTrigger(Table table, String column, String value) {
        this.table = table;
        this.column = column;
        this.value = value;
    }

    /**
     * The function and the trigger.
     *
     * @param value the tenant, as an expression over a row of the table
     */
    static List<SqlObject> of(Table table, String column, String value) {
        return new TenantTrigger(table, column, value).objects();
    }

    /** Whether the object is a trigger of this kind. */
    public static boolean is(SqlObject object) {
        return CreateStatement.of(object.create()).filter(TenantTrigger::is).isPresent();
    }

    /** Whether the statement creates a trigger of this kind. */
    public static boolean is(CreateStatement made) {
        return made.kind().equals("trigger") && made.name().name().equals(NAME);
    }

    /** The function of the trigger of a table. */
    public static QualifiedName function(QualifiedName table) {
        return table.withName(DefaultNames.fit("fill_tenant_of_" + table.name()));
    }

    /** Whether the object of the schema is a trigger of this kind, or the function of one. */
    public static boolean isPart(SqlObject object, Schema schema) {
        return is(object)
                || schema.objects().stream()
                        .anyMatch(each -> is(each) && each.dependsOn().contains(object.name()));
    }

    private static QualifiedName triggerName(Table table) {
        return table.name().withName(DefaultNames.fit(table.name().name() + "_tenant_fill"));
    }

    private List<SqlObject> objects() {
        String function = Identifier.quote(function(table.name())) + "()";
        String on = Identifier.quote(NAME) + " ON " + Identifier.quote(table.name());
        String written = "NEW." + Identifier.quote(column);
        String body = "#variable_conflict use_column\nBEGIN\n    " + written + " := (SELECT "
                + RowReferences.requalified(value, table.name(), table.name().name()) + "\n        FROM (" + row()
                + ") AS " + Identifier.quote(table.name().name()) + ");\n    RETURN NEW;\nEND";
        return List.of(
                new SqlObject(
                        function(table.name()),
                        "CREATE FUNCTION " + function + " RETURNS trigger LANGUAGE plpgsql\nSET search_path = public,"
                                + " pg_temp\nAS " + Literal.dollar(body),
                        "DROP FUNCTION " + function,
                        true,
                        List.of(),
                        Optional.empty()),
                new SqlObject(
                        triggerName(table),
                        "CREATE TRIGGER " + Identifier.quote(NAME) + " BEFORE INSERT OR UPDATE ON "
                                + Identifier.quote(table.name()) + "\nFOR EACH ROW WHEN (" + written
                                + " IS NULL) EXECUTE FUNCTION " + function,
                        "DROP TRIGGER " + on,
                        false,
                        List.of(function(table.name())),
                        Optional.empty()));
    }

    /** The new row. The server computes generated columns only after the trigger, so their expressions stand for them. */
    private String row() {
        if (table.columns().stream().noneMatch(Column::generated)) {
            return "SELECT NEW.*";
        }
        List<String> values = new ArrayList<>();
        for (Column each : table.columns()) {
            String name = Identifier.quote(each.name());
            if (each.defaultValue().orElse(null) instanceof ColumnDefault.Generated generated) {
                values.add("(" + RowReferences.unqualified(generated.sql(), table.name()) + ")::" + each.type() + " AS "
                        + name);
            } else {
                values.add(name);
            }
        }
        return "SELECT " + values.stream().collect(Collectors.joining(", ")) + " FROM (SELECT NEW.*) AS written";
    }
}
