package dev.tenon.runtime.internal.history;

/**
 * Whether the schema of the history is its owner's alone: nobody else can write its tables or create in it, and there is no
 * trigger, rule, policy or routine. Only then can the history and the stored verification be believed.
 */
public final class HistoryIntegrity {

    /**
     * One row for each violation, in words; none if there is no such schema. All names are qualified, so that no search path
     * decides what the query means.
     */
    public static final String VIOLATIONS = """
            SELECT pg_catalog.format('%I owns %s, but %I the schema', pg_catalog.pg_get_userbyid(c.relowner), c.relname,
                pg_catalog.pg_get_userbyid(n.nspowner)) AS violation
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
            WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND c.relowner OPERATOR(pg_catalog.<>) n.nspowner
                AND c.relkind OPERATOR(pg_catalog.<>) 'i'
            UNION ALL
            SELECT pg_catalog.format('%s may %s on %s', CASE WHEN a.grantee OPERATOR(pg_catalog.=) 0 THEN 'every role'
                    ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, a.privilege_type, c.relname)
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
            CROSS JOIN LATERAL pg_catalog.aclexplode(c.relacl) a
            WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
                AND a.privilege_type OPERATOR(pg_catalog.<>) 'SELECT'
            UNION ALL
            SELECT pg_catalog.format('%s may %s column %I of %s', CASE WHEN a.grantee OPERATOR(pg_catalog.=) 0 THEN 'every role'
                    ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END, a.privilege_type, t.attname, c.relname)
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
            JOIN pg_catalog.pg_attribute t ON t.attrelid OPERATOR(pg_catalog.=) c.oid
            CROSS JOIN LATERAL pg_catalog.aclexplode(t.attacl) a
            WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND a.grantee OPERATOR(pg_catalog.<>) c.relowner
                AND a.privilege_type OPERATOR(pg_catalog.<>) 'SELECT'
            UNION ALL
            SELECT pg_catalog.format('%s may CREATE in it', CASE WHEN a.grantee OPERATOR(pg_catalog.=) 0 THEN 'every role'
                    ELSE pg_catalog.quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) END)
            FROM pg_catalog.pg_namespace n CROSS JOIN LATERAL pg_catalog.aclexplode(n.nspacl) a
            WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND a.grantee OPERATOR(pg_catalog.<>) n.nspowner
                AND a.privilege_type OPERATOR(pg_catalog.=) 'CREATE'
            UNION ALL
            SELECT pg_catalog.format('%s has %s %I', c.relname, x.kind, x.name)
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
            CROSS JOIN LATERAL (
                SELECT 'trigger' AS kind, g.tgname AS name FROM pg_catalog.pg_trigger g
                WHERE g.tgrelid OPERATOR(pg_catalog.=) c.oid
                UNION ALL
                SELECT 'rule', r.rulename FROM pg_catalog.pg_rewrite r WHERE r.ev_class OPERATOR(pg_catalog.=) c.oid
                    AND r.ev_type OPERATOR(pg_catalog.<>) '1'
                UNION ALL
                SELECT 'policy', p.polname FROM pg_catalog.pg_policy p WHERE p.polrelid OPERATOR(pg_catalog.=) c.oid) x
            WHERE n.nspname OPERATOR(pg_catalog.=) {name}
            UNION ALL
            SELECT pg_catalog.format('%I inherits from %s', i.relname, c.relname)
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_class c ON c.relnamespace OPERATOR(pg_catalog.=) n.oid
            JOIN pg_catalog.pg_inherits h ON h.inhparent OPERATOR(pg_catalog.=) c.oid
            JOIN pg_catalog.pg_class i ON i.oid OPERATOR(pg_catalog.=) h.inhrelid
            WHERE n.nspname OPERATOR(pg_catalog.=) {name} AND c.relkind OPERATOR(pg_catalog.=) 'r'
            UNION ALL
            SELECT pg_catalog.format('it has routine %I', p.proname)
            FROM pg_catalog.pg_namespace n JOIN pg_catalog.pg_proc p ON p.pronamespace OPERATOR(pg_catalog.=) n.oid
            WHERE n.nspname OPERATOR(pg_catalog.=) {name}""";

    /** The same for the history of the session. */
    public static final String VIOLATIONS_IN_SESSION = VIOLATIONS.replace(
            "{name}", "(coalesce(nullif(pg_catalog.current_setting('tenon.history', true), ''), 'tenon'))");

    /** A condition that is true if there is no violation. */
    static final String HOLDS = "NOT EXISTS (" + VIOLATIONS + ")";

    private HistoryIntegrity() {}
}
