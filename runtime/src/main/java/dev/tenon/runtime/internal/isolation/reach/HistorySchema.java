package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * The schema of the history belongs to one role, nobody else writes it, and nothing else is in it: what it says about the
 * database can be believed.
 */
final class HistorySchema implements ReachCheck {

    @Override
    public String name() {
        return "history-schema";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(
                catalogs.texts(FOREIGN), "only the migrator may write the schema tenon: revoke it, or drop what is foreign");
    }

    private static final String FOREIGN = """
            WITH n AS (SELECT * FROM pg_namespace WHERE nspname = 'tenon'),
            relation AS (SELECT c.* FROM pg_class c JOIN n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S'))
            SELECT pg_get_userbyid(c.relowner) || ' owns ' || c.oid::regclass || ', but ' || pg_get_userbyid(n.nspowner) || ' the schema'
            FROM relation c JOIN n ON c.relowner <> n.nspowner
            UNION ALL
            SELECT CASE a.grantee WHEN 0 THEN 'every role' ELSE pg_get_userbyid(a.grantee) END || ' may '
                || string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type) || ' on ' || c.oid::regclass
            FROM relation c CROSS JOIN LATERAL aclexplode(c.relacl) a
            WHERE a.grantee <> c.relowner AND a.privilege_type <> 'SELECT'
            GROUP BY a.grantee, c.oid
            UNION ALL
            SELECT CASE a.grantee WHEN 0 THEN 'every role' ELSE pg_get_userbyid(a.grantee) END || ' may CREATE in schema tenon'
            FROM n CROSS JOIN LATERAL aclexplode(n.nspacl) a
            WHERE a.grantee <> n.nspowner AND a.privilege_type = 'CREATE'
            UNION ALL
            SELECT 'trigger ' || quote_ident(g.tgname) || ' is on ' || c.oid::regclass
            FROM relation c JOIN pg_trigger g ON g.tgrelid = c.oid WHERE NOT g.tgisinternal
            UNION ALL
            SELECT 'rule ' || quote_ident(r.rulename) || ' is on ' || c.oid::regclass
            FROM relation c JOIN pg_rewrite r ON r.ev_class = c.oid
            UNION ALL
            SELECT 'policy ' || quote_ident(p.polname) || ' is on ' || c.oid::regclass
            FROM relation c JOIN pg_policy p ON p.polrelid = c.oid
            UNION ALL
            SELECT 'routine ' || p.oid::regprocedure || ' is in schema tenon' FROM pg_proc p JOIN n ON n.oid = p.pronamespace
            ORDER BY 1""";
}
