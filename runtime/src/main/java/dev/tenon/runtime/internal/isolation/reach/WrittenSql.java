package dev.tenon.runtime.internal.isolation.reach;

/** The part of a query that finds which relations the application's statements change, directly or in consequence. */
final class WrittenSql {

    /**
     * The relations whose triggers and rules run for statements of the application. A referential action runs as the
     * owner of the referencing table, and so do its triggers ({@code as_owner}). An update can move a row to another
     * partition. {@code events} has the bits of {@code
     * pg_trigger.tgtype}. A path has the last step only, because there can be any number of paths.
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
                SELECT next.oid, next.events, next.as_owner, w.roleid, 'changes ' || w.oid::regclass || next.step
                FROM written w CROSS JOIN LATERAL (
                    SELECT i.inhrelid AS oid, w.events | CASE WHEN w.events & 16 <> 0 THEN 12 ELSE 0 END AS events, w.as_owner AS as_owner, ' \u2192 its partition ' || i.inhrelid::regclass AS step
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
                    SELECT u.relid, w.events & ((pg_relation_is_updatable(w.oid, false) & 8) >> 1
                            | (pg_relation_is_updatable(w.oid, false) & 16) >> 1 | (pg_relation_is_updatable(w.oid, false) & 4) << 2),
                        w.as_owner, ' \u2192 through the view also ' || u.relid::regclass
                    FROM uses u JOIN pg_class v ON v.oid = u.ev_class AND v.relkind = 'v'
                    WHERE u.ev_class = w.oid AND NOT INVOKER) next)
            """.replace("INVOKER", ReachSql.isInvoker("v.reloptions"));

    private WrittenSql() {}
}
