package dev.tenon.runtime.internal.isolation.reach;

/** The part of a query that finds which relations the application's statements change, directly or in consequence. */
final class WrittenSql {

    /**
     * The relations whose triggers and rules run for statements of the application. A referential action runs as the
     * owner of the referencing table, and so do its triggers ({@code as_owner}). {@code events} has the bits of {@code
     * pg_trigger.tgtype}.
     *
     * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html">pg_constraint</a>
     */
    static final String WITH_WRITTEN = ReachSql.WITH_HELD + """
            , written (oid, events, as_owner, roleid, path) AS (
                SELECT h.oid, CASE WHEN p LIKE '%INSERT%' THEN 4 ELSE 0 END | CASE WHEN p LIKE '%DELETE%' THEN 8 ELSE 0 END
                    | CASE WHEN p LIKE '%UPDATE%' THEN 16 ELSE 0 END | CASE WHEN p LIKE '%TRUNCATE%' THEN 32 ELSE 0 END,
                    false, h.roleid, ('writes ' || h.oid::regclass) COLLATE "C"
                FROM held h, LATERAL (SELECT h.privileges AS p) p
                WHERE h.relkind IN ('r', 'p', 'v', 'f') AND p ~ 'INSERT|UPDATE|DELETE|TRUNCATE'
                UNION
                SELECT next.oid, next.events, next.as_owner, w.roleid,
                    CASE WHEN w.path LIKE '% \u2192 %\u2192 %\u2192 %\u2192 %' THEN w.path ELSE w.path || next.step END
                FROM written w CROSS JOIN LATERAL (
                    SELECT i.inhrelid AS oid, w.events AS events, w.as_owner AS as_owner, ' \u2192 its partition ' || i.inhrelid::regclass AS step
                    FROM pg_inherits i WHERE i.inhparent = w.oid
                    UNION ALL
                    SELECT k.conrelid, CASE WHEN w.events & 8 <> 0 THEN CASE k.confdeltype WHEN 'c' THEN 8 WHEN 'a' THEN 0
                            WHEN 'r' THEN 0 ELSE 16 END ELSE 0 END
                        | CASE WHEN w.events & 16 <> 0 AND k.confupdtype NOT IN ('a', 'r') THEN 16 ELSE 0 END,
                        true, ' \u2192 by foreign key ' || quote_ident(k.conname) || ' also ' || k.conrelid::regclass
                    FROM pg_constraint k
                    WHERE k.confrelid = w.oid AND k.contype = 'f' AND (w.events & 8 <> 0 AND k.confdeltype NOT IN ('a', 'r')
                        OR w.events & 16 <> 0 AND k.confupdtype NOT IN ('a', 'r'))
                    UNION ALL
                    SELECT d.refobjid, w.events, w.as_owner, ' \u2192 through the view also ' || d.refobjid::regclass
                    FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                        AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> w.oid
                    WHERE r.ev_class = w.oid) next)
            """;

    private WrittenSql() {}
}
