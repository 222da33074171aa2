package dev.tenon.runtime.internal.migrate;

import dev.tenon.schema.Column;
import dev.tenon.schema.ColumnType;
import dev.tenon.schema.Index;
import dev.tenon.schema.Schema;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The version of pgvector that a schema needs.
 *
 * @see <a href="https://github.com/pgvector/pgvector/blob/master/CHANGELOG.md">pgvector's change log</a>
 */
final class VectorVersion {

    private static final Set<String> YOUNG_TYPES = Set.of("halfvec", "sparsevec");

    private VectorVersion() {}

    /** Returns the oldest sufficient version, as three numbers with dots. */
    static String needed(Schema schema) {
        if (columns(schema).anyMatch(VectorVersion::isYoung)) {
            return "0.7.0";
        }
        return indexes(schema).anyMatch(index -> index.method().equals("hnsw")) ? "0.5.0" : "0.1.0";
    }

    private static Stream<Column> columns(Schema schema) {
        return schema.tables().stream().flatMap(table -> table.columns().stream());
    }

    private static Stream<Index> indexes(Schema schema) {
        return Stream.concat(
                schema.tables().stream().flatMap(table -> table.indexes().stream()),
                schema.views().stream().flatMap(view -> view.indexes().stream()));
    }

    private static boolean isYoung(Column column) {
        ColumnType type = column.type() instanceof ColumnType.Array array ? array.element() : column.type();
        return type instanceof ColumnType.UserDefined defined
                && YOUNG_TYPES.contains(defined.name().name());
    }
}
