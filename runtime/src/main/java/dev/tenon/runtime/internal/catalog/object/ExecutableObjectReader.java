package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.CatalogRow;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Reads the triggers and routines of some schemas and the event triggers of the database, except for those of
 * extensions. Copies of a trigger on partitions are part of the trigger. The result has the order in which the objects
 * can be dropped.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-trigger.html">pg_trigger</a>
 */
public final class ExecutableObjectReader {

    private static final String SQL = """
            WITH n AS (SELECT * FROM pg_namespace WHERE nspname = ANY (?))
            SELECT 'TRIGGER' AS kind, n.nspname AS object_schema, t.tgname AS object_name, c.relname AS relation,
                c.relkind IN ('v', 'm') AS of_view, rn.nspname AS root_schema, r.relname AS root_name,
                t.tgname::text AS text, ARRAY[format('DROP TRIGGER %I ON %s', t.tgname, c.oid::regclass)] AS drop, 2 AS turn, t.oid AS age
            FROM pg_trigger t
            JOIN pg_class c ON c.oid = t.tgrelid AND c.relkind IN ('r', 'p', 'v')
            JOIN n ON n.oid = c.relnamespace
            LEFT JOIN pg_class r ON c.relispartition AND r.oid = pg_partition_root(c.oid)
            LEFT JOIN pg_namespace rn ON rn.oid = r.relnamespace
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND NOT EXISTS (
                SELECT FROM pg_depend e WHERE e.classid = 'pg_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
            UNION ALL
            SELECT CASE p.prorettype WHEN 'trigger'::regtype THEN 'TRIGGER_FUNCTION' ELSE 'ROUTINE' END, n.nspname, p.proname,
                NULL, false, NULL, NULL, kind.word || ' ' || p.oid::regprocedure,
                CASE WHEN NOT EXISTS (
                    SELECT FROM pg_depend d
                    LEFT JOIN pg_trigger t ON d.classid = 'pg_trigger'::regclass AND t.oid = d.objid
                    LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
                    LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
                    LEFT JOIN pg_policy y ON d.classid = 'pg_policy'::regclass AND y.oid = d.objid
                    LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
                    LEFT JOIN pg_class c ON c.oid = coalesce(t.tgrelid, a.adrelid, k.conrelid, y.polrelid, w.ev_class,
                        CASE d.classid WHEN 'pg_class'::regclass THEN d.objid END)
                    LEFT JOIN pg_proc q ON d.classid = 'pg_proc'::regclass AND q.oid = d.objid
                    WHERE d.refclassid = 'pg_proc'::regclass AND d.refobjid = p.oid
                        AND d.classid <> 'pg_event_trigger'::regclass
                        AND NOT coalesce(c.relnamespace, q.pronamespace, 0) IN (SELECT oid FROM n))
                THEN ARRAY[format('DROP %s %s', kind.word, p.oid::regprocedure)] END,
                3, p.oid
            FROM pg_proc p
            JOIN n ON n.oid = p.pronamespace
            CROSS JOIN LATERAL (SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END
                AS word) kind
            WHERE NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i'))
            UNION ALL
            SELECT 'EVENT_TRIGGER', 'public', v.evtname, NULL, false, NULL, NULL, format('EVENT TRIGGER %I', v.evtname),
                ARRAY[format('DROP EVENT TRIGGER %I', v.evtname)], 1, v.oid
            FROM pg_event_trigger v
            WHERE NOT EXISTS (
                SELECT FROM pg_depend e
                WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = v.oid AND e.deptype = 'e')
            ORDER BY turn, age DESC
            """;

    private ExecutableObjectReader() {}

    /** Reads within the current transaction of the connection. */
    public static List<ExecutableObject> readHere(Connection connection, Collection<String> namespaces)
            throws SQLException {
        List<ExecutableObject> strangers = new ArrayList<>();
        new CatalogQueries(connection).each(SQL, namespaces, row -> strangers.add(stranger(row)));
        return strangers;
    }

    private static ExecutableObject stranger(CatalogRow row) throws SQLException {
        QualifiedName name = new QualifiedName(row.text("object_schema"), row.text("object_name"));
        Optional<QualifiedName> on = row.optional("relation").map(name::withName);
        return new ExecutableObject(
                ExecutableObject.Kind.valueOf(row.text("kind")),
                on.isPresent() ? at(row, on.get()) : ObjectPath.object(name),
                on,
                name,
                row.text("text"),
                row.texts("drop"));
    }

    private static ObjectPath at(CatalogRow row, QualifiedName on) throws SQLException {
        Optional<QualifiedName> root = row.name("root");
        if (root.isPresent()) {
            return ObjectPath.partition(root.get(), on.name());
        }
        return row.flag("of_view") ? ObjectPath.view(on) : ObjectPath.table(on);
    }
}
