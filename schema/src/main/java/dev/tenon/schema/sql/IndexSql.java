package dev.tenon.schema.sql;

import dev.tenon.schema.Index;
import dev.tenon.schema.IndexKey;
import dev.tenon.schema.QualifiedName;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes what concerns indexes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html">CREATE INDEX</a>
 */
public final class IndexSql {

    private IndexSql() {}

    /** Builds the index while the table takes no writes; right for one that is new. */
    public static String create(QualifiedName table, Index index) {
        return create(table, index, "");
    }

    /** Builds the index while the table is written to; not inside a transaction. */
    public static String createConcurrently(QualifiedName table, Index index) {
        return create(table, index, "CONCURRENTLY ");
    }

    public static String dropConcurrently(QualifiedName table, String index) {
        return "DROP INDEX CONCURRENTLY " + Identifier.quote(table.withName(index));
    }

    public static String rename(QualifiedName table, String before, String after) {
        return "ALTER INDEX " + Identifier.quote(table.withName(before)) + " RENAME TO " + Identifier.quote(after);
    }

    public static String comment(QualifiedName table, String index, Optional<String> comment) {
        return Comments.on("INDEX " + Identifier.quote(table.withName(index)), comment);
    }

    private static String create(QualifiedName table, Index index, String how) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + how + Identifier.quote(index.name()) + " ON "
                + Identifier.quote(table)
                + (index.method().equals("btree") ? "" : " USING " + Identifier.quote(index.method()))
                + " (" + index.keys().stream().map(IndexSql::key).collect(Collectors.joining(", ")) + ")"
                + (index.include().isEmpty() ? "" : " INCLUDE (" + Identifier.list(index.include()) + ")")
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + with(index.with())
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

    private static String with(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> Identifier.quote(entry.getKey()) + " = " + parameter(entry.getValue()))
                        .collect(Collectors.joining(", ", " WITH (", ")"));
    }

    /** A number or word stands as it is; anything else is a string. */
    private static String parameter(String value) {
        return value.matches("[A-Za-z0-9_.]+") ? value : Literal.text(value);
    }
}
