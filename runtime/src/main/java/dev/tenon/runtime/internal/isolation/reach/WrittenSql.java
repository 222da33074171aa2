package dev.tenon.runtime.internal.isolation.reach;

/** The part of a query that finds which relations the application's statements change, directly or in consequence. */
final class WrittenSql {

    /**
     * The relations whose triggers and rules run for statements of the application. A referential action runs as the
     * owner of the referencing table, and so do its triggers ({@code as_owner}). An update can move a row to another
     * partition. {@code events} has the bits of {@code pg_trigger.tgtype}; {@code columns} names those that an update sets,
     * if not any. A path has the last step only, because there can be any number of paths.
     *
     * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-constraint.html">pg_constraint</a>
     */
    static final String WITH_WRITTEN = ReachSql.WITH_HELD + """
            , written (oid, events, columns, as_owner, roleid, path) AS (
                SELECT h.oid, CASE WHEN p LIKE '%INSERT%' THEN 4 ELSE 0 END | CASE WHEN p LIKE '%DELETE%' THEN 8 ELSE 0 END
                    | CASE WHEN p LIKE '%UPDATE%' THEN 16 ELSE 0 END | CASE WHEN p LIKE '%TRUNCATE%' THEN 32 ELSE 0 END,
                    CASE WHEN NOT EXISTS (SELECT FROM unnest($roles) r WHERE has_table_privilege(r, h.oid, 'UPDATE')) THEN (
                        SELECT array_agg(t.attname::text ORDER BY t.attname) FROM pg_attribute t
                        WHERE t.attrelid = h.oid AND t.attnum > 0 AND NOT t.attisdropped AND EXISTS (
                            SELECT FROM unnest($roles) r WHERE has_column_privilege(r, t.attrelid, t.attnum, 'UPDATE'))) END,
                    false, h.roleid, ('writes ' || h.oid::regclass) COLLATE "C"
                FROM held h, LATERAL (SELECT h.privileges AS p) p
                WHERE h.relkind IN ('r', 'p', 'v', 'f') AND p ~ 'INSERT|UPDATE|DELETE|TRUNCATE'
                UNION
                SELECT next.oid, next.events, next.columns, next.as_owner, w.roleid, 'changes ' || w.oid::regclass || next.step
                FROM written w CROSS JOIN LATERAL (
                    SELECT i.inhrelid AS oid, w.events | CASE WHEN w.events & 16 <> 0 THEN 12 ELSE 0 END AS events, w.columns AS columns,
                        w.as_owner AS as_owner, ' \u2192 its partition ' || i.inhrelid::regclass AS step
                    FROM pg_inherits i WHERE i.inhparent = w.oid
                    UNION ALL
                    SELECT k.conrelid, action.events,
                        ARRAY(SELECT t.attname::text FROM pg_attribute t WHERE t.attrelid = k.conrelid AND t.attnum = ANY (action.columns)
                            ORDER BY t.attname),
                        true, ' \u2192 by foreign key ' || quote_ident(k.conname) || ' also ' || k.conrelid::regclass
                    FROM pg_constraint k CROSS JOIN LATERAL (
                        SELECT 8, k.conkey WHERE w.events & 8 <> 0 AND k.confdeltype = 'c'
                        UNION ALL
                        SELECT 16, coalesce(k.confdelsetcols, k.conkey) WHERE w.events & 8 <> 0 AND k.confdeltype NOT IN ('a', 'r', 'c')
                        UNION ALL
                        SELECT 16, k.conkey WHERE w.events & 16 <> 0 AND k.confupdtype NOT IN ('a', 'r')) action (events, columns)
                    WHERE k.confrelid = w.oid AND k.contype = 'f'
                    UNION ALL
                    SELECT u.relid, w.events & ((pg_relation_is_updatable(w.oid, false) & 8) >> 1
                            | (pg_relation_is_updatable(w.oid, false) & 16) >> 1 | (pg_relation_is_updatable(w.oid, false) & 4) << 2), NULL::text[],
                        w.as_owner, ' \u2192 through the view also ' || u.relid::regclass
                    FROM uses u JOIN pg_class v ON v.oid = u.ev_class AND v.relkind = 'v'
                    WHERE u.ev_class = w.oid AND NOT INVOKER) next)
            """.replace("INVOKER", ReachSql.isInvoker("v.reloptions"));

    /**
     * Whether a trigger {@code g} fires for what is written, {@code w}: one of certain columns fires for an update that sets
     * one of them, or a generated one, which follows others.
     */
    static final String FIRES = """
            (w.events & g.tgtype & 44 <> 0 OR w.events & g.tgtype & 16 <> 0 AND (cardinality(g.tgattr) = 0 OR w.columns IS NULL
                OR EXISTS (SELECT FROM pg_attribute t WHERE t.attrelid = g.tgrelid AND t.attnum = ANY (g.tgattr)
                    AND (t.attname = ANY (w.columns) OR t.attgenerated <> ''))))""";

    private WrittenSql() {}
}
