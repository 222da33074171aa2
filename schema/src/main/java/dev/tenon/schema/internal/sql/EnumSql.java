package dev.tenon.schema.internal.sql;

import dev.tenon.schema.EnumType;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes statements about enum types.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
public final class EnumSql {

    private EnumSql() {}

    public static String create(EnumType type) {
        return "CREATE TYPE " + Identifier.quote(type.name()) + " AS ENUM ("
                + type.labels().stream().map(EnumSql::label).collect(Collectors.joining(", ")) + ")";
    }

    public static String drop(QualifiedName type) {
        return "DROP TYPE " + Identifier.quote(type);
    }

    public static String rename(QualifiedName type, String name) {
        return alter(type) + " RENAME TO " + Identifier.quote(name);
    }

    public static String move(QualifiedName type, String schema) {
        return alter(type) + " SET SCHEMA " + Identifier.quote(schema);
    }

    /** Adds a label unless it exists, before another one or at the end. */
    public static String addLabel(QualifiedName type, String label, Optional<String> before) {
        return alter(type) + " ADD VALUE IF NOT EXISTS " + label(label)
                + before.map(other -> " BEFORE " + label(other)).orElse("");
    }

    public static String renameLabel(QualifiedName type, String before, String after) {
        return alter(type) + " RENAME VALUE " + label(before) + " TO " + label(after);
    }

    public static String comment(QualifiedName type, Optional<String> comment) {
        return CommentSql.on("TYPE " + Identifier.quote(type), comment);
    }

    private static String alter(QualifiedName type) {
        return "ALTER TYPE " + Identifier.quote(type);
    }

    private static String label(String label) {
        return Literal.text(label).strip();
    }
}
