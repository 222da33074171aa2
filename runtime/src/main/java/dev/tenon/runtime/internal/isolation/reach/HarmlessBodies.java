package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.schema.internal.sql.quote.Identifier;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds routines that give nothing although they run as their owners: functions in SQL that only compute with PostgreSQL's
 * own functions, and read only tables that the application can read itself. What is not proven is not harmless. The server
 * parses a quoted body as that of a temporary function, and never runs it.
 */
final class HarmlessBodies {

    /** What a body is. */
    enum Result {
        /** Nothing is known to be harmless. */
        UNKNOWN,
        /** It would be harmless, but a temporary type or table of the caller can stand for a name in it. */
        SHADOWABLE,
        /** It gives nothing. */
        HARMLESS
    }

    /** The types are built in, so a signature does not depend on the search path, and has no checks of domains. */
    private static final String CANDIDATES = """
            SELECT p.oid, p.prosrc, p.prosqlbody, array_to_string(p.proconfig, E'\\n'), p.proowner,
                (SELECT string_agg(concat_ws(' ', CASE p.proargmodes[t.n] WHEN 'o' THEN 'OUT' WHEN 't' THEN 'OUT' WHEN 'b' THEN 'INOUT'
                        WHEN 'v' THEN 'VARIADIC' END, quote_ident(nullif(p.proargnames[t.n], '')), 'pg_catalog.' || quote_ident(y.typname)),
                        ', ' ORDER BY t.n)
                    FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY t (type, n)
                    JOIN pg_type y ON y.oid = t.type),
                CASE WHEN p.proretset THEN 'SETOF ' ELSE '' END || 'pg_catalog.' || quote_ident(r.typname)
            FROM pg_proc p JOIN pg_type r ON r.oid = p.prorettype
            WHERE p.oid = ANY ('{$oids}') AND p.prokind = 'f' AND p.prolang = 14 AND p.prosupport = 0 AND p.prorettype < 10000
                AND NOT EXISTS (SELECT FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) t WHERE t >= 10000)
                AND (p.proconfig IS NULL OR cardinality(p.proconfig) = 1 AND p.proconfig[1] ^@ 'search_path=')""";

    /** A schema that the owner may not use is left out of its path. */
    private static final String UNUSABLE = """
            SELECT 'unusable' FROM pg_namespace n
            WHERE n.nspname = ANY (string_to_array(?, E'\\n')) AND NOT has_schema_privilege(?::oid, n.oid, 'USAGE')""";

    private static final String TEMPORARY = """
            SELECT 'may' FROM pg_roles r WHERE r.oid = ANY ($roles) AND has_database_privilege(r.oid, current_database(), 'TEMP')""";

    private static final String PARSED = """
            SELECT prosqlbody FROM pg_catalog.pg_proc
            WHERE proname OPERATOR(pg_catalog.=) 'tenon_body' AND pronamespace OPERATOR(pg_catalog.=) pg_catalog.pg_my_temp_schema()""";

    /**
     * Whether all functions compute only, and all tables are the application's to read: without policies, and without
     * functions of users that the planner could evaluate.
     */
    private static final String ALLOWED = """
            SELECT 'allowed' WHERE NOT EXISTS (
                SELECT FROM unnest('{$functions}'::oid[]) f LEFT JOIN pg_proc p ON p.oid = f AND p.oid < 10000
                    AND p.prolang IN (12, 14) AND NOT p.prosecdef AND p.proconfig IS NULL
                    AND (p.provolatile = 'i' AND p.prolang = 12 OR p.proname IN ('textanycat', 'anytextcat') OR p.prolang = 12 AND p.proname IN ('now', 'transaction_timestamp',
                        'statement_timestamp', 'clock_timestamp', 'gen_random_uuid', 'random', 'concat', 'concat_ws', 'format',
                        'date', 'date_trunc', 'to_char'))
                WHERE p.oid IS NULL)
            AND NOT EXISTS (
                SELECT FROM unnest('{$relations}'::oid[]) t LEFT JOIN pg_class c ON c.oid = t AND c.oid >= 16384 AND c.relkind IN ('r', 'p')
                    AND c.relpersistence <> 't' AND NOT c.relrowsecurity AND NOT c.relhasrules AND NOT c.oid = ANY ($tenants)
                    AND EXISTS (SELECT FROM unnest($roles) r WHERE has_table_privilege(r, c.oid, 'SELECT')
                        AND has_schema_privilege(r, c.relnamespace, 'USAGE'))
                    AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhparent = c.oid)
                    AND NOT EXISTS (
                        SELECT FROM pg_depend d WHERE d.refclassid = 'pg_proc'::regclass AND CASE d.classid
                            WHEN 'pg_class'::regclass THEN d.objid = c.oid OR d.objid IN (
                                SELECT i.indexrelid FROM pg_index i WHERE i.indrelid = c.oid)
                            WHEN 'pg_constraint'::regclass THEN d.objid IN (
                                SELECT k.oid FROM pg_constraint k WHERE k.conrelid = c.oid)
                            WHEN 'pg_attrdef'::regclass THEN d.objid IN (SELECT a.oid FROM pg_attrdef a WHERE a.adrelid = c.oid)
                            WHEN 'pg_statistic_ext'::regclass THEN d.objid IN (
                                SELECT s.oid FROM pg_statistic_ext s WHERE s.stxrelid = c.oid) END)
                WHERE c.oid IS NULL)""";

    private final ReachQueries catalogs;
    private final boolean temporaryObjects;

    private HarmlessBodies(ReachQueries catalogs, boolean temporaryObjects) {
        this.catalogs = catalogs;
        this.temporaryObjects = temporaryObjects;
    }

    /** Judges the routines with these OIDs; those that are missing in the result are unknown. */
    static Map<String, Result> judge(ReachQueries catalogs, Collection<String> oids) throws SQLException {
        Map<String, Result> results = new HashMap<>();
        if (oids.isEmpty()) {
            return results;
        }
        HarmlessBodies bodies =
                new HarmlessBodies(catalogs, !catalogs.texts(TEMPORARY).isEmpty());
        for (List<Optional<String>> row :
                catalogs.session().rows(CANDIDATES.replace("$oids", String.join(",", oids)))) {
            results.put(row.get(0).orElseThrow(), bodies.judge(row));
        }
        return results;
    }

    private Result judge(List<Optional<String>> row) throws SQLException {
        Optional<String> parsed = row.get(2);
        Optional<List<String>> path = row.get(3).map(HarmlessBodies::path);
        if (parsed.isPresent()) {
            return isHarmless(parsed.get()) ? Result.HARMLESS : Result.UNKNOWN;
        }
        Optional<QuotedBody> body = QuotedBody.of(row.get(1).orElseThrow());
        if (body.isEmpty() || path.isEmpty() || !isUsable(path.get(), row.get(4).orElseThrow())) {
            return Result.UNKNOWN;
        }
        String signature =
                "(" + row.get(5).orElse("") + ") RETURNS " + row.get(6).orElseThrow();
        Optional<String> tree = parse(signature, body.get(), path.get(), Set.of());
        if (tree.isEmpty() || !isHarmless(tree.get())) {
            return Result.UNKNOWN;
        }
        boolean temporaryLast =
                !path.get().isEmpty() && path.get().get(path.get().size() - 1).equals("pg_temp");
        return !temporaryObjects
                        || temporaryLast
                        || parse(signature, body.get(), path.get(), body.get().names())
                                .equals(tree)
                ? Result.HARMLESS
                : Result.SHADOWABLE;
    }

    private boolean isHarmless(String nodes) throws SQLException {
        Optional<BodyTree> tree = BodyTree.of(nodes);
        return tree.isPresent()
                && !catalogs.texts(ALLOWED.replace(
                                        "$functions",
                                        String.join(",", tree.get().functions()))
                                .replace(
                                        "$relations",
                                        String.join(",", tree.get().relations())))
                        .isEmpty();
    }

    /** Returns the schemas of a {@code search_path=…} as PostgreSQL stores it. */
    private static List<String> path(String setting) {
        List<String> schemas = new ArrayList<>();
        for (String each : setting.substring(setting.indexOf('=') + 1).split(",", -1)) {
            String name = each.strip();
            boolean quoted = name.length() > 1 && name.startsWith("\"") && name.endsWith("\"");
            schemas.add(quoted ? name.substring(1, name.length() - 1) : name);
        }
        return schemas;
    }

    private boolean isUsable(List<String> path, String owner) throws SQLException {
        return path.stream().noneMatch(schema -> schema.contains("\"") || schema.equals("$user"))
                && catalogs.session()
                        .texts(UNUSABLE, String.join("\n", path), owner)
                        .isEmpty();
    }

    /** Lets the server parse a body while the caller has temporary types of these names. */
    private Optional<String> parse(String signature, QuotedBody body, List<String> path, Set<String> shadows)
            throws SQLException {
        List<String> statements = new ArrayList<>();
        statements.add("SET LOCAL standard_conforming_strings TO on");
        statements.add("SET LOCAL check_function_bodies TO on");
        statements.add("SET LOCAL search_path TO "
                + String.join(", ", path.stream().map(Literal::text).toList()));
        shadows.stream()
                .sorted()
                .map(name -> "CREATE TYPE pg_temp." + Identifier.quote(name) + " AS ()")
                .forEach(statements::add);
        statements.add("CREATE FUNCTION pg_temp.tenon_body" + signature + " LANGUAGE sql BEGIN ATOMIC " + body.query()
                + "; END");
        return catalogs.session().tried(statements, PARSED);
    }
}
