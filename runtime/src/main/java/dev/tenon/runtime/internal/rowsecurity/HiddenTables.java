package dev.tenon.runtime.internal.rowsecurity;

import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds the tables whose rows row-level security may hide from the current role. It applies to owners, too, if it is
 * forced.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-rowsecurity.html">Row Security Policies</a>
 */
public final class HiddenTables {

    private static final String IS_BOUND =
            "SELECT NOT rolsuper AND NOT rolbypassrls FROM pg_catalog.pg_roles WHERE rolname = current_user";

    private static final String OWNED = "pg_has_role(c.relowner, 'USAGE')";

    private static final String HIDDEN =
            "c.relkind IN ('r', 'p') AND c.relrowsecurity AND (c.relforcerowsecurity OR NOT " + OWNED + ")";

    private static final String APPLIES =
            "p.polrelid = c.oid AND EXISTS (SELECT FROM unnest(p.polroles) r WHERE r = 0 OR pg_has_role(r, 'USAGE'))";

    /** Whether a policy lets the role see and write every row, and no restrictive one limits it. */
    private static final String OPEN = """
            (EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE %1$s AND p.polpermissive AND p.polcmd = '*'
                AND pg_get_expr(p.polqual, p.polrelid) = 'true'
                AND coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') = 'true')
            AND NOT EXISTS (SELECT FROM pg_catalog.pg_policy p WHERE %1$s AND NOT p.polpermissive
                AND (coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') <> 'true'
                    OR coalesce(pg_get_expr(p.polwithcheck, p.polrelid), 'true') <> 'true')))""".formatted(APPLIES);

    private static final String ALL_OPEN = "SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE " + HIDDEN
            + " AND has_any_column_privilege(c.oid, 'SELECT') AND NOT " + OPEN + ")";

    /** The relations with these names, what inherits from them, what views read, and what their foreign keys reference. */
    private static final String REACHED = """
            WITH RECURSIVE named AS (
                SELECT c.oid, w.key FROM ROWS FROM (unnest(?::text[]), unnest(?::text[]), unnest(?::boolean[])) AS w (nsp, rel, key)
                JOIN pg_catalog.pg_namespace n ON n.nspname = w.nsp
                JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.rel),
            reached AS (
                SELECT oid FROM named
                UNION
                SELECT k.confrelid FROM named JOIN pg_catalog.pg_constraint k ON k.conrelid = named.oid AND k.contype = 'f'
                WHERE named.key
                UNION
                SELECT next.oid FROM reached CROSS JOIN LATERAL (
                    SELECT i.inhrelid AS oid FROM pg_catalog.pg_inherits i WHERE i.inhparent = reached.oid
                    UNION ALL
                    SELECT d.refobjid FROM pg_catalog.pg_rewrite r JOIN pg_catalog.pg_depend d
                        ON d.classid = 'pg_catalog.pg_rewrite'::regclass AND d.objid = r.oid
                        AND d.refclassid = 'pg_catalog.pg_class'::regclass
                    WHERE r.ev_class = reached.oid AND d.refobjid <> reached.oid) AS next)
            """;

    private static final String FIND =
            REACHED + "SELECT c.oid, n.nspname, c.relname, " + OWNED + ", " + OPEN + """

            FROM reached JOIN pg_catalog.pg_class c ON c.oid = reached.oid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE\s""" + HIDDEN + " ORDER BY 2, 3";

    /** PostgreSQL never shortens a table that has a row to no block, so no look at rows is needed. */
    private static final String EMPTY = """
            WITH RECURSIVE family AS (
                SELECT to_regclass(?)::oid AS oid
                UNION
                SELECT i.inhrelid FROM family JOIN pg_catalog.pg_inherits i ON i.inhparent = family.oid)
            SELECT coalesce(sum(pg_relation_size(oid)), 0) = 0 FROM family""";

    private HiddenTables() {}

    /** Whether row-level security applies to the role at all. */
    public static boolean mayExist(Connection connection) throws SQLException {
        return isTrue(connection, IS_BOUND);
    }

    /** Returns the hidden tables among the relations, by name. */
    public static List<HiddenTable> among(ReadRelations relations, Connection connection) throws SQLException {
        if (relations.isEmpty()) {
            return List.of();
        }
        List<QualifiedName> names = List.copyOf(relations.statements());
        List<HiddenTable> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            query.setArray(
                    1,
                    texts(connection, names.stream().map(QualifiedName::schema).toArray()));
            query.setArray(
                    2, texts(connection, names.stream().map(QualifiedName::name).toArray()));
            query.setArray(
                    3,
                    connection.createArrayOf(
                            "boolean",
                            names.stream().map(relations.keys()::contains).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    found.add(new HiddenTable(
                            row.getLong(1),
                            new QualifiedName(row.getString(2), row.getString(3)),
                            row.getBoolean(4),
                            row.getBoolean(5)));
                }
            }
        }
        return found;
    }

    /**
     * Whether policies open every table that the role may read. Otherwise a statement could silently skip rows of a table
     * that its text does not name, such as one that a function reads.
     */
    public static boolean areOpen(Connection connection) throws SQLException {
        return isTrue(connection, ALL_OPEN);
    }

    /** Whether the tables and what inherits from them have no rows; certain only under a lock that excludes writers. */
    static boolean areEmpty(Collection<QualifiedName> tables, Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(EMPTY)) {
            for (QualifiedName table : tables) {
                query.setString(1, Identifier.quote(table));
                try (ResultSet row = query.executeQuery()) {
                    if (!row.next() || !row.getBoolean(1)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static Array texts(Connection connection, Object[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    private static boolean isTrue(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
