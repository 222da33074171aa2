package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ColumnChange;
import dev.tenon.schema.internal.diff.TableChange;
import dev.tenon.schema.internal.sql.TypeSql;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import dev.tenon.schema.internal.sql.parse.RowReferences;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The row of a table as it was before the migration, for expressions that entities declare over it. During the
 * migration the row differs: columns and the table have new names, shadow columns exist, and generated columns have no
 * values yet in a {@code BEFORE} trigger.
 */
public final class OldRow {

    private final Table table;
    private final QualifiedName formerTable;
    /** Maps the names of columns after renames to their names before. */
    private final Map<String, String> former = new HashMap<>();

    private final List<ColumnChange.Rename> renames = new ArrayList<>();

    private OldRow(Table table, List<Change> changes) {
        this.table = table;
        QualifiedName name = table.name();
        for (Change change : changes) {
            if (change instanceof ColumnChange.Rename rename && rename.table().equals(table.name())) {
                former.put(rename.after(), rename.before());
                renames.add(rename);
            } else if (change instanceof TableChange.Rename rename
                    && rename.after().equals(table.name())) {
                name = rename.before();
            }
        }
        this.formerTable = name;
    }

    /**
     * The old row of a table.
     *
     * @param table the table before, with renames applied
     * @param renames the renames
     */
    static OldRow of(Table table, List<Change> renames) {
        return new OldRow(table, renames);
    }

    /** The names in the expression that belong to one column before the migration and to another one after it. */
    public Set<String> ambiguous(String expression) {
        Set<String> names = RowReferences.of(expression).names();
        names.removeIf(
                name -> !(former.containsValue(name) && table.column(name).isPresent()));
        return names;
    }

    /** Whether the expression uses the whole row. */
    public boolean isWholeIn(String expression) {
        RowReferences read = RowReferences.of(expression);
        return takesWhole(read, table.name().name()) || takesWhole(read, formerTable.name());
    }

    /**
     * The expression for UPDATE statements and triggers. If their row differs from the old row, the expression is
     * wrapped in a subquery that provides the old row.
     */
    String expression(String told) {
        String sql = requalified(told);
        RowReferences read = RowReferences.of(sql);
        boolean whole = isWholeIn(sql);
        Set<String> names = read.names();
        List<String> columns = new ArrayList<>();
        boolean other =
                whole || (!formerTable.name().equals(table.name().name()) && read.qualifies(formerTable.name()));
        for (Column column : table.columns()) {
            Optional<String> old = Optional.ofNullable(former.get(column.name()));
            boolean byOld = old.isPresent() && (whole || names.contains(old.get()));
            boolean byNew = names.contains(column.name()) && (old.isEmpty() || !former.containsValue(column.name()));
            if (byOld) {
                columns.add(Identifier.quote(column.name()) + " AS " + Identifier.quote(old.get()));
            }
            if (byNew || (whole && old.isEmpty())) {
                columns.add(value(column));
            }
            other |= byOld || (byNew && column.generated());
        }
        if (!other || columns.isEmpty()) {
            return sql;
        }
        String name = read.qualifies(formerTable.name()) || takesWhole(read, formerTable.name())
                ? formerTable.name()
                : table.name().name();
        return "(SELECT " + sql + " FROM (SELECT " + String.join(", ", columns) + ") AS " + Identifier.quote(name)
                + ")";
    }

    /** The expression for {@code ALTER COLUMN … TYPE … USING}, which allows no subquery. */
    String inPlace(String told) {
        String sql = unqualified(told);
        for (ColumnChange.Rename rename : renames) {
            sql = IdentifierRewriter.in(sql, rename.before(), rename.after());
        }
        return sql;
    }

    /** The alias of a trigger's row that the expression needs. */
    String alias(String expression) {
        String name = table.name().name();
        return RowReferences.of(expression).qualifies(name) ? name : "written";
    }

    private String requalified(String told) {
        String sql = RowReferences.requalified(told, table.name(), table.name().name());
        return RowReferences.requalified(sql, formerTable, formerTable.name());
    }

    private boolean takesWhole(RowReferences read, String name) {
        return read.takesWholeRow(name) && table.column(name).isEmpty() && !former.containsValue(name);
    }

    /**
     * The column, or the expression of a generated column, because the server computes its value only after {@code
     * BEFORE} triggers.
     */
    private String value(Column column) {
        String name = Identifier.quote(column.name());
        if (column.defaultValue().orElse(null) instanceof ColumnDefault.Generated generated) {
            String collation = column.collation()
                    .map(each -> " COLLATE " + Identifier.quote(each))
                    .orElse("");
            return "CAST((" + unqualified(generated.sql()) + ") AS " + TypeSql.name(column.type()) + ")" + collation
                    + " AS " + name;
        }
        return name;
    }

    /**
     * The expression without qualifiers: partitions, and the subquery around a generated column's expression, do not
     * have the table's name.
     */
    private String unqualified(String expression) {
        return RowReferences.unqualified(RowReferences.unqualified(expression, table.name()), formerTable);
    }

    /** The names of the columns, each before and after the migration. */
    public Set<String> columns() {
        Set<String> names = new TreeSet<>(former.values());
        table.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    /** The names of the table before and after the migration. */
    public Set<QualifiedName> tables() {
        return new TreeSet<>(List.of(formerTable, table.name()));
    }

    /** Whether the expression contains the column's name before or after the migration. */
    public boolean names(String expression, String column) {
        Set<String> names = RowReferences.of(expression).names();
        String old = former.get(column);
        return names.contains(column) || (old != null && names.contains(old));
    }
}
