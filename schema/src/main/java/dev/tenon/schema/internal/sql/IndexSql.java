package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes statements and definitions of indexes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
public final class IndexSql {

    private IndexSql() {}

    /** Builds the index, which blocks writes to the table; for a new table. */
    public static String create(QualifiedName table, Index index) {
        return create(table, index, "", "");
    }

    /** The index of a partitioned table only; it becomes valid when the indexes of all partitions are attached. */
    public static String createOnly(QualifiedName table, Index index) {
        return create(table, index, "", "ONLY ");
    }

    /** Attaches the index of a partition to that of its table. */
    public static String attach(QualifiedName table, String index, String part) {
        return "ALTER INDEX " + Identifier.quote(table.withName(index)) + " ATTACH PARTITION "
                + Identifier.quote(table.withName(part));
    }

    /** Builds the index without blocking writes; not possible inside a transaction. */
    public static String createConcurrently(QualifiedName table, Index index) {
        return create(table, index, "CONCURRENTLY ", "");
    }

    public static String dropConcurrently(QualifiedName table, String index) {
        return "DROP INDEX CONCURRENTLY " + Identifier.quote(table.withName(index));
    }

    /** Drops the index with those of its partitions, which is not possible concurrently. */
    public static String drop(QualifiedName table, String index) {
        return "DROP INDEX " + Identifier.quote(table.withName(index));
    }

    public static String rename(QualifiedName table, String before, String after) {
        return "ALTER INDEX " + Identifier.quote(table.withName(before)) + " RENAME TO " + Identifier.quote(after);
    }

    public static String comment(QualifiedName table, String index, Optional<String> comment) {
        return CommentSql.on("INDEX " + Identifier.quote(table.withName(index)), comment);
    }

    private static String create(QualifiedName table, Index index, String how, String only) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + how + Identifier.quote(index.name()) + " ON "
                + only + Identifier.quote(table)
                + (index.method().equals("btree") ? "" : " USING " + Identifier.quote(index.method()))
                + " (" + index.keys().stream().map(IndexSql::key).collect(Collectors.joining(", ")) + ")"
                + include(index.include())
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + StorageParameters.with(index.with())
                + index.where().map(sql -> " WHERE " + sql).orElse("");
    }

    static String key(IndexKey key) {
        String target = key.target() instanceof IndexKey.OfExpression expression
                ? "(" + expression.sql() + ")"
                : Identifier.quote(key.column().orElseThrow());
        return target
                + key.collation()
                        .map(name -> " COLLATE " + Identifier.quote(name))
                        .orElse("")
                + key.operatorClass().map(name -> " " + operatorClass(name)).orElse("")
                + switch (key.order()) {
                    case ASC -> "";
                    case ASC_NULLS_FIRST -> " NULLS FIRST";
                    case DESC -> " DESC";
                    case DESC_NULLS_LAST -> " DESC NULLS LAST";
                };
    }

    private static String operatorClass(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? Identifier.quote(name.name()) : Identifier.quote(name);
    }

    static String include(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + Identifier.list(columns) + ")";
    }
}
