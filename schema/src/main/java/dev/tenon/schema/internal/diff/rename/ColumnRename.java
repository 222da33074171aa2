package dev.tenon.schema.internal.diff.rename;

import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.expression.TableExpressions;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Renames a column in a schema as the server does: keys, indexes, foreign keys and expressions follow. */
public final class ColumnRename {

    private final QualifiedName owner;
    private final UnaryOperator<String> name;
    private final UnaryOperator<String> sql;

    private ColumnRename(QualifiedName owner, UnaryOperator<String> name, UnaryOperator<String> sql) {
        this.owner = owner;
        this.name = name;
        this.sql = sql;
    }

    /**
     * The schema after the rename.
     *
     * @param owner the column's table
     * @param before the old name
     * @param after the new name
     */
    public static Schema apply(Schema schema, QualifiedName owner, String before, String after) {
        ColumnRename renamed = new ColumnRename(
                owner,
                column -> column.equals(before) ? after : column,
                expression -> IdentifierRewriter.in(expression, before, after));
        return AlterationRename.ofColumn(schema, owner, before, after)
                .withTables(schema.tables().stream()
                        .map(table -> table.name().equals(owner) ? renamed.own(table) : renamed.other(table))
                        .toList())
                .withSequences(SequenceOwnership.of(
                        schema.sequences(),
                        column -> column.table().equals(owner)
                                ? new Sequence.Owner(owner, renamed.name.apply(column.column()))
                                : column));
    }

    /**
     * Whether a part of a table references one of its columns, found by renaming the column.
     *
     * @param part extracts the part; it must not contain the column itself, whose name always changes
     * @return false also if there is no such table
     */
    public static <T> boolean isIn(Schema schema, QualifiedName owner, String column, Function<Table, T> part) {
        return !apply(schema, owner, column, column + "_")
                .table(owner)
                .map(part)
                .equals(schema.table(owner).map(part));
    }

    private Table own(Table table) {
        Table renamed = table.withColumns(table.columns().stream()
                        .map(column -> column.withName(name.apply(column.name())))
                        .toList())
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList())
                .withIndexes(table.indexes().stream()
                        .map(index -> index.withKeys(keys(index.keys())).withInclude(names(index.include())))
                        .toList())
                .withTenantScope(scope(table.tenantScope()))
                .withPartitioning(table.partitioning().map(how -> how.withKeys(keys(how.keys()))));
        return TableExpressions.mapOverRow(renamed, sql);
    }

    private Table other(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.ForeignKey key
                                && key.target().equals(owner)
                        ? key.withColumns(key.columns(), names(key.targetColumns()), key.onDeleteColumns())
                        : constraint)
                .toList());
    }

    private Constraint constraint(Constraint constraint) {
        return constraint.match(new Constraint.Cases<>() {
            @Override
            public Constraint primaryKey(Constraint.PrimaryKey key) {
                return key.withColumns(names(key.columns())).withIndex(keyIndex(key.index()));
            }

            @Override
            public Constraint unique(Constraint.Unique unique) {
                return unique.withColumns(names(unique.columns())).withIndex(keyIndex(unique.index()));
            }

            @Override
            public Constraint check(Constraint.Check check) {
                return check;
            }

            @Override
            public Constraint foreignKey(Constraint.ForeignKey key) {
                List<String> targets = key.target().equals(owner) ? names(key.targetColumns()) : key.targetColumns();
                return key.withColumns(names(key.columns()), targets, names(key.onDeleteColumns()));
            }

            @Override
            public Constraint exclusion(Constraint.Exclusion exclusion) {
                return exclusion
                        .withElements(exclusion.elements().stream()
                                .map(element -> element.withKey(key(element.key())))
                                .toList())
                        .withIndex(keyIndex(exclusion.index()));
            }
        });
    }

    private ConstraintIndex keyIndex(ConstraintIndex index) {
        return index.withInclude(names(index.include()));
    }

    private List<IndexKey> keys(List<IndexKey> keys) {
        return keys.stream().map(this::key).toList();
    }

    private IndexKey key(IndexKey key) {
        return key.column()
                .map(column -> key.withTarget(new IndexKey.OfColumn(name.apply(column))))
                .orElse(key);
    }

    private TenantScope scope(TenantScope scope) {
        if (scope instanceof TenantScope.Scoped scoped) {
            return new TenantScope.Scoped(name.apply(scoped.column()), scoped.keyReason());
        }
        return scope instanceof TenantScope.Root root ? new TenantScope.Root(name.apply(root.column())) : scope;
    }

    private List<String> names(List<String> columns) {
        return columns.stream().map(name).toList();
    }
}
