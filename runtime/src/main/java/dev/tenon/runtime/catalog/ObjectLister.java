package dev.tenon.runtime.catalog;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.SqlObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lists the objects that the model knows by their SQL alone, with the statements that make and drop each, in the server's own
 * words, and those that it does not know at all.
 */
final class ObjectLister {

    private static final String OWN = """
             AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = '%s'::regclass AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            ORDER BY 1, 2, 3""";

    private static final List<String> QUERIES = List.of(
            """
            SELECT n.nspname AS schema, o.proname::text AS name, pg_get_functiondef(o.oid) AS create,
                format('DROP %s %I.%I(%s)', CASE o.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
                    n.nspname, o.proname, pg_get_function_identity_arguments(o.oid)) AS drop
            FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace
            WHERE o.prokind <> 'a' AND n.nspname = ANY (?)""" + OWN.formatted("pg_proc"),
            """
            SELECT n.nspname AS schema, c.relname || '_' || o.tgname AS name, pg_get_triggerdef(o.oid) AS create,
                format('DROP TRIGGER %I ON %I.%I', o.tgname, n.nspname, c.relname) AS drop
            FROM pg_trigger o JOIN pg_class c ON c.oid = o.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT o.tgisinternal AND o.tgparentid = 0 AND n.nspname = ANY (?)""" + OWN.formatted("pg_trigger"),
            """
            SELECT n.nspname AS schema, o.typname::text AS name,
                format('CREATE DOMAIN %I.%I AS %s', n.nspname, o.typname, format_type(o.typbasetype, o.typtypmod))
                    || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l
                        JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = o.typbasetype
                        WHERE l.oid = o.typcollation AND o.typcollation <> b.typcollation), '')
                    || coalesce(' DEFAULT ' || o.typdefault, '') || CASE WHEN o.typnotnull THEN ' NOT NULL' ELSE '' END
                    || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)),
                        '' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = o.oid AND k.contype = 'c'), '')
                    AS create,
                format('DROP DOMAIN %I.%I', n.nspname, o.typname) AS drop
            FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
            WHERE o.typtype = 'd' AND n.nspname = ANY (?)""" + OWN.formatted("pg_type"),
            """
            SELECT n.nspname AS schema, o.typname::text AS name,
                format('CREATE TYPE %I.%I AS (%s)', n.nspname, o.typname,
                    (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', '
                        ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS create,
                format('DROP TYPE %I.%I', n.nspname, o.typname) AS drop
            FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
            JOIN pg_class c ON c.oid = o.typrelid AND c.relkind = 'c'
            WHERE n.nspname = ANY (?) AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0)""" + OWN.formatted("pg_type"),
            """
            SELECT n.nspname AS schema, o.stxname::text AS name, pg_get_statisticsobjdef(o.oid) AS create,
                format('DROP STATISTICS %I.%I', n.nspname, o.stxname) AS drop
            FROM pg_statistic_ext o JOIN pg_namespace n ON n.oid = o.stxnamespace
            WHERE n.nspname = ANY (?)""" + OWN.formatted("pg_statistic_ext"));

    /** What no statement can be had of from the server, by its name. */
    private static final String UNKNOWN = """
            SELECT n.nspname AS schema, o.proname::text AS name, 'aggregate' AS kind
            FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace AND o.prokind = 'a' AND n.nspname = ANY (?)
            WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = o.oid AND d.deptype = 'e')
            UNION ALL SELECT n.nspname, o.collname, 'collation'
            FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
            WHERE n.nspname !~ '^(pg_|information_schema$)'
            UNION ALL SELECT n.nspname, o.cfgname, 'text search configuration'
            FROM pg_ts_config o JOIN pg_namespace n ON n.oid = o.cfgnamespace
            WHERE n.nspname !~ '^(pg_|information_schema$)'
            UNION ALL SELECT n.nspname, c.relname || '.' || o.rulename, 'rule'
            FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE o.rulename <> '_RETURN' AND n.nspname !~ '^(pg_|information_schema$)'
            UNION ALL SELECT n.nspname, c.relname, 'foreign table'
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f'
            UNION ALL SELECT n.nspname, o.typname, 'range type'
            FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace
            WHERE o.typtype = 'r' AND n.nspname !~ '^(pg_|information_schema$)'
            UNION ALL SELECT 'public', evtname, 'event trigger' FROM pg_event_trigger
            UNION ALL SELECT 'public', pubname, 'publication' FROM pg_publication""";

    private ObjectLister() {}

    static LiveSchema add(Catalog catalog, Collection<String> namespaces, LiveSchema live) throws SQLException {
        List<SqlObject> objects = new ArrayList<>();
        Set<QualifiedName> taken = new HashSet<>();
        for (String query : QUERIES) {
            catalog.each(query, namespaces, row -> {
                QualifiedName name = new QualifiedName(row.text("schema"), row.text("name"));
                objects.add(new SqlObject(
                        free(name, taken), row.text("create"), row.text("drop"), false, List.of(), Optional.empty()));
            });
        }
        List<Unmodelled> unmodelled = new ArrayList<>(live.unmodelled());
        catalog.each(
                UNKNOWN,
                namespaces,
                row -> unmodelled.add(new Unmodelled(
                        ObjectPath.object(new QualifiedName(row.text("schema"), row.text("name"))),
                        "",
                        row.text("kind"))));
        return new LiveSchema(live.schema().withObjects(objects), unmodelled, live.owners());
    }

    /** Overloaded routines have one name, objects each their own. */
    private static QualifiedName free(QualifiedName name, Set<QualifiedName> taken) {
        QualifiedName free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name.withName(name.name() + "_" + i);
        }
        return free;
    }
}
