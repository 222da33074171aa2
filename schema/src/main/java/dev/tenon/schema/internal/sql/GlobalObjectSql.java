package dev.tenon.schema.internal.sql;

import dev.tenon.schema.Extension;
import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;

/** Writes statements about roles, schemas and extensions, which may already exist when the first migration runs. */
public final class GlobalObjectSql {

    private GlobalObjectSql() {}

    /**
     * Creates a role without login unless it exists. Roles belong to the whole server, so another database's migration
     * may create it at the same time.
     */
    public static String createRole(String role) {
        return "DO " + Literal.dollar("""

                        BEGIN
                            IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = %s) THEN
                                CREATE ROLE %s NOLOGIN;
                            END IF;
                        EXCEPTION
                            WHEN duplicate_object OR unique_violation THEN NULL;
                        END
                        """.formatted(Literal.text(role), Identifier.quote(role)));
    }

    public static String createSchema(String schema) {
        return "CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(schema);
    }

    public static String dropSchema(String schema) {
        return "DROP SCHEMA " + Identifier.quote(schema);
    }

    public static String createExtension(Extension extension) {
        return "CREATE EXTENSION IF NOT EXISTS " + Identifier.quote(extension.name()) + " WITH SCHEMA "
                + Identifier.quote(extension.schema());
    }

    public static String dropExtension(String extension) {
        return "DROP EXTENSION " + Identifier.quote(extension);
    }

    public static String moveExtension(Extension extension) {
        return "ALTER EXTENSION " + Identifier.quote(extension.name()) + " SET SCHEMA "
                + Identifier.quote(extension.schema());
    }
}
