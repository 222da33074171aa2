package dev.tenon.runtime.internal.catalog.leftover;

import java.util.List;

/** Queries attributes of modelled objects that neither the model nor one SQL statement can declare. */
final class UnmodelledAttributes {

    /** Whatever an owner has given up, and what everyone has lost on the schema of every database. */
    private static final String PRIVILEGES = """
            SELECT 'privileges' AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ': privileges without ' || lost.all AS description, lost.all AS definition
            FROM (SELECT 'pg_class'::regclass AS class, c.oid, n.nspname, c.relacl AS acl,
                    acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner) AS usual
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                UNION ALL SELECT 'pg_namespace', n.oid, n.nspname, n.nspacl, acldefault('n', n.nspowner)
                    || CASE n.nspname WHEN 'public' THEN ARRAY[makeaclitem(0, n.nspowner, 'USAGE', false)] ELSE '{}' END
                FROM pg_namespace n) o
            CROSS JOIN LATERAL (SELECT string_agg(u.privilege_type || ' of ' || CASE u.grantee WHEN 0 THEN 'PUBLIC'
                    ELSE pg_get_userbyid(u.grantee) END, ', ' ORDER BY u.grantee, u.privilege_type) AS all
                FROM aclexplode(o.usual) u WHERE NOT EXISTS (SELECT FROM aclexplode(o.acl) g
                    WHERE g.grantee = u.grantee AND g.privilege_type = u.privilege_type)) lost
            CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
            WHERE o.acl IS NOT NULL AND lost.all IS NOT NULL AND o.nspname = ANY (?)
                AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e')""";

    /** Partitions of partitions become no entities, and no partitions. */
    private static final String SUBPARTITIONS = """
            SELECT 'partition of a partition' AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ' of ' || h.inhparent::regclass || ': ' || pg_get_expr(c.relpartbound, c.oid)
                    AS description,
                concat_ws(' ', pg_get_expr(c.relpartbound, c.oid), pg_get_partkeydef(c.oid)) AS definition
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits h ON h.inhrelid = c.oid
            JOIN pg_class p ON p.oid = h.inhparent AND p.relispartition
            CROSS JOIN LATERAL pg_identify_object('pg_class'::regclass, c.oid, 0) i
            WHERE c.relispartition AND c.relkind IN ('r', 'p', 'f') AND n.nspname = ANY (?)""";

    private static final String STATISTICS = """
            SELECT 'statistics target' AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ': statistics target ' || s.stxstattarget AS description,
                s.stxstattarget::text AS definition
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace
            CROSS JOIN LATERAL pg_identify_object('pg_statistic_ext'::regclass, s.oid, 0) i
            WHERE s.stxstattarget >= 0 AND n.nspname = ANY (?)""";

    /** The sequences of identity columns have names and comments that columns do not declare. */
    private static final String IDENTITY_SEQUENCES = """
            SELECT a.attribute AS kind, format('column %I.%I.%I', n.nspname, t.relname, b.attname) AS identity,
                format('column %I.%I.%I: %s %s', n.nspname, t.relname, b.attname, a.attribute, a.found) AS description,
                a.found AS definition
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'
                AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0
            JOIN pg_class t ON t.oid = d.refobjid JOIN pg_attribute b ON b.attrelid = t.oid AND b.attnum = d.refobjsubid
            CROSS JOIN LATERAL (
                SELECT 'name of the identity sequence' AS attribute, c.oid::regclass::text AS found
                WHERE c.relname !~ '_seq\\d*$' OR c.relnamespace <> t.relnamespace
                UNION ALL SELECT 'comment on the identity sequence', m.description FROM pg_description m
                WHERE m.classoid = 'pg_class'::regclass AND m.objoid = c.oid) a
            WHERE c.relkind = 'S' AND n.nspname = ANY (?)""";

    private static final String VIEW_COLUMNS = """
            SELECT 'storage' AS kind, 'view ' || c.oid::regclass || '.' || quote_ident(a.attname) AS identity,
                'view ' || c.oid::regclass || ', column ' || a.attname || ': ' || s.found AS description, s.found AS definition
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_type t ON t.oid = a.atttypid
            CROSS JOIN LATERAL (SELECT nullif(concat_ws(', ', CASE WHEN a.attstorage <> t.typstorage THEN 'storage ' || a.attstorage::text END,
                'compression ' || nullif(a.attcompression::text, ''), CASE WHEN a.attstattarget >= 0 THEN 'statistics ' || a.attstattarget END,
                array_to_string(a.attoptions, ', ')), '') AS found) s
            WHERE c.relkind IN ('v', 'm') AND s.found IS NOT NULL AND n.nspname = ANY (?)""";

    private static final String CLUSTERED_PARTITIONS = """
            SELECT 'clustered' AS kind, 'index ' || i.indexrelid::regclass AS identity,
                'index ' || i.indexrelid::regclass || ': partition ' || c.oid::regclass || ' is clustered on it' AS description,
                'CLUSTER ON' AS definition
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.indisclustered AND c.relispartition AND n.nspname = ANY (?)""";

    /** Names that the server chooses, from PostgreSQL 18 on, say nothing. */
    private static final String NOT_NULL = """
            SELECT 'NOT NULL constraint' AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ': ' || pg_get_constraintdef(k.oid) AS description,
                pg_get_constraintdef(k.oid) AS definition
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL pg_identify_object('pg_constraint'::regclass, k.oid, 0) i
            WHERE k.contype = 'n' AND k.conislocal AND (k.connoinherit OR k.conname !~ '_not_null\\d*$') AND k.convalidated
                AND NOT c.relispartition AND n.nspname = ANY (?)
                AND NOT EXISTS (SELECT FROM pg_depend d
                    WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')""";

    /** Each query returns the kind, identity, description and definition of leftovers. */
    static final List<String> ALL = List.of(
            PRIVILEGES, SUBPARTITIONS, STATISTICS, IDENTITY_SEQUENCES, VIEW_COLUMNS, CLUSTERED_PARTITIONS, NOT_NULL);

    private UnmodelledAttributes() {}
}
