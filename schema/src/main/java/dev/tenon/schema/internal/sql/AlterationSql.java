package dev.tenon.schema.internal.sql;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.util.Optional;

/**
 * Writes unmodelled attributes of a table or schema that are not objects: each statement in the form that verify
 * expects.
 */
public final class AlterationSql {

    private AlterationSql() {}

    /** A comment on a constraint or policy, depending on {@code kind}. */
    public static String comment(String kind, QualifiedName table, String name, String text) {
        return comment(kind, table, name) + Literal.text(text);
    }

    public static String noComment(String kind, QualifiedName table, String name) {
        return comment(kind, table, name) + "NULL";
    }

    private static String comment(String kind, QualifiedName table, String name) {
        return "COMMENT ON " + kind + " " + Identifier.quote(name) + " ON " + Identifier.quote(table) + " IS ";
    }

    /** A comment on a PostgreSQL schema. */
    public static String schemaComment(String schema, Optional<String> text) {
        return "COMMENT ON SCHEMA " + Identifier.quote(schema) + " IS "
                + text.map(Literal::text).orElse("NULL");
    }

    /** A foreign key to a single partition; {@code definition} is the text after its name. */
    public static String reference(QualifiedName table, String name, String definition) {
        return "ALTER TABLE " + Identifier.quote(table) + " ADD CONSTRAINT " + Identifier.quote(name) + " "
                + definition;
    }

    public static String noReference(QualifiedName table, String name) {
        return "ALTER TABLE " + Identifier.quote(table) + " DROP CONSTRAINT " + Identifier.quote(name);
    }

    /** Sets the index by which {@code CLUSTER} orders the rows of a table. */
    public static String cluster(QualifiedName table, String index) {
        return "ALTER TABLE " + Identifier.quote(table) + " CLUSTER ON " + Identifier.quote(index);
    }

    public static String withoutCluster(QualifiedName table) {
        return "ALTER TABLE " + Identifier.quote(table) + " SET WITHOUT CLUSTER";
    }

    /** Makes a table inherit from another one; the names are quoted already if necessary. */
    public static String inherit(String heir, String parent) {
        return "ALTER TABLE " + heir + " INHERIT " + parent;
    }

    public static String noInherit(String heir, String parent) {
        return "ALTER TABLE " + heir + " NO INHERIT " + parent;
    }

    /** The replica identity of a table. */
    public static String replicaIdentity(QualifiedName table, String identity) {
        return "ALTER TABLE " + Identifier.quote(table) + " REPLICA IDENTITY " + identity;
    }
}
