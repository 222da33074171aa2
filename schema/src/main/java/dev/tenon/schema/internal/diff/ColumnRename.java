package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ConstraintIndex;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.Sequence;
import dev.tenon.schema.Table;
import dev.tenon.schema.TenantScope;
import dev.tenon.schema.internal.sql.parse.IdentifierRewriter;
import java.util.List;
import java.util.Optional;
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
        return schema.withTables(schema.tables().stream()
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
     * @param part the part, without what has the column's own name
     * @return false also where there is no such table
     */
    public static <T> boolean isIn(Schema schema, QualifiedName owner, String column, Function<Table, T> part) {
        return !apply(schema, owner, column, column + "_")
                .table(owner)
                .map(part)
                .equals(schema.table(owner).map(part));
    }

    /** The table with its expressions written otherwise. */
    public static Table expressions(Table table, UnaryOperator<String> sql) {
        return new ColumnRename(table.name(), column -> column, sql).own(table);
    }

    private Table own(Table table) {
        return table.withColumns(table.columns().stream().map(this::column).toList())
                .withConstraints(
                        table.constraints().stream().map(this::constraint).toList())
                .withIndexes(table.indexes().stream().map(this::index).toList())
                .withRowSecurity(
                        table.rowSecurity(),
                        table.policies().stream().map(this::policy).toList())
                .withTenantScope(scope(table.tenantScope()))
                .withPartitioning(table.partitioning().map(this::partitioning))
                .withGuardedPartitions();
    }

    private Table other(Table table) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof Constraint.ForeignKey key
                                && key.target().equals(owner)
                        ? key.withColumns(key.columns(), names(key.targetColumns()), key.onDeleteColumns())
                        : constraint)
                .toList());
    }

    private Column column(Column column) {
        Optional<ColumnDefault> value = column.defaultValue()
                .map(each -> each instanceof ColumnDefault.Generated generated
                        ? new ColumnDefault.Generated(sql.apply(generated.sql()))
                        : each);
        return column.withName(name.apply(column.name())).withDefault(value);
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
                return new Constraint.Check(check.name(), sql.apply(check.expression()), check.validated());
            }

            @Override
            public Constraint foreignKey(Constraint.ForeignKey key) {
                List<String> targets = key.target().equals(owner) ? names(key.targetColumns()) : key.targetColumns();
                return key.withColumns(names(key.columns()), targets, names(key.onDeleteColumns()));
            }

            @Override
            public Constraint exclusion(Constraint.Exclusion exclusion) {
                return new Constraint.Exclusion(
                        exclusion.name(),
                        exclusion.method(),
                        exclusion.elements().stream()
                                .map(element -> new ExclusionElement(key(element.key()), element.operator()))
                                .toList(),
                        exclusion.where().map(sql),
                        exclusion.deferrability(),
                        keyIndex(exclusion.index()));
            }
        });
    }

    private ConstraintIndex keyIndex(ConstraintIndex index) {
        return index.withInclude(names(index.include()));
    }

    private Index index(Index index) {
        return new Index(
                index.name(),
                index.method(),
                index.unique(),
                index.nullsNotDistinct(),
                index.keys().stream().map(this::key).toList(),
                names(index.include()),
                index.where().map(sql),
                index.with(),
                index.valid(),
                index.comment());
    }

    private IndexKey key(IndexKey key) {
        IndexKey.Target target = key.target() instanceof IndexKey.OfExpression expression
                ? new IndexKey.OfExpression(sql.apply(expression.sql()))
                : new IndexKey.OfColumn(name.apply(key.column().orElseThrow()));
        return new IndexKey(target, key.operatorClass(), key.collation(), key.order());
    }

    private Partitioning partitioning(Partitioning partitioning) {
        return partitioning.withKeys(partitioning.keys().stream().map(this::key).toList());
    }

    private Policy policy(Policy policy) {
        return new Policy(
                policy.name(),
                policy.command(),
                policy.permissive(),
                policy.roles(),
                policy.using().map(sql),
                policy.check().map(sql));
    }

    private TenantScope scope(TenantScope scope) {
        if (scope instanceof TenantScope.Scoped scoped) {
            return new TenantScope.Scoped(name.apply(scoped.column()));
        }
        return scope instanceof TenantScope.Root root ? new TenantScope.Root(name.apply(root.column())) : scope;
    }

    private List<String> names(List<String> columns) {
        return columns.stream().map(name).toList();
    }
}
