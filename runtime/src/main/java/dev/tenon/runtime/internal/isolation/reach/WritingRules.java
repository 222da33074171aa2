package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.List;

/**
 * No rule gives the application more than it has itself: the actions of a rule run with the rights of the owner of its
 * relation.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rules-privileges.html">Rules and Privileges</a>
 */
final class WritingRules implements ReachCheck {

    private static final String RULES = WrittenSql.WITH_WRITTEN + """
            SELECT DISTINCT ON (u.oid, d.refobjid) coalesce(w.roleid, ($roles)[1]) || E'\\n'
                || coalesce(w.path, 'does not write ' || u.ev_class::regclass) || ' \u2192 rule ' || quote_ident(u.rulename)
                || ' of ' || pg_get_userbyid(c.relowner) || ' uses ' || b.oid::regclass || ' with the rights of its owner'
            FROM pg_rewrite u JOIN pg_class c ON c.oid = u.ev_class
            LEFT JOIN written w ON w.oid = u.ev_class
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = u.oid AND d.refclassid = 'pg_class'::regclass
                AND d.refobjid <> u.ev_class
            JOIN pg_class b ON b.oid = d.refobjid
            WHERE u.ev_type <> '1' AND u.ev_enabled <> 'D' AND NOT u.oid = ANY ($sharedrules) AND (w.oid IS NOT NULL OR c.oid = ANY ($tenants))
                AND (b.relrowsecurity OR b.relkind IN ('v', 'm', 'f') OR NOT EXISTS (
                    SELECT FROM unnest($roles) r WHERE has_table_privilege(r, b.oid, 'SELECT, INSERT, UPDATE, DELETE')))
            ORDER BY u.oid, d.refobjid, length(w.path)""";

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        return ReachFinding.leaks(
                catalogs.paths(RULES), "drop the rule; a trigger with the rights of the caller can do the same");
    }
}
