package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import dev.tenon.schema.internal.sql.quote.Literal;
import java.sql.SQLException;
import java.util.List;

/**
 * The application role has no access to the table through SECURITY DEFINER routines whose owner bypasses policies,
 * unless the snapshot states a reason, nor through triggers or rules on other tables. A routine whose source contains
 * the table's name is assumed to access the table.
 */
public final class RoutinesProbe implements Probe {

    private static final String REACHING = """
            WITH written AS (
                SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p', 'v') AND has_schema_privilege($role, n.oid, 'USAGE')
                    AND (has_table_privilege($role, c.oid, 'INSERT, UPDATE, DELETE')
                        OR has_any_column_privilege($role, c.oid, 'INSERT, UPDATE')))
            SELECT p.oid::regprocedure || ' of ' || pg_get_userbyid(p.proowner)
            FROM pg_class t, pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_roles o ON o.oid = p.proowner
            WHERE t.oid = ?::regclass AND p.prosecdef AND (o.rolsuper OR o.rolbypassrls)
                AND CASE WHEN p.prorettype = 'trigger'::regtype
                    THEN EXISTS (
                        SELECT FROM pg_trigger g
                        WHERE g.tgfoid = p.oid AND g.tgenabled <> 'D' AND g.tgrelid IN (SELECT oid FROM written))
                    ELSE p.prorettype <> 'event_trigger'::regtype
                        AND has_function_privilege($role, p.oid, 'EXECUTE') AND has_schema_privilege($role, n.oid, 'USAGE') END
                AND NOT n.nspname || '.' || p.proname = ANY (string_to_array(?, E'\\n'))
                AND NOT EXISTS (
                    SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
                AND (p.prosrc ~* ('\\m' || regexp_replace(t.relname, '(\\W)', '\\\\\\1', 'g') || '\\M')
                    OR EXISTS (
                        SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                            AND d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid))
            UNION
            SELECT 'rule ' || quote_ident(r.rulename) || ' on ' || c.oid::regclass || ' of ' || pg_get_userbyid(c.relowner)
            FROM pg_rewrite r
            JOIN pg_class c ON c.oid = r.ev_class
            JOIN pg_roles o ON o.oid = c.relowner
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
            WHERE r.ev_type <> '1' AND r.ev_enabled <> 'D' AND (o.rolsuper OR o.rolbypassrls)
                AND c.oid IN (SELECT oid FROM written) AND d.refobjid = ?::regclass AND d.refobjid <> r.ev_class
            ORDER BY 1""";

    @Override
    public String name() {
        return "routines";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) throws SQLException {
        String sql = REACHING.replace("$role", Literal.text(session.role()));
        List<String> open = session.names(sql, target.sql(), String.join("\n", target.shared()), target.sql());
        return open.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(session.role() + " can access it through " + String.join(", ", open)
                        + ", which bypass row-level security; make it SECURITY INVOKER, or state in shared of its"
                        + " @SqlObject why all tenants may use it");
    }
}
