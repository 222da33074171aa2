package dev.tenon.runtime.internal.catalog.object;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queries the catalogs for SQL-defined objects, in the server's canonical form if it prints one. */
final class ObjectQueries {

    private static final ObjectQuery ROUTINES = new ObjectQuery("pg_proc", "o.proname", """
            SELECT n.nspname AS schema, '' AS relation, o.proname::text AS name, oidvectortypes(o.proargtypes) AS arguments,
                pg_get_functiondef(o.oid) AS create,
                format('DROP %s %I.%I(%s)', CASE o.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
                    n.nspname, o.proname, pg_get_function_identity_arguments(o.oid)) AS drop,
                '' AS state, format('%I.%I(', n.nspname, o.proname) AS place, '' AS tail
            FROM pg_proc o JOIN NAMESPACES n ON n.oid = o.pronamespace
            WHERE o.prokind <> 'a'""");

    private static final ObjectQuery TRIGGERS = new ObjectQuery("pg_trigger", "o.tgname", """
            SELECT n.nspname AS schema, c.relname AS relation, o.tgname::text AS name, '' AS arguments,
                pg_get_triggerdef(o.oid) AS create,
                format('DROP TRIGGER %I ON %I.%I', o.tgname, n.nspname, c.relname) AS drop,
                CASE o.tgenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'disabled except on replicas' ELSE '' END AS state,
                format(' ON %I.%I ', n.nspname, c.relname) AS place, '' AS tail
            FROM pg_trigger o JOIN pg_class c ON c.oid = o.tgrelid JOIN NAMESPACES n ON n.oid = c.relnamespace
            WHERE NOT o.tgisinternal AND o.tgparentid = 0""");

    private static final ObjectQuery DOMAINS = new ObjectQuery("pg_type", "o.typname", """
            SELECT n.nspname AS schema, '' AS relation, o.typname::text AS name, '' AS arguments,
                format('CREATE DOMAIN %I.%I AS %s', n.nspname, o.typname, format_type(o.typbasetype, o.typtypmod))
                    || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l
                        JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = o.typbasetype
                        WHERE l.oid = o.typcollation AND o.typcollation <> b.typcollation), '')
                    || coalesce(' DEFAULT ' || pg_get_expr(o.typdefaultbin, 0), '') || CASE WHEN o.typnotnull THEN ' NOT NULL' ELSE '' END
                    || coalesce((SELECT string_agg(format(' CONSTRAINT %I %s', k.conname, pg_get_constraintdef(k.oid)),
                        '' ORDER BY k.conname) FROM pg_constraint k WHERE k.contypid = o.oid AND k.contype = 'c'), '') AS create,
                format('DROP DOMAIN %I.%I', n.nspname, o.typname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.typname) AS place, '' AS tail
            FROM pg_type o JOIN NAMESPACES n ON n.oid = o.typnamespace
            WHERE o.typtype = 'd'""");

    private static final ObjectQuery COMPOSITES = new ObjectQuery("pg_type", "o.typname", """
            SELECT n.nspname AS schema, '' AS relation, o.typname::text AS name, '' AS arguments,
                format('CREATE TYPE %I.%I AS (%s)', n.nspname, o.typname,
                    (SELECT string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                            || coalesce((SELECT format(' COLLATE %I.%I', ln.nspname, l.collname) FROM pg_collation l
                                JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = a.atttypid
                                WHERE l.oid = a.attcollation AND a.attcollation <> b.typcollation), ''), ', '
                        ORDER BY a.attnum) FROM pg_attribute a
                     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS create,
                format('DROP TYPE %I.%I', n.nspname, o.typname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.typname) AS place, '' AS tail
            FROM pg_type o JOIN NAMESPACES n ON n.oid = o.typnamespace
            JOIN pg_class c ON c.oid = o.typrelid AND c.relkind = 'c'
            WHERE EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0)""");

    private static final ObjectQuery STATISTICS = new ObjectQuery("pg_statistic_ext", "o.stxname", """
            SELECT n.nspname AS schema, '' AS relation, o.stxname::text AS name, '' AS arguments,
                pg_get_statisticsobjdef(o.oid) AS create,
                format('DROP STATISTICS %I.%I', n.nspname, o.stxname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.stxname) AS place, ' FROM ' || o.stxrelid::regclass AS tail
            FROM pg_statistic_ext o JOIN NAMESPACES n ON n.oid = o.stxnamespace
            WHERE true""");

    private static final ObjectQuery RANGES = new ObjectQuery("pg_type", "o.typname", """
            SELECT n.nspname AS schema, '' AS relation, o.typname::text AS name, '' AS arguments,
                CASE r.rngcanonical WHEN 0 THEN
                    format('CREATE TYPE %I.%I AS RANGE (MULTIRANGE_TYPE_NAME = %I.%I, SUBTYPE = %s, SUBTYPE_OPCLASS = %I.%I',
                    n.nspname, o.typname, n.nspname, m.typname, format_type(r.rngsubtype, NULL), kn.nspname, k.opcname)
                    || coalesce((SELECT format(', COLLATION = %I.%I', ln.nspname, l.collname) FROM pg_collation l
                        JOIN pg_namespace ln ON ln.oid = l.collnamespace JOIN pg_type b ON b.oid = r.rngsubtype
                        WHERE l.oid = r.rngcollation AND r.rngcollation <> b.typcollation), '')
                    || CASE r.rngsubdiff WHEN 0 THEN '' ELSE ', SUBTYPE_DIFF = ' || r.rngsubdiff END || ')' END AS create,
                format('DROP TYPE %I.%I', n.nspname, o.typname) AS drop,
                '' AS state, format('%I.%I AS RANGE (MULTIRANGE_TYPE_NAME = %I.', n.nspname, o.typname, n.nspname) AS place,
                '' AS tail
            FROM pg_type o JOIN NAMESPACES n ON n.oid = o.typnamespace JOIN pg_range r ON r.rngtypid = o.oid
            JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_opclass k ON k.oid = r.rngsubopc
            JOIN pg_namespace kn ON kn.oid = k.opcnamespace
            WHERE true""");

    private static final ObjectQuery AGGREGATES = new ObjectQuery("pg_proc", "o.proname", """
            SELECT n.nspname AS schema, '' AS relation, o.proname::text AS name, oidvectortypes(o.proargtypes) AS arguments,
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
                    coalesce(nullif(pg_get_function_identity_arguments(o.oid), ''), '*')) AS drop,
                '' AS state, format('%I.%I(', n.nspname, o.proname) AS place, '' AS tail
            FROM pg_proc o JOIN NAMESPACES n ON n.oid = o.pronamespace JOIN pg_aggregate a ON a.aggfnoid = o.oid
            WHERE true""");

    private static final ObjectQuery RULES = new ObjectQuery("pg_rewrite", "o.rulename", """
            SELECT n.nspname AS schema, c.relname AS relation, o.rulename::text AS name, '' AS arguments,
                rtrim(pg_get_ruledef(o.oid), ';') AS create,
                format('DROP RULE %I ON %I.%I', o.rulename, n.nspname, c.relname) AS drop,
                CASE o.ev_enabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'disabled except on replicas' ELSE '' END AS state,
                format(' TO %I.%I', n.nspname, c.relname) AS place, '' AS tail
            FROM pg_rewrite o JOIN pg_class c ON c.oid = o.ev_class JOIN NAMESPACES n ON n.oid = c.relnamespace
            WHERE o.rulename <> '_RETURN'""");

    private static final ObjectQuery COLLATIONS = new ObjectQuery("pg_collation", "o.collname", """
            SELECT n.nspname AS schema, '' AS relation, o.collname::text AS name, '' AS arguments,
                format('CREATE COLLATION %I.%I (PROVIDER = %s, %s, DETERMINISTIC = %s%s)', n.nspname, o.collname,
                    CASE o.collprovider WHEN 'i' THEN 'icu' WHEN 'c' THEN 'libc' ELSE 'builtin' END,
                    CASE o.collprovider WHEN 'c' THEN format('LC_COLLATE = %L, LC_CTYPE = %L', o.collcollate, o.collctype)
                        ELSE format('LOCALE = %L', coalesce(to_jsonb(o) ->> 'colllocale', to_jsonb(o) ->> 'colliculocale'))
                    END, CASE WHEN o.collisdeterministic THEN 'true' ELSE 'false' END,
                    coalesce(', RULES = ' || quote_literal(to_jsonb(o) ->> 'collicurules'), '')) AS create,
                format('DROP COLLATION %I.%I', n.nspname, o.collname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.collname) AS place, '' AS tail
            FROM pg_collation o JOIN NAMESPACES n ON n.oid = o.collnamespace
            WHERE true""");

    private static final ObjectQuery DICTIONARIES = new ObjectQuery("pg_ts_dict", "o.dictname", """
            SELECT n.nspname AS schema, '' AS relation, o.dictname::text AS name, '' AS arguments,
                format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, o.dictname, tn.nspname,
                    t.tmplname, coalesce(', ' || o.dictinitoption, '')) AS create,
                format('DROP TEXT SEARCH DICTIONARY %I.%I', n.nspname, o.dictname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.dictname) AS place, '' AS tail
            FROM pg_ts_dict o JOIN NAMESPACES n ON n.oid = o.dictnamespace JOIN pg_ts_template t ON t.oid = o.dicttemplate
            JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
            WHERE true""");

    private static final ObjectQuery EVENT_TRIGGERS = new ObjectQuery("pg_event_trigger", "o.evtname", """
            SELECT 'public' AS schema, '' AS relation, o.evtname::text AS name, '' AS arguments,
                format('CREATE EVENT TRIGGER %I ON %s', o.evtname, o.evtevent)
                    || coalesce((SELECT ' WHEN TAG IN (' || string_agg(quote_literal(tag), ', ' ORDER BY tag) || ')'
                        FROM unnest(o.evttags) tag), '') || format(' EXECUTE FUNCTION %s()', o.evtfoid::regproc) AS create,
                format('DROP EVENT TRIGGER %I', o.evtname) AS drop,
                CASE o.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'disabled except on replicas' ELSE '' END AS state, '' AS place, '' AS tail
            FROM pg_event_trigger o
            WHERE true""");

    private static final ObjectQuery PUBLICATIONS = new ObjectQuery("pg_publication", "o.pubname", """
            SELECT 'public' AS schema, '' AS relation, o.pubname::text AS name, '' AS arguments,
                CASE WHEN coalesce(to_jsonb(o) ->> 'pubgencols', 'n') = 'n' THEN format('CREATE PUBLICATION %I', o.pubname) || CASE WHEN o.puballtables THEN ' FOR ALL TABLES' ELSE
                    coalesce((SELECT ' FOR ' || string_agg(part, ', ' ORDER BY part) FROM (
                        SELECT format('TABLE %I.%I', n.nspname, c.relname)
                            || coalesce((SELECT ' (' || string_agg(quote_ident(a.attname), ', '
                                ORDER BY a.attnum) || ')' FROM pg_attribute a
                                WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs::int2[])), '')
                            || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '') AS part
                        FROM pg_publication_rel r JOIN pg_class c ON c.oid = r.prrelid
                        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE r.prpubid = o.oid
                        UNION ALL
                        SELECT format('TABLES IN SCHEMA %I', n.nspname) FROM pg_publication_namespace r
                        JOIN pg_namespace n ON n.oid = r.pnnspid WHERE r.pnpubid = o.oid) parts), '') END
                    || format(' WITH (publish = %L, publish_via_partition_root = %s)', concat_ws(', ',
                        CASE WHEN o.pubinsert THEN 'insert' END, CASE WHEN o.pubupdate THEN 'update' END,
                        CASE WHEN o.pubdelete THEN 'delete' END, CASE WHEN o.pubtruncate THEN 'truncate' END),
                        CASE WHEN o.pubviaroot THEN 'true' ELSE 'false' END) END AS create,
                format('DROP PUBLICATION %I', o.pubname) AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_publication o
            WHERE true""");

    private static final ObjectQuery ENUMS = new ObjectQuery("pg_type", "o.typname", """
            SELECT n.nspname AS schema, '' AS relation, o.typname::text AS name, '' AS arguments,
                format('CREATE TYPE %I.%I AS ENUM (%s)', n.nspname, o.typname,
                    (SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = o.oid)) AS create,
                format('DROP TYPE %I.%I', n.nspname, o.typname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.typname) AS place, '' AS tail
            FROM pg_type o JOIN NAMESPACES n ON n.oid = o.typnamespace
            WHERE o.typtype = 'e'""");

    private static final ObjectQuery OTHER_TYPES = new ObjectQuery("pg_type", "o.typname", """
            SELECT n.nspname AS schema, '' AS relation, o.typname::text AS name, '' AS arguments, NULL AS create, '' AS drop,
                '' AS state, '' AS place, '' AS tail
            FROM pg_type o JOIN NAMESPACES n ON n.oid = o.typnamespace
            WHERE o.typtype IN ('b', 'p', 'm')""");

    private static final ObjectQuery CONFIGURATIONS = new ObjectQuery("pg_ts_config", "o.cfgname", """
            SELECT n.nspname AS schema, '' AS relation, o.cfgname::text AS name, '' AS arguments,
                format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, o.cfgname, pn.nspname, p.prsname) AS create,
                format('DROP TEXT SEARCH CONFIGURATION %I.%I', n.nspname, o.cfgname) AS drop,
                '' AS state, format('%I.%I', n.nspname, o.cfgname) AS place, '' AS tail
            FROM pg_ts_config o JOIN NAMESPACES n ON n.oid = o.cfgnamespace JOIN pg_ts_parser p ON p.oid = o.cfgparser
            JOIN pg_namespace pn ON pn.oid = p.prsnamespace
            WHERE true""");

    /**
     * The kinds that {@code import} converts to objects. Enum types are modelled, and a text search configuration needs
     * more than one statement.
     */
    static final List<ObjectQuery> LISTED = List.of(
            ROUTINES,
            TRIGGERS,
            // No statement creates a domain with a constraint that is not validated.
            DOMAINS.listedWith("k.contype = 'c'", "k.contype = 'c' AND k.convalidated"),
            COMPOSITES,
            STATISTICS,
            RANGES,
            AGGREGATES,
            RULES.listedIf("o.ev_enabled = 'O'"),
            COLLATIONS,
            DICTIONARIES,
            EVENT_TRIGGERS.listedIf("o.evtenabled = 'O'"),
            PUBLICATIONS);

    private static final Map<String, List<ObjectQuery>> BY_KIND = Map.ofEntries(
            Map.entry("function", List.of(ROUTINES)),
            Map.entry("procedure", List.of(ROUTINES)),
            Map.entry("aggregate", List.of(AGGREGATES)),
            Map.entry("trigger", List.of(TRIGGERS)),
            Map.entry("rule", List.of(RULES)),
            Map.entry("event trigger", List.of(EVENT_TRIGGERS)),
            Map.entry("type", List.of(COMPOSITES, RANGES, ENUMS, OTHER_TYPES)),
            Map.entry("domain", List.of(DOMAINS)),
            Map.entry("collation", List.of(COLLATIONS)),
            Map.entry("text search configuration", List.of(CONFIGURATIONS)),
            Map.entry("text search dictionary", List.of(DICTIONARIES)),
            Map.entry("statistics", List.of(STATISTICS)),
            Map.entry("publication", List.of(PUBLICATIONS)));

    private ObjectQueries() {}

    /**
     * Returns the queries that find the object of a CREATE statement of this kind; none if the kind is not supported.
     */
    static List<ObjectQuery> of(String kind) {
        return Optional.ofNullable(RareObjectQueries.BY_KIND.get(kind))
                .map(List::of)
                .orElseGet(() -> BY_KIND.getOrDefault(kind, List.of()));
    }
}
