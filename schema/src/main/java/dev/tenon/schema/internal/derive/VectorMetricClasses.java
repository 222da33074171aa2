package dev.tenon.schema.internal.derive;

import dev.tenon.schema.ColumnType;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import java.util.Map;

/** The operator classes of pgvector by type and metric. */
public final class VectorMetricClasses {

    private static final Map<String, String> METRICS = Map.of(
            "L2", "l2",
            "INNER_PRODUCT", "ip",
            "COSINE", "cosine",
            "L1", "l1",
            "HAMMING", "hamming",
            "JACCARD", "jaccard");

    private VectorMetricClasses() {}

    /**
     * Returns the index key of a column that is searched by a metric; its operator class may not exist.
     *
     * @param method the access method
     * @param column the name of the column
     * @param type the type of the column
     * @param schema the PostgreSQL schema of the extension
     * @param metric the name of the metric's constant
     */
    public static IndexKey key(String method, String column, ColumnType type, String schema, String metric) {
        String base = type instanceof ColumnType.UserDefined known
                ? known.name().name()
                : type.toString().replaceAll("\\(.*", "");
        QualifiedName name = new QualifiedName(schema, base + "_" + METRICS.getOrDefault(metric, "l2") + "_ops");
        return AccessMethods.named(method).omitDefault(IndexKey.column(column).withOperatorClass(name));
    }
}
