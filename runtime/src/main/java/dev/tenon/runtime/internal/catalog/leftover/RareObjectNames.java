package dev.tenon.runtime.internal.catalog.leftover;

/** Queries rare kinds of objects, each with its name for DROP and COMMENT, its name for GRANT, and its privileges. */
final class RareObjectNames {

    static final String SQL = """
            SELECT 'pg_foreign_data_wrapper'::regclass AS class, oid, format('FOREIGN DATA WRAPPER %I', fdwname) AS name,
                format('FOREIGN DATA WRAPPER %I', fdwname) AS routine, fdwacl AS acl, fdwowner AS owner
            FROM pg_foreign_data_wrapper
            UNION ALL SELECT 'pg_foreign_server'::regclass, oid, format('SERVER %I', srvname),
                format('FOREIGN SERVER %I', srvname), srvacl, srvowner
            FROM pg_foreign_server
            UNION ALL SELECT 'pg_class'::regclass, c.oid, format('FOREIGN TABLE %I.%I', n.nspname, c.relname),
                format('%I.%I', n.nspname, c.relname), c.relacl, c.relowner
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'f'
            UNION ALL SELECT 'pg_conversion'::regclass, o.oid, format('CONVERSION %I.%I', n.nspname, o.conname),
                NULL, NULL, NULL
            FROM pg_conversion o JOIN pg_namespace n ON n.oid = o.connamespace
            UNION ALL SELECT 'pg_language'::regclass, oid, format('LANGUAGE %I', lanname), format('LANGUAGE %I', lanname),
                lanacl, lanowner
            FROM pg_language
            UNION ALL SELECT 'pg_am'::regclass, oid, format('ACCESS METHOD %I', amname), NULL, NULL, NULL FROM pg_am
            UNION ALL SELECT 'pg_ts_parser'::regclass, o.oid,
                format('TEXT SEARCH PARSER %I.%I', n.nspname, o.prsname), NULL, NULL, NULL
            FROM pg_ts_parser o JOIN pg_namespace n ON n.oid = o.prsnamespace
            UNION ALL SELECT 'pg_ts_template'::regclass, o.oid,
                format('TEXT SEARCH TEMPLATE %I.%I', n.nspname, o.tmplname), NULL, NULL, NULL
            FROM pg_ts_template o JOIN pg_namespace n ON n.oid = o.tmplnamespace
            UNION ALL SELECT 'pg_opfamily'::regclass, o.oid,
                format('OPERATOR FAMILY %I.%I USING %I', n.nspname, o.opfname, m.amname), NULL, NULL, NULL
            FROM pg_opfamily o JOIN pg_namespace n ON n.oid = o.opfnamespace JOIN pg_am m ON m.oid = o.opfmethod
            UNION ALL SELECT 'pg_opclass'::regclass, o.oid,
                format('OPERATOR CLASS %I.%I USING %I', n.nspname, o.opcname, m.amname), NULL, NULL, NULL
            FROM pg_opclass o JOIN pg_namespace n ON n.oid = o.opcnamespace JOIN pg_am m ON m.oid = o.opcmethod""";

    private RareObjectNames() {}
}
