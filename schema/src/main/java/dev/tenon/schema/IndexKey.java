package dev.tenon.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * One key of an index.
 *
 * @param target what is indexed
 * @param operatorClass the operator class, if it is not the default of the type
 * @param collation the collation, if it is not the one of the column
 * @param order the order of the keys and of nulls among them
 */
public record IndexKey(
        Target target, Optional<QualifiedName> operatorClass, Optional<QualifiedName> collation, Order order) {

    public IndexKey {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(operatorClass, "operatorClass");
        Objects.requireNonNull(collation, "collation");
        Objects.requireNonNull(order, "order");
    }

    /** A column with the defaults of its type. */
    public static IndexKey column(String name) {
        return new IndexKey(new OfColumn(name), Optional.empty(), Optional.empty(), Order.ASC);
    }

    /** An expression with the defaults of its type. */
    public static IndexKey expression(String sql) {
        return new IndexKey(new OfExpression(sql), Optional.empty(), Optional.empty(), Order.ASC);
    }

    /** The column, if the key is a column. */
    public Optional<String> column() {
        return target instanceof OfColumn column ? Optional.of(column.name()) : Optional.empty();
    }

    public IndexKey withTarget(Target other) {
        return new IndexKey(other, operatorClass, collation, order);
    }

    public IndexKey withOperatorClass(QualifiedName other) {
        return new IndexKey(target, Optional.of(other), collation, order);
    }

    public IndexKey withCollation(Optional<QualifiedName> other) {
        return new IndexKey(target, operatorClass, other, order);
    }

    /** What a key indexes. */
    public sealed interface Target {}

    /**
     * A column.
     *
     * @param name the column's name
     */
    public record OfColumn(String name) implements Target {
        public OfColumn {
            Normalization.text("an indexed column", name);
        }
    }

    /**
     * An expression over the row.
     *
     * @param sql the expression
     */
    public record OfExpression(String sql) implements Target {
        public OfExpression {
            Normalization.text("an indexed expression", sql);
        }
    }

    /** The order of the keys; nulls count as larger than any value unless specified otherwise. */
    public enum Order {
        ASC,
        ASC_NULLS_FIRST,
        DESC,
        DESC_NULLS_LAST
    }
}
