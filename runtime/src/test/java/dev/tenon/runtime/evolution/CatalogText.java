package dev.tenon.runtime.evolution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * The catalogs of the schemas of a pair as lines of text, without OIDs, the order of columns, and indexes and
 * constraints of partitions that belong to those of the table, whose names the server chooses. Texts are compared within
 * one server.
 */
final class CatalogText {

    private static final String QUERY = """
            WITH ours AS (
                SELECT oid, nspname, nspacl FROM pg_namespace WHERE nspname IN ('public', 'aside')
            ), extended AS (
                SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
            ), relation AS (
                SELECT c.* FROM pg_class c JOIN ours ON ours.oid = c.relnamespace
                WHERE (1259, c.oid) NOT IN (SELECT classid, objid FROM extended)
                    AND NOT (relispartition AND relkind IN ('i', 'I'))
            )
            SELECT concat_ws(' ', 'schema', nspname, nspacl) FROM ours
            UNION ALL
            SELECT concat_ws(' ', 'extension', extname, extnamespace::regnamespace) FROM pg_extension
            UNION ALL
            SELECT concat_ws(' ', 'relation', oid::regclass, relkind, relpersistence, relrowsecurity,
                relforcerowsecurity, reloptions, relispartition, pg_get_partkeydef(oid),
                pg_get_expr(relpartbound, oid), obj_description(oid, 'pg_class'),
                (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(coalesce(relacl,
                    acldefault(CASE relkind WHEN 'S' THEN 's'::"char" ELSE 'r'::"char" END, relowner))) a),
                (SELECT string_agg(i.inhparent::regclass::text, ',') FROM pg_inherits i WHERE i.inhrelid = oid))
            FROM relation
            UNION ALL
            SELECT concat_ws(' ', 'column', attrelid::regclass, quote_ident(attname),
                format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated,
                pg_get_expr(d.adbin, d.adrelid), attcollation::regcollation, attstorage, attcompression,
                coalesce(attstattarget, -1), col_description(attrelid, attnum))
            FROM pg_attribute a JOIN relation ON relation.oid = attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = attrelid AND d.adnum = attnum
            WHERE attnum > 0 AND NOT attisdropped AND relkind NOT IN ('i', 'I')
            UNION ALL
            SELECT concat_ws(' ', 'constraint', conrelid::regclass, quote_ident(conname),
                pg_get_constraintdef(c.oid), convalidated)
            FROM pg_constraint c JOIN relation ON relation.oid = conrelid WHERE contype <> 'n' AND conparentid = 0
            UNION ALL
            SELECT concat_ws(' ', 'domain constraint', contypid::regtype, quote_ident(conname),
                pg_get_constraintdef(c.oid))
            FROM pg_constraint c JOIN ours ON ours.oid = connamespace WHERE contypid <> 0
            UNION ALL
            SELECT concat_ws(' ', 'index', pg_get_indexdef(indexrelid), indisvalid, indisprimary)
            FROM pg_index JOIN relation ON relation.oid = indexrelid
            UNION ALL
            SELECT concat_ws(' ', 'policy', p.*) FROM pg_policies p WHERE schemaname IN ('public', 'aside')
            UNION ALL
            SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), tgenabled)
            FROM pg_trigger t JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
            UNION ALL
            SELECT concat_ws(' ', 'view', oid::regclass, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
            UNION ALL
            SELECT concat_ws(' ', 'type', t.oid::regtype, typtype, format_type(typbasetype, typtypmod), typnotnull,
                typdefault, obj_description(t.oid, 'pg_type'),
                (SELECT string_agg(quote_ident(enumlabel), ',' ORDER BY enumsortorder)
                 FROM pg_enum WHERE enumtypid = t.oid))
            FROM pg_type t JOIN ours ON ours.oid = typnamespace
            WHERE typtype IN ('e', 'd') AND (1247, t.oid) NOT IN (SELECT classid, objid FROM extended)
            UNION ALL
            SELECT concat_ws(' ', 'sequence', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmax,
                seqmin, seqcache, seqcycle,
                (SELECT string_agg(concat_ws('.', refobjid::regclass, refobjsubid = 0, deptype), ',')
                 FROM pg_depend WHERE classid = 1259 AND objid = seqrelid AND refclassid = 1259))
            FROM pg_sequence JOIN relation ON relation.oid = seqrelid
            UNION ALL
            SELECT concat_ws(' ', 'routine', pg_get_functiondef(p.oid))
            FROM pg_proc p JOIN ours ON ours.oid = pronamespace
            WHERE prokind IN ('f', 'p') AND (1255, p.oid) NOT IN (SELECT classid, objid FROM extended)
            UNION ALL
            SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(s.oid))
            FROM pg_statistic_ext s JOIN ours ON ours.oid = stxnamespace
            """;

    private CatalogText() {}

    static Set<String> read(Connection connection) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(QUERY)) {
            while (found.next()) {
                lines.add(found.getString(1));
            }
        }
        return lines;
    }
}
