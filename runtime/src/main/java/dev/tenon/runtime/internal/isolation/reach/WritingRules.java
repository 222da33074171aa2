package dev.tenon.runtime.internal.isolation.reach;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No rule runs a statement for the application: it would run with the rights of the owner of the relation. A rule that does
 * nothing instead of a statement is allowed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rules-privileges.html">Rules and Privileges</a>
 */
final class WritingRules implements ReachCheck {

    private static final String RULES = WrittenSql.WITH_WRITTEN + """
            SELECT DISTINCT ON (u.oid) coalesce(w.roleid, ($roles)[1]) || E'\\n'
                || coalesce(w.path, 'does not write ' || u.ev_class::regclass) || ' \u2192 rule ' || quote_ident(u.rulename)
                || ' of ' || pg_get_userbyid(c.relowner) || ' runs a statement with the rights of its owner'
                || coalesce(' on ' || (SELECT string_agg(s.relid::regclass::text, ', ' ORDER BY s.relid) FROM uses s WHERE s.ruleid = u.oid), '')
            FROM pg_rewrite u JOIN pg_class c ON c.oid = u.ev_class
            LEFT JOIN written w ON w.oid = u.ev_class AND (NOT c.relispartition OR w.as_owner OR w.oid IN (
                SELECT h.oid FROM held h WHERE h.privileges ~ 'INSERT|UPDATE|DELETE'))
            WHERE u.ev_type <> '1' AND u.ev_enabled <> 'D' AND u.ev_action::text <> '<>' AND NOT u.oid = ANY ($sharedrules)
                AND $condition
            ORDER BY u.oid, length(w.path), w.path""";

    private static final String FIRED = RULES.replace("$condition", "w.oid IS NOT NULL");

    private static final String OTHERS = RULES.replace("$condition", "w.oid IS NULL AND c.oid = ANY ($tenants)");

    @Override
    public String name() {
        return "rules";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.paths(FIRED), "drop the rule; a trigger with the rights of the caller can do the same"));
        findings.addAll(
                ReachFinding.warnings(catalogs.paths(OTHERS), "drop the rule, nothing of the application needs it"));
        return findings;
    }
}
