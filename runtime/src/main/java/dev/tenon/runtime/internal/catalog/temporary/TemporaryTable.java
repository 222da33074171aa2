package dev.tenon.runtime.internal.catalog.temporary;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.internal.sql.ColumnSql;
import dev.tenon.schema.internal.sql.ConstraintSql;
import dev.tenon.schema.internal.sql.IndexSql;
import dev.tenon.schema.internal.sql.PolicySql;
import dev.tenon.schema.internal.sql.TableSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements that create the expressions of one table: a temporary table of the same name, because expressions may
 * contain the name, and one statement for each expression. Primary and unique keys, foreign keys, identities, NOT NULL
 * and roles have no canonical form and are left out.
 *
 * @param table the expected table
 * @param complete whether it has all columns; if not, refused statements are not reported
 * @param parts the statements; the first creates the table
 */
public record TemporaryTable(Table table, boolean complete, List<Part> parts) implements TemporaryDdl {

    public static final String TEMPORARY = "pg_temp";

    /**
     * One statement.
     *
     * @param at the object with the expression
     * @param attribute the attribute with the expression
     * @param sql the statement
     */
    public record Part(ObjectPath at, String attribute, String sql) {

        public boolean createsTable() {
            return attribute.isEmpty();
        }
    }

    /** Returns the statements for a table, without the columns whose type is missing. */
    public static TemporaryTable of(Table table, Set<ColumnType> missing) {
        QualifiedName sample = new QualifiedName(TEMPORARY, table.name().name());
        List<Column> columns = table.columns().stream()
                .filter(column -> !missing.contains(element(column.type())))
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(ObjectPath.table(table.name()), "", TableSql.create(Table.of(sample, bare(columns)))));
        for (Column column : columns) {
            part(table, sample, column).ifPresent(parts::add);
        }
        table.constraints(Constraint.Check.class)
                .forEach(check -> parts.add(new Part(
                        ObjectPath.constraint(table.name(), check.name()),
                        "expression",
                        ConstraintSql.add(sample, check))));
        table.constraints(Constraint.Exclusion.class)
                .forEach(exclusion -> parts.add(new Part(
                        ObjectPath.constraint(table.name(), exclusion.name()),
                        "elements",
                        ConstraintSql.add(sample, exclusion))));
        for (Index index : table.indexes()) {
            parts.add(new Part(ObjectPath.index(table.name(), index.name()), "keys", IndexSql.create(sample, index)));
        }
        for (Policy policy : table.policies()) {
            parts.add(new Part(
                    ObjectPath.policy(table.name(), policy.name()),
                    "condition",
                    PolicySql.create(sample, forEveryone(policy))));
        }
        TemporaryPartitionedTable.add(table, plain(columns), parts);
        return new TemporaryTable(table, columns.size() == table.columns().size(), List.copyOf(parts));
    }

    /** Returns the element type of an array, and other types unchanged. */
    public static ColumnType element(ColumnType type) {
        return type instanceof ColumnType.Array array ? array.element() : type;
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(table.name().name()));
        table.indexes().forEach(index -> names.add(index.name()));
        table.constraints(Constraint.Exclusion.class).forEach(exclusion -> names.add(exclusion.name()));
        names.addAll(TemporaryPartitionedTable.names(table));
        return names;
    }

    @Override
    public int relations() {
        return 1;
    }

    /**
     * Returns the columns of the CREATE TABLE statement. Generated columns are added later, when all columns in their
     * expressions exist.
     */
    private static List<Column> bare(List<Column> columns) {
        return plain(columns.stream().filter(column -> !column.generated()).toList());
    }

    /**
     * Returns the columns with only their names and types. Generated columns are included, because policies of
     * partitions may read them.
     */
    public static List<Column> plain(List<Column> columns) {
        return columns.stream()
                .map(column -> column.withNullable(true).withDefault(Optional.empty()))
                .toList();
    }

    private static Optional<Part> part(Table table, QualifiedName sample, Column column) {
        ObjectPath at = ObjectPath.column(table.name(), column.name());
        return column.defaultValue()
                .flatMap(value -> value.match(new ColumnDefault.Cases<Optional<Part>>() {
                    @Override
                    public Optional<Part> expression(ColumnDefault.Expression expression) {
                        return Optional.of(
                                new Part(at, "defaultValue", ColumnSql.setDefault(sample, column.name(), expression)));
                    }

                    @Override
                    public Optional<Part> identity(ColumnDefault.Identity identity) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<Part> generated(ColumnDefault.Generated generated) {
                        return Optional.of(
                                new Part(at, "defaultValue", ColumnSql.add(sample, column.withNullable(true))));
                    }
                }));
    }

    public static Policy forEveryone(Policy policy) {
        return policy.withRoles(List.of("public"));
    }
}
