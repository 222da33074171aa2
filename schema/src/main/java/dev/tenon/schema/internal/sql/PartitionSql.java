package dev.tenon.schema.internal.sql;

import dev.tenon.schema.IndexKey;
import dev.tenon.schema.PartitionBound;
import dev.tenon.schema.PartitionBound.End;
import dev.tenon.schema.Partitioning;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes statements about partitions.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-partitioning.html">Table Partitioning</a>
 */
public final class PartitionSql {

    private static final PartitionBound.Cases<String> BOUND = new PartitionBound.Cases<>() {
        @Override
        public String range(PartitionBound.Range bound) {
            return "FOR VALUES FROM (" + ends(bound.from()) + ") TO (" + ends(bound.to()) + ")";
        }

        @Override
        public String list(PartitionBound.Values bound) {
            List<String> values = new ArrayList<>(
                    bound.values().stream().map(PartitionSql::value).toList());
            if (bound.nulls()) {
                values.add("NULL");
            }
            return "FOR VALUES IN (" + String.join(", ", values) + ")";
        }

        @Override
        public String hash(PartitionBound.Hash bound) {
            return "FOR VALUES WITH (MODULUS " + bound.modulus() + ", REMAINDER " + bound.remainder() + ")";
        }

        @Override
        public String defaultPartition() {
            return "DEFAULT";
        }
    };

    private PartitionSql() {}

    /** The PARTITION BY clause after the columns of a table. */
    public static String clause(Partitioning partitioning) {
        return "PARTITION BY " + partitioning.strategy() + " ("
                + partitioning.keys().stream().map(IndexSql::key).collect(Collectors.joining(", ")) + ")";
    }

    /** The bound of a partition. */
    public static String bound(PartitionBound bound) {
        return bound.match(BOUND);
    }

    /** Creates a partition of a new table. */
    public static String create(QualifiedName table, String partition, PartitionBound bound) {
        return "CREATE TABLE " + Identifier.quote(table.withName(partition)) + " PARTITION OF "
                + Identifier.quote(table) + " " + bound(bound);
    }

    /** Creates a table like the partitioned one, to be attached later. */
    public static String createAlone(QualifiedName table, String partition) {
        return createLike(table, partition, "");
    }

    /** Creates a table like the partitioned one, with its indexes, to be filled and attached later. */
    public static String createIndexed(QualifiedName table, String partition) {
        return createLike(table, partition, " INCLUDING INDEXES");
    }

    private static String createLike(QualifiedName table, String partition, String more) {
        return "CREATE TABLE " + Identifier.quote(table.withName(partition)) + " (\n    LIKE " + Identifier.quote(table)
                + " INCLUDING CONSTRAINTS INCLUDING DEFAULTS INCLUDING GENERATED"
                + " INCLUDING STORAGE INCLUDING COMPRESSION" + more + "\n)";
    }

    public static String attach(QualifiedName table, String partition, PartitionBound bound) {
        return TableSql.alter(table) + " ATTACH PARTITION " + Identifier.quote(table.withName(partition)) + " "
                + bound(bound);
    }

    public static String detach(QualifiedName table, String partition) {
        return TableSql.alter(table) + " DETACH PARTITION " + Identifier.quote(table.withName(partition));
    }

    /** Detaches without blocking reads and writes; not possible inside a transaction or with a default partition. */
    public static String detachConcurrently(QualifiedName table, String partition) {
        return detach(table, partition) + " CONCURRENTLY";
    }

    private static String ends(List<End> ends) {
        return ends.stream()
                .map(end -> end instanceof End.At at ? value(at.text()) : end.text())
                .collect(Collectors.joining(", "));
    }

    static String value(String text) {
        return Literal.text(text).strip();
    }

    /** A partition key as an operand in a condition. */
    static String operand(IndexKey key) {
        String operand = key.target() instanceof IndexKey.OfExpression expression
                ? "(" + expression.sql() + ")"
                : Identifier.quote(key.column().orElseThrow());
        return key.collation()
                .map(collation -> operand + " COLLATE " + Identifier.quote(collation))
                .orElse(operand);
    }
}
