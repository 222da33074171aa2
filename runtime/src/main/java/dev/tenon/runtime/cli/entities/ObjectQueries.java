package dev.tenon.runtime.cli.entities;

import java.util.List;

/** Asks the catalogs for the objects that the model knows by their SQL alone, in the server's own words where it has some. */
final class ObjectQueries {

    private static final String OWN = """
             AND NOT EXISTS (SELECT FROM pg_depend d
                WHERE d.classid = '%s'::regclass AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            ORDER BY 1, 2, 3""";

    /** One query a kind; each answers with schema, name and the statements that make and drop. */
    static final List<String> ALL = List.of(
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
                    (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                            || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l
                                JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = a.atttypid
                                WHERE l.oid = a.attcollation AND a.attcollation <> b.typcollation), ''), ', '
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
            WHERE n.nspname = ANY (?)""" + OWN.formatted("pg_statistic_ext"),
            """
            SELECT n.nspname AS schema, o.typname::text AS name,
                format('CREATE TYPE %I.%I AS RANGE (SUBTYPE = %s, SUBTYPE_OPCLASS = %I.%I', n.nspname, o.typname,
                    format_type(r.rngsubtype, NULL), kn.nspname, k.opcname)
                    || coalesce((SELECT format(', COLLATION = %I.%I', ln.nspname, l.collname) FROM pg_collation l
                        JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = r.rngsubtype
                        WHERE l.oid = r.rngcollation AND r.rngcollation <> b.typcollation), '')
                    || CASE r.rngsubdiff WHEN 0 THEN '' ELSE ', SUBTYPE_DIFF = ' || r.rngsubdiff END
                    || format(', MULTIRANGE_TYPE_NAME = %I.%I)', n.nspname, m.typname) AS create,
                format('DROP TYPE %I.%I', n.nspname, o.typname) AS drop
            FROM pg_type o JOIN pg_namespace n ON n.oid = o.typnamespace JOIN pg_range r ON r.rngtypid = o.oid
            JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_opclass k ON k.oid = r.rngsubopc
            JOIN pg_namespace kn ON kn.oid = k.opcnamespace
            WHERE n.nspname = ANY (?) AND r.rngcanonical = 0""" + OWN.formatted("pg_type"),
            """
            SELECT n.nspname AS schema, o.proname::text AS name,
                format('CREATE AGGREGATE %I.%I(%s) (SFUNC = %s, STYPE = %s', n.nspname, o.proname,
                    coalesce(nullif(pg_get_function_arguments(o.oid), ''), '*'),
                    a.aggtransfn, format_type(a.aggtranstype, NULL))
                    || CASE a.aggtransspace WHEN 0 THEN '' ELSE ', SSPACE = ' || a.aggtransspace END
                    || CASE WHEN a.aggfinalfn = 0 THEN '' ELSE ', FINALFUNC = ' || a.aggfinalfn
                        || CASE WHEN a.aggfinalextra THEN ', FINALFUNC_EXTRA' ELSE '' END
                        || ', FINALFUNC_MODIFY = ' || CASE a.aggfinalmodify WHEN 'r' THEN 'READ_ONLY'
                            WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END
                    || CASE WHEN a.aggcombinefn = 0 THEN '' ELSE ', COMBINEFUNC = ' || a.aggcombinefn END
                    || CASE WHEN a.aggserialfn = 0 THEN '' ELSE ', SERIALFUNC = ' || a.aggserialfn
                        || ', DESERIALFUNC = ' || a.aggdeserialfn END
                    || coalesce(', INITCOND = ' || quote_literal(a.agginitval), '')
                    || CASE WHEN a.aggmtransfn = 0 THEN '' ELSE ', MSFUNC = ' || a.aggmtransfn
                        || ', MINVFUNC = ' || a.aggminvtransfn || ', MSTYPE = ' || format_type(a.aggmtranstype, NULL)
                        || CASE a.aggmtransspace WHEN 0 THEN '' ELSE ', MSSPACE = ' || a.aggmtransspace END
                        || CASE WHEN a.aggmfinalfn = 0 THEN '' ELSE ', MFINALFUNC = ' || a.aggmfinalfn
                            || CASE WHEN a.aggmfinalextra THEN ', MFINALFUNC_EXTRA' ELSE '' END
                            || ', MFINALFUNC_MODIFY = ' || CASE a.aggmfinalmodify WHEN 'r' THEN 'READ_ONLY'
                                WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END
                        || coalesce(', MINITCOND = ' || quote_literal(a.aggminitval), '') END
                    || CASE WHEN a.aggsortop = 0 THEN '' ELSE (SELECT format(', SORTOP = OPERATOR(%I.%s)', pn.nspname,
                        p.oprname) FROM pg_operator p JOIN pg_namespace pn ON pn.oid = p.oprnamespace
                        WHERE p.oid = a.aggsortop) END
                    || CASE o.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED'
                        ELSE '' END
                    || CASE a.aggkind WHEN 'h' THEN ', HYPOTHETICAL)' ELSE ')' END AS create,
                format('DROP AGGREGATE %I.%I(%s)', n.nspname, o.proname,
                    coalesce(nullif(pg_get_function_identity_arguments(o.oid), ''), '*')) AS drop
            FROM pg_proc o JOIN pg_namespace n ON n.oid = o.pronamespace JOIN pg_aggregate a ON a.aggfnoid = o.oid
            WHERE n.nspname = ANY (?)""" + OWN.formatted("pg_proc"),
            """
            SELECT n.nspname AS schema, c.relname || '_' || o.rulename AS name,
                rtrim(pg_get_ruledef(o.oid), ';') AS create,
                format('DROP RULE %I ON %I.%I', o.rulename, n.nspname, c.relname) AS drop
            FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE o.rulename <> '_RETURN' AND o.ev_enabled = 'O' AND n.nspname = ANY (?)""" + OWN.formatted("pg_rewrite"),
            """
            SELECT n.nspname AS schema, o.collname::text AS name,
                format('CREATE COLLATION %I.%I (PROVIDER = %s, %s, DETERMINISTIC = %s%s)', n.nspname, o.collname,
                    CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' ELSE 'builtin' END,
                    CASE o.collprovider WHEN 'c' THEN format('LC_COLLATE = %L, LC_CTYPE = %L', o.collcollate, o.collctype)
                        ELSE format('LOCALE = %L', coalesce(to_jsonb(o) ->> 'colllocale', to_jsonb(o) ->> 'colliculocale'))
                    END, CASE WHEN o.collisdeterministic THEN 'true' ELSE 'false' END,
                    coalesce(', RULES = ' || quote_literal(to_jsonb(o) ->> 'collicurules'), '')) AS create,
                format('DROP COLLATION %I.%I', n.nspname, o.collname) AS drop
            FROM pg_collation o JOIN pg_namespace n ON n.oid = o.collnamespace
            WHERE n.nspname = ANY (?)""" + OWN.formatted("pg_collation"),
            """
            SELECT n.nspname AS schema, o.dictname::text AS name,
                format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, o.dictname, tn.nspname,
                    t.tmplname, coalesce(', ' || o.dictinitoption, '')) AS create,
                format('DROP TEXT SEARCH DICTIONARY %I.%I', n.nspname, o.dictname) AS drop
            FROM pg_ts_dict o JOIN pg_namespace n ON n.oid = o.dictnamespace JOIN pg_ts_template t ON t.oid = o.dicttemplate
            JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE n.nspname = ANY (?)""" + OWN.formatted("pg_ts_dict"),
            """
            SELECT 'public' AS schema, o.evtname::text AS name,
                format('CREATE EVENT TRIGGER %I ON %s', o.evtname, o.evtevent)
                    || coalesce((SELECT ' WHEN TAG IN (' || string_agg(quote_literal(tag), ', ' ORDER BY tag) || ')'
                        FROM unnest(o.evttags) tag), '') || format(' EXECUTE FUNCTION %s()', o.evtfoid::regproc) AS create,
                format('DROP EVENT TRIGGER %I', o.evtname) AS drop
            FROM pg_event_trigger o
            WHERE o.evtenabled = 'O' AND 'public' = ANY (?)""" + OWN.formatted("pg_event_trigger"),
            """
            SELECT 'public' AS schema, o.pubname::text AS name,
                format('CREATE PUBLICATION %I', o.pubname) || CASE WHEN o.puballtables THEN ' FOR ALL TABLES' ELSE
                    coalesce((SELECT ' FOR ' || string_agg(part, ', ' ORDER BY part) FROM (
                        SELECT format('TABLE %I.%I', n.nspname, c.relname)
                            || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', '
                                ORDER BY a.attnum) || ')' FROM pg_attribute a
                                WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs::int2[])), '')
                            || coalesce(' WHERE ' || pg_get_expr(r.prqual, r.prrelid), '') AS part
                        FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = o.oid
                        UNION ALL
                        SELECT format('TABLES IN SCHEMA %I', n.nspname) FROM pg_publication_namespace r
                        JOIN pg_namespace n ON n.oid = r.pnnspid WHERE r.pnpubid = o.oid) parts), '') END
                    || format(' WITH (publish = %L, publish_via_partition_root = %s)', concat_ws(', ',
                        CASE WHEN o.pubinsert THEN 'insert' END, CASE WHEN o.pubupdate THEN 'update' END,
                        CASE WHEN o.pubdelete THEN 'delete' END, CASE WHEN o.pubtruncate THEN 'truncate' END),
                        CASE WHEN o.pubviaroot THEN 'true' ELSE 'false' END) AS create,
                format('DROP PUBLICATION %I', o.pubname) AS drop
            FROM pg_publication o
            WHERE 'public' = ANY (?) AND coalesce(to_jsonb(o) ->> 'pubgencols', 'n') = 'n'""" + OWN.formatted("pg_publication"));

    private ObjectQueries() {}
}
