package dev.tenon.schema.internal.expression;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnDefault;
import dev.tenon.schema.Constraint;
import dev.tenon.schema.ExclusionElement;
import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Partition;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Visits and rewrites the SQL expressions in a table. This is the only traversal of them, so that a new place for an
 * expression is added here alone.
 */
public final class TableExpressions {

    private final QualifiedName table;
    private final Rewriter rewriter;

    private TableExpressions(QualifiedName table, Rewriter rewriter) {
        this.table = table;
        this.rewriter = rewriter;
    }

    /** Rewrites an expression. */
    @FunctionalInterface
    public interface Rewriter {

        /**
         * Returns the new expression.
         *
         * @param at the object that has it; the table for a partition key
         * @param kind what it is for
         * @param sql the expression
         */
        String rewrite(ObjectPath at, ExpressionKind kind, String sql);
    }

    /** Visits an expression. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Visits one expression.
         *
         * @param at the object that has it; the table for a partition key
         * @param kind what it is for
         * @param sql the expression
         */
        void visit(ObjectPath at, ExpressionKind kind, String sql);
    }

    /** The table with rewritten expressions; its partitions, too. */
    public static Table map(Table table, Rewriter rewriter) {
        return new TableExpressions(table.name(), rewriter).map(table);
    }

    /** The table with rewritten expressions, except defaults, which cannot read columns. */
    public static Table mapOverRow(Table table, UnaryOperator<String> rewritten) {
        return map(table, (at, kind, sql) -> kind == ExpressionKind.DEFAULT ? sql : rewritten.apply(sql));
    }

    /** Visits each expression: those of columns, checks, indexes, exclusion constraints, the partition key, policies. */
    public static void forEach(Table table, Visitor visitor) {
        new TableExpressions(table.name(), (at, kind, sql) -> {
                    visitor.visit(at, kind, sql);
                    return sql;
                })
                .members(table);
    }

    /**
     * The members that contain expressions, after rewriting. A visit builds no table of them, because normalizing it is
     * expensive.
     */
    private record Members(
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            Optional<Partitioning> partitioning,
            List<Policy> policies) {}

    private Table map(Table before) {
        Members members = members(before);
        return before.withPartitioning(
                        members.partitioning.map(how -> how.withPartitions(each(how.partitions(), this::partition))))
                .withMembers(members.columns, members.constraints, members.indexes, members.policies);
    }

    /** A partition of a live database may have other policies than its table. */
    private Partition partition(Partition partition) {
        return partition.withAccess(
                partition.rowSecurity(), each(partition.policies(), this::policy), partition.grants());
    }

    private Members members(Table before) {
        List<Column> columns = each(before.columns(), this::column);
        List<Constraint> checked = each(before.constraints(), this::check);
        List<Index> indexes = each(before.indexes(), this::index);
        List<Constraint> constraints = each(checked, this::exclusion);
        Optional<Partitioning> partitioning = before.partitioning()
                .map(how -> how.withKeys(keys(ObjectPath.table(table), ExpressionKind.PARTITION_KEY, how.keys())));
        return new Members(columns, constraints, indexes, partitioning, each(before.policies(), this::policy));
    }

    private Column column(Column column) {
        ObjectPath at = ObjectPath.column(table, column.name());
        return column.withDefault(column.defaultValue()
                .map(value -> value.match(new ColumnDefault.Cases<>() {
                    @Override
                    public ColumnDefault expression(ColumnDefault.Expression expression) {
                        return new ColumnDefault.Expression(
                                rewriter.rewrite(at, ExpressionKind.DEFAULT, expression.sql()));
                    }

                    @Override
                    public ColumnDefault identity(ColumnDefault.Identity identity) {
                        return identity;
                    }

                    @Override
                    public ColumnDefault generated(ColumnDefault.Generated generated) {
                        return generated.withSql(rewriter.rewrite(at, ExpressionKind.GENERATED, generated.sql()));
                    }
                })));
    }

    private Constraint check(Constraint constraint) {
        return constraint instanceof Constraint.Check check
                ? check.withExpression(rewriter.rewrite(
                        ObjectPath.constraint(table, check.name()), ExpressionKind.CHECK, check.expression()))
                : constraint;
    }

    private Constraint exclusion(Constraint constraint) {
        if (constraint instanceof Constraint.Exclusion exclusion) {
            ObjectPath at = ObjectPath.constraint(table, exclusion.name());
            return exclusion
                    .withWhere(text(at, ExpressionKind.PREDICATE, exclusion.where()))
                    .withElements(each(
                            exclusion.elements(),
                            (ExclusionElement element) -> element.withKey(key(at, ExpressionKind.KEY, element.key()))));
        }
        return constraint;
    }

    private Index index(Index index) {
        ObjectPath at = ObjectPath.index(table, index.name());
        return index.withWhere(text(at, ExpressionKind.PREDICATE, index.where()))
                .withKeys(keys(at, ExpressionKind.KEY, index.keys()));
    }

    private Policy policy(Policy policy) {
        ObjectPath at = ObjectPath.policy(table, policy.name());
        return policy.withConditions(
                text(at, ExpressionKind.USING, policy.using()), text(at, ExpressionKind.WITH_CHECK, policy.check()));
    }

    private List<IndexKey> keys(ObjectPath at, ExpressionKind kind, List<IndexKey> keys) {
        return each(keys, key -> key(at, kind, key));
    }

    private IndexKey key(ObjectPath at, ExpressionKind kind, IndexKey key) {
        return key.target() instanceof IndexKey.OfExpression expression
                ? key.withTarget(new IndexKey.OfExpression(rewriter.rewrite(at, kind, expression.sql())))
                : key;
    }

    private Optional<String> text(ObjectPath at, ExpressionKind kind, Optional<String> sql) {
        return sql.map(text -> rewriter.rewrite(at, kind, text));
    }

    private static <T> List<T> each(List<T> items, UnaryOperator<T> change) {
        return items.stream().map(change).toList();
    }
}
