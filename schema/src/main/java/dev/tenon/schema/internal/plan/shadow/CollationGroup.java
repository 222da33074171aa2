package dev.tenon.schema.internal.plan.shadow;

import dev.tenon.schema.Column;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import java.util.List;
import java.util.Optional;

/**
 * Columns of a table that get another collation in one cutover, without a rewrite. Their indexes are built before it,
 * with the new collation as that of their keys, which PostgreSQL then takes over as they are.
 *
 * @param table the table
 * @param columns the columns after the migration
 */
public record CollationGroup(QualifiedName table, List<Column> columns) {

    /** The collation of a column that names none. */
    static final QualifiedName DEFAULT = new QualifiedName("pg_catalog", "default");

    public CollationGroup {
        columns = List.copyOf(columns);
    }

    /** Whether the group contains the column. */
    public boolean has(String column) {
        return columns.stream().anyMatch(each -> each.name().equals(column));
    }

    /** Whether the fragment is for a change of one of the columns. */
    public boolean concerns(PlannedStatements fragment) {
        ObjectPath path = fragment.statements().get(0).change().path();
        return path.owner().equals(table) && has(path.member());
    }

    /** Whether PostgreSQL would build the index again when the collation changes. */
    public boolean sorts(Index index) {
        return index.keys().stream().anyMatch(this::follows);
    }

    /** Whether it is a key over one of the columns. */
    public boolean sorts(Constraint constraint) {
        List<String> keys = constraint instanceof Constraint.PrimaryKey key
                ? key.columns()
                : constraint instanceof Constraint.Unique unique ? unique.columns() : List.of();
        return keys.stream().anyMatch(this::has);
    }

    /** The index with the new collation, before its columns have it. */
    public Index early(Index index) {
        return index.withKeys(index.keys().stream()
                .map(key -> follows(key) ? key.withCollation(Optional.of(collation(key))) : key)
                .toList());
    }

    private boolean follows(IndexKey key) {
        return key.collation().isEmpty() && key.column().filter(this::has).isPresent();
    }

    private QualifiedName collation(IndexKey key) {
        return columns.stream()
                .filter(column -> key.column().filter(column.name()::equals).isPresent())
                .findFirst()
                .orElseThrow()
                .collation()
                .orElse(DEFAULT);
    }
}
