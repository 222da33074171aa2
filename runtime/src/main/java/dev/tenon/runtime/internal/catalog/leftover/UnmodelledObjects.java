package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.runtime.internal.catalog.CatalogQueries;
import dev.tenon.runtime.internal.catalog.RollbackTransaction;
import dev.tenon.runtime.internal.catalog.object.FullCatalogReader;
import dev.tenon.schema.Leftover;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Queries objects and attributes that neither the model nor one SQL statement can declare. */
final class UnmodelledObjects {

    private static final String CREATED_BY_USERS = " o.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d"
            + " WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype IN ('e', 'i'))";

    private static final String WHOLE = """
            SELECT o.kind, i.identity, o.kind || ' ' || i.identity AS description,
                coalesce(o.definition, o.kind || ' ' || i.identity) AS definition
            FROM (SELECT 'pg_transform'::regclass AS class, oid, 'transform' AS kind,
                    concat_ws(' ', trffromsql, trftosql) AS definition FROM pg_transform
                UNION ALL SELECT 'pg_class', c.oid, 'foreign table', NULL FROM pg_class c
                    WHERE c.relkind = 'f' AND NOT c.relispartition
                        AND EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = c.oid)
                UNION ALL SELECT 'pg_user_mapping', umid, 'user mapping', NULL FROM pg_user_mappings
                UNION ALL SELECT 'pg_constraint', oid, 'domain constraint that is NOT VALID', pg_get_constraintdef(oid)
                    FROM pg_constraint WHERE contypid <> 0 AND NOT convalidated
                UNION ALL SELECT 'pg_largeobject', oid, 'large object', NULL FROM pg_largeobject_metadata
                UNION ALL SELECT 'pg_type', oid, 'base type', concat_ws(' ', typinput, typoutput, typlen, typalign, typstorage)
                    FROM pg_type WHERE typtype IN ('b', 'p') AND typelem = 0
                UNION ALL SELECT 'pg_type', rngtypid, 'range type', concat_ws(' ', rngsubtype::regtype, rngcanonical, rngsubdiff)
                    FROM pg_range WHERE rngcanonical <> 0
                UNION ALL SELECT 'pg_rewrite', oid, 'disabled rule', concat_ws(' ', ev_enabled, pg_get_ruledef(oid))
                    FROM pg_rewrite WHERE ev_enabled <> 'O'
                UNION ALL SELECT 'pg_event_trigger', oid, 'event trigger that is not simply enabled',
                        concat_ws(' ', evtenabled, evtevent, evttags, evtfoid::regproc)
                    FROM pg_event_trigger WHERE evtenabled <> 'O'
                UNION ALL SELECT 'pg_publication', oid, 'publication of generated columns', (to_jsonb(p) - 'oid' - 'pubowner')::text
                    FROM pg_publication p WHERE coalesce(to_jsonb(p) ->> 'pubgencols', 'n') <> 'n'
                UNION ALL SELECT 'pg_subscription', oid, 'subscription', concat_ws(' ', subenabled, subslotname, subpublications)
                    FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
                UNION ALL SELECT 'pg_default_acl', oid, 'default privileges', defaclacl::text FROM pg_default_acl) o
            CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
            WHERE (i.schema IS NULL OR i.schema = ANY (?)) AND""" + CREATED_BY_USERS;

    private static final String COMMENTS = """
            SELECT 'comment' AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ': comment ' || o.description AS description, o.description AS definition
            FROM (SELECT classoid AS class, objoid AS oid, objsubid, description FROM pg_description
                WHERE classoid NOT IN ('pg_extension'::regclass, 'pg_constraint'::regclass, 'pg_policy'::regclass,
                    'pg_namespace'::regclass)) o
            CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, o.objsubid) i
            WHERE (i.schema IS NULL OR i.schema = ANY (?))
              AND NOT (o.class = 'pg_class'::regclass AND EXISTS (SELECT FROM pg_class c
                WHERE c.oid = o.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'i', 'I', 'f')))
              AND NOT (o.class = 'pg_type'::regclass AND EXISTS (SELECT FROM pg_type t
                WHERE t.oid = o.oid AND t.typtype IN ('c', 'd', 'e', 'r')))
              AND o.class NOT IN ('pg_proc'::regclass, 'pg_trigger'::regclass, 'pg_rewrite'::regclass,
                'pg_collation'::regclass, 'pg_statistic_ext'::regclass, 'pg_ts_dict'::regclass, 'pg_ts_config'::regclass,
                'pg_operator'::regclass, 'pg_cast'::regclass, 'pg_namespace'::regclass,
                'pg_event_trigger'::regclass, 'pg_publication'::regclass, 'pg_foreign_data_wrapper'::regclass,
                'pg_foreign_server'::regclass, 'pg_conversion'::regclass, 'pg_language'::regclass, 'pg_am'::regclass,
                'pg_ts_parser'::regclass, 'pg_ts_template'::regclass, 'pg_opfamily'::regclass, 'pg_opclass'::regclass) AND""" + CREATED_BY_USERS;

    private static final String ATTRIBUTES = """
            SELECT 'state' AS kind, 'trigger ' || i.identity AS identity,
                'trigger ' || i.identity || ': ' || s.state AS description, s.state AS definition
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            CROSS JOIN LATERAL pg_identify_object('pg_trigger'::regclass, t.oid, 0) i
            CROSS JOIN LATERAL (SELECT CASE t.tgenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'ENABLE REPLICA'
                ELSE 'ENABLE ALWAYS' END AS state) s
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled <> 'O' AND n.nspname = ANY (?)""";

    private static final String RELATIONS = """
            SELECT b.attribute AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ': ' || b.attribute || ' ' || b.found AS description, b.found AS definition
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = ANY (?)
            CROSS JOIN LATERAL pg_identify_object('pg_class'::regclass, c.oid, 0) i
            CROSS JOIN LATERAL (
                SELECT 'row type' AS attribute, 'OF ' || c.reloftype::regtype AS found WHERE c.reloftype <> 0
                UNION ALL SELECT 'row-level security', 'FORCE without ENABLE'
                    WHERE c.relforcerowsecurity AND NOT c.relrowsecurity
                UNION ALL SELECT 'default', a.attname || ' ' || pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d
                    JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
                    WHERE d.adrelid = c.oid AND c.relkind = 'v'
                UNION ALL SELECT 'privileges', c.relacl::text WHERE c.relkind = 'S' AND EXISTS (SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
                    AND EXISTS (SELECT FROM aclexplode(c.relacl) g WHERE g.grantee <> c.relowner)
                UNION ALL SELECT 'statistics', a.attname || ' ' || a.attstattarget FROM pg_attribute a
                    WHERE a.attrelid = c.oid AND c.relkind IN ('i', 'I') AND a.attstattarget >= 0) b""";

    private static final String PRIVILEGES = """
            SELECT 'privileges' AS kind, i.type || ' ' || i.identity AS identity,
                i.type || ' ' || i.identity || ': privileges ' || o.acl::text AS description, o.acl::text AS definition
            FROM (SELECT 'pg_proc'::regclass AS class, oid, pronamespace AS namespace, proacl AS acl,
                    acldefault('f', proowner) AS usual, proowner AS owner, true AS attached FROM pg_proc
                UNION ALL SELECT 'pg_type', oid, typnamespace, typacl, acldefault('T', typowner), typowner,
                    typtype IN ('c', 'd', 'r') FROM pg_type) o
            JOIN pg_namespace n ON n.oid = o.namespace AND n.nspname = ANY (?)
            CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
            WHERE o.acl IS NOT NULL AND CASE WHEN o.attached THEN NOT EXISTS (SELECT FROM aclexplode(o.acl) g WHERE g.grantee = o.owner)
                ELSE NOT (o.acl @> o.usual AND o.usual @> o.acl) END AND""" + CREATED_BY_USERS;

    private static final String SECURITY_LABELS = """
            SELECT 'security label' AS kind, objtype || ' ' || objname AS identity,
                objtype || ' ' || objname || ': security label ' || provider || ' ' || label AS description,
                provider || ' ' || label AS definition
            FROM pg_seclabels WHERE 'public' = ANY (?)""";

    /** Each query returns the kind, identity, description and definition of leftovers. */
    private static final List<String> ALL = Stream.of(
                    Stream.of(WHOLE, COMMENTS, ATTRIBUTES, RELATIONS, PRIVILEGES, SECURITY_LABELS),
                    UnmodelledAttributes.ALL.stream())
            .flatMap(each -> each)
            .toList();

    private UnmodelledObjects() {}

    /** Reads the leftovers in the schemas of users, within a transaction of their own. */
    static List<Leftover> read(Connection connection) throws SQLException {
        return RollbackTransaction.run(connection, () -> {
            CatalogQueries catalog = new CatalogQueries(connection);
            List<Leftover> leftovers = new ArrayList<>();
            FullCatalogReader.unmanaged(catalog)
                    .forEach((name, owner) -> leftovers.add(new Leftover(
                            "schema",
                            Identifier.quote(name),
                            "schema " + name + " belongs to " + owner + ", and this role owns nothing in it",
                            "SCHEMA " + Identifier.quote(name) + " AUTHORIZATION " + Identifier.quote(owner))));
            for (String query : ALL) {
                catalog.each(
                        query,
                        FullCatalogReader.namespaces(catalog),
                        row -> leftovers.add(new Leftover(
                                row.text("kind"),
                                row.text("identity"),
                                row.text("description"),
                                row.text("definition"))));
            }
            return leftovers;
        });
    }
}
