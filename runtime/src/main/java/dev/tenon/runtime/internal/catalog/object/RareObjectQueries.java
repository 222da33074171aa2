package dev.tenon.runtime.internal.catalog.object;

import java.util.List;
import java.util.Map;

/**
 * Queries the catalogs for rare kinds of SQL-defined objects. The server prints none of them, so that their statements
 * are written here, always in one form; a declaration in another form counts as another object.
 */
final class RareObjectQueries {

    private static final String OPTIONS =
            "coalesce((SELECT format(' OPTIONS (%s)', string_agg(format('%I %L', option_name, option_value), ', '"
                    + " ORDER BY option_name)) FROM pg_options_to_table(VALUES) HAVING count(*) > 0), '')";

    private static final ObjectQuery WRAPPERS = new ObjectQuery(
            "pg_foreign_data_wrapper", "o.fdwname", """
            SELECT 'public' AS schema, '' AS relation, o.fdwname::text AS name, '' AS arguments,
                format('CREATE FOREIGN DATA WRAPPER %I', o.fdwname)
                    || CASE o.fdwhandler WHEN 0 THEN '' ELSE ' HANDLER ' || o.fdwhandler::regproc END
                    || CASE o.fdwvalidator WHEN 0 THEN '' ELSE ' VALIDATOR ' || o.fdwvalidator::regproc END
                    || OPTIONS AS create,
                format('DROP FOREIGN DATA WRAPPER %I', o.fdwname) AS drop, '' AS state, '' AS place, '' AS tail
            FROM pg_foreign_data_wrapper o
            WHERE o.oid >= 16384""".replace("OPTIONS", OPTIONS.replace("VALUES", "o.fdwoptions")));

    private static final ObjectQuery SERVERS = new ObjectQuery(
            "pg_foreign_server", "o.srvname", """
            SELECT 'public' AS schema, '' AS relation, o.srvname::text AS name, '' AS arguments,
                format('CREATE SERVER %I', o.srvname) || coalesce(' TYPE ' || quote_literal(o.srvtype), '')
                    || coalesce(' VERSION ' || quote_literal(o.srvversion), '')
                    || format(' FOREIGN DATA WRAPPER %I', w.fdwname) || OPTIONS AS create,
                format('DROP SERVER %I', o.srvname) AS drop, '' AS state, '' AS place, '' AS tail
            FROM pg_foreign_server o JOIN pg_foreign_data_wrapper w ON w.oid = o.srvfdw
            WHERE true""".replace("OPTIONS", OPTIONS.replace("VALUES", "o.srvoptions")));

    private static final ObjectQuery FOREIGN_TABLES = new ObjectQuery(
            "pg_class", "o.relname", """
            SELECT n.nspname AS schema, '' AS relation, o.relname::text AS name, '' AS arguments,
                format('CREATE FOREIGN TABLE %I.%I (', n.nspname, o.relname)
                    || coalesce((SELECT string_agg(p.part, ', ' ORDER BY p.place, p.part) FROM (
                        SELECT a.attnum::integer AS place, format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                            || COLUMN_OPTIONS
                            || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l
                                JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = a.atttypid
                                WHERE l.oid = a.attcollation AND a.attcollation <> b.typcollation), '')
                            || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                            || coalesce((SELECT CASE a.attgenerated WHEN '' THEN ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid)
                                ELSE format(' GENERATED ALWAYS AS (%s)%s', pg_get_expr(d.adbin, d.adrelid),
                                    CASE a.attgenerated WHEN 's' THEN ' STORED' ELSE ' VIRTUAL' END) END
                                FROM pg_attrdef d WHERE d.adrelid = a.attrelid AND d.adnum = a.attnum), '') AS part
                        FROM pg_attribute a WHERE a.attrelid = o.oid AND a.attnum > 0 AND NOT a.attisdropped
                        UNION ALL
                        SELECT 10000, format('CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid))
                        FROM pg_constraint k WHERE k.conrelid = o.oid AND k.contype = 'c') p), '')
                    || format(') SERVER %I', s.srvname) || TABLE_OPTIONS AS create,
                format('DROP FOREIGN TABLE %I.%I', n.nspname, o.relname) AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_class o JOIN NAMESPACES n ON n.oid = o.relnamespace
            JOIN pg_foreign_table f ON f.ftrelid = o.oid JOIN pg_foreign_server s ON s.oid = f.ftserver
            WHERE NOT o.relispartition AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = o.oid)""".replace("COLUMN_OPTIONS", OPTIONS.replace("VALUES", "a.attfdwoptions"))
                    .replace("TABLE_OPTIONS", OPTIONS.replace("VALUES", "f.ftoptions")));

    private static final ObjectQuery CONVERSIONS = new ObjectQuery("pg_conversion", "o.conname", """
            SELECT n.nspname AS schema, '' AS relation, o.conname::text AS name, '' AS arguments,
                format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN o.condefault THEN 'DEFAULT ' END,
                    n.nspname, o.conname, pg_encoding_to_char(o.conforencoding), pg_encoding_to_char(o.contoencoding),
                    o.conproc) AS create,
                format('DROP CONVERSION %I.%I', n.nspname, o.conname) AS drop, '' AS state, '' AS place, '' AS tail
            FROM pg_conversion o JOIN NAMESPACES n ON n.oid = o.connamespace
            WHERE true""");

    private static final ObjectQuery LANGUAGES = new ObjectQuery("pg_language", "o.lanname", """
            SELECT 'public' AS schema, '' AS relation, o.lanname::text AS name, '' AS arguments,
                format('CREATE %sLANGUAGE %I HANDLER %s', CASE WHEN o.lanpltrusted THEN 'TRUSTED ' END, o.lanname,
                    o.lanplcallfoid::regproc)
                    || CASE o.laninline WHEN 0 THEN '' ELSE ' INLINE ' || o.laninline::regproc END
                    || CASE o.lanvalidator WHEN 0 THEN '' ELSE ' VALIDATOR ' || o.lanvalidator::regproc END AS create,
                format('DROP LANGUAGE %I', o.lanname) AS drop, '' AS state, '' AS place, '' AS tail
            FROM pg_language o
            WHERE o.oid >= 16384""");

    private static final ObjectQuery ACCESS_METHODS = new ObjectQuery("pg_am", "o.amname", """
            SELECT 'public' AS schema, '' AS relation, o.amname::text AS name, '' AS arguments,
                format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', o.amname, CASE o.amtype WHEN 't' THEN 'TABLE'
                    ELSE 'INDEX' END, o.amhandler) AS create,
                format('DROP ACCESS METHOD %I', o.amname) AS drop, '' AS state, '' AS place, '' AS tail
            FROM pg_am o
            WHERE o.oid >= 16384""");

    private static final ObjectQuery PARSERS = new ObjectQuery("pg_ts_parser", "o.prsname", """
            SELECT n.nspname AS schema, '' AS relation, o.prsname::text AS name, '' AS arguments,
                format('CREATE TEXT SEARCH PARSER %I.%I (START = %s, GETTOKEN = %s, END = %s, LEXTYPES = %s', n.nspname,
                    o.prsname, o.prsstart, o.prstoken, o.prsend, o.prslextype)
                    || CASE WHEN o.prsheadline = 0 THEN ')' ELSE format(', HEADLINE = %s)', o.prsheadline) END AS create,
                format('DROP TEXT SEARCH PARSER %I.%I', n.nspname, o.prsname) AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_ts_parser o JOIN NAMESPACES n ON n.oid = o.prsnamespace
            WHERE true""");

    private static final ObjectQuery TEMPLATES = new ObjectQuery("pg_ts_template", "o.tmplname", """
            SELECT n.nspname AS schema, '' AS relation, o.tmplname::text AS name, '' AS arguments,
                format('CREATE TEXT SEARCH TEMPLATE %I.%I (LEXIZE = %s', n.nspname, o.tmplname, o.tmpllexize)
                    || CASE WHEN o.tmplinit = 0 THEN ')' ELSE format(', INIT = %s)', o.tmplinit) END AS create,
                format('DROP TEXT SEARCH TEMPLATE %I.%I', n.nspname, o.tmplname) AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_ts_template o JOIN NAMESPACES n ON n.oid = o.tmplnamespace
            WHERE true""");

    private static final ObjectQuery FAMILIES = new ObjectQuery("pg_opfamily", "o.opfname", """
            SELECT n.nspname AS schema, '' AS relation, o.opfname::text AS name, '' AS arguments,
                format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, o.opfname, m.amname) AS create,
                format('DROP OPERATOR FAMILY %I.%I USING %I', n.nspname, o.opfname, m.amname) AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_opfamily o JOIN NAMESPACES n ON n.oid = o.opfnamespace JOIN pg_am m ON m.oid = o.opfmethod
            WHERE true""");

    private static final ObjectQuery CLASSES = new ObjectQuery("pg_opclass", "o.opcname", """
            SELECT n.nspname AS schema, '' AS relation, o.opcname::text AS name, '' AS arguments,
                format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS ', n.nspname, o.opcname,
                    CASE WHEN o.opcdefault THEN ' DEFAULT' END, format_type(o.opcintype, NULL), m.amname, fn.nspname, f.opfname)
                    || concat_ws(', ', CASE WHEN o.opckeytype <> 0 OR NOT EXISTS (SELECT FROM pg_depend d
                            WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid AND d.deptype = 'i')
                        THEN 'STORAGE ' || format_type(coalesce(nullif(o.opckeytype, 0), o.opcintype), NULL) END,
                    (SELECT string_agg(p.part, ', ' ORDER BY p.part) FROM (
                        SELECT format('OPERATOR %s %s', lpad(a.amopstrategy::text, 2), a.amopopr::regoperator)
                            || coalesce((SELECT format(' FOR ORDER BY %I.%I', sn.nspname, s.opfname) FROM pg_opfamily s
                                JOIN pg_namespace sn ON sn.oid = s.opfnamespace WHERE s.oid = a.amopsortfamily), '') AS part
                        FROM pg_amop a JOIN pg_depend d ON d.classid = 'pg_amop'::regclass AND d.objid = a.oid
                            AND d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid AND d.deptype = 'i'
                        UNION ALL
                        SELECT format('FUNCTION %s (%s, %s) %s', a.amprocnum, format_type(a.amproclefttype, NULL),
                            format_type(a.amprocrighttype, NULL), a.amproc::regprocedure)
                        FROM pg_amproc a JOIN pg_depend d ON d.classid = 'pg_amproc'::regclass AND d.objid = a.oid
                            AND d.refclassid = 'pg_opclass'::regclass AND d.refobjid = o.oid AND d.deptype = 'i') p)) AS create,
                format('DROP OPERATOR CLASS %I.%I USING %I', n.nspname, o.opcname, m.amname) AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_opclass o JOIN NAMESPACES n ON n.oid = o.opcnamespace JOIN pg_am m ON m.oid = o.opcmethod
            JOIN pg_opfamily f ON f.oid = o.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            WHERE true""");

    /** The queries, by the kind of their objects in CREATE statements. */
    static final Map<String, ObjectQuery> BY_KIND = Map.of(
            "foreign data wrapper", WRAPPERS,
            "server", SERVERS,
            "foreign table", FOREIGN_TABLES,
            "conversion", CONVERSIONS,
            "language", LANGUAGES,
            "access method", ACCESS_METHODS,
            "text search parser", PARSERS,
            "text search template", TEMPLATES,
            "operator family", FAMILIES,
            "operator class", CLASSES);

    /** The queries, in the order in which {@code import} lists their objects. */
    static final List<ObjectQuery> LISTED = List.of(
            WRAPPERS,
            SERVERS,
            FOREIGN_TABLES,
            CONVERSIONS,
            LANGUAGES,
            ACCESS_METHODS,
            PARSERS,
            TEMPLATES,
            FAMILIES,
            CLASSES);

    private RareObjectQueries() {}
}
