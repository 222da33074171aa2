package dev.tenon.runtime.internal.isolation.probe;

import dev.tenon.runtime.internal.isolation.fixture.FixtureRows;
import dev.tenon.runtime.internal.isolation.session.ProbeOutcome;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import dev.tenon.runtime.internal.isolation.session.ProbeTarget;
import java.sql.SQLException;
import java.util.List;

/**
 * No view gives the application role access to the table with the privileges of another role, to which other policies
 * or none apply.
 */
public final class ViewsProbe implements Probe {

    private static final String READERS = """
            WITH RECURSIVE reader AS (
                SELECT r.ev_class FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid
                WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass
                    AND d.refobjid = ?::regclass AND r.ev_class <> d.refobjid
                UNION
                SELECT r.ev_class FROM reader e
                JOIN pg_depend d ON d.refobjid = e.ev_class AND d.refclassid = 'pg_class'::regclass
                    AND d.classid = 'pg_rewrite'::regclass
                JOIN pg_rewrite r ON r.oid = d.objid AND r.ev_class <> e.ev_class)
            SELECT CASE v.relkind WHEN 'm' THEN 'materialized view ' ELSE 'view ' END || v.oid::regclass
                || ' of ' || pg_get_userbyid(v.relowner)
            FROM reader e JOIN pg_class v ON v.oid = e.ev_class JOIN pg_namespace n ON n.oid = v.relnamespace
            WHERE NOT n.nspname || '.' || v.relname = ANY (string_to_array(?, E'\\n'))
                AND v.relkind IN ('v', 'm')
                AND (has_table_privilege(?, v.oid, 'SELECT, INSERT, UPDATE, DELETE')
                    OR has_any_column_privilege(?, v.oid, 'SELECT, INSERT, UPDATE'))
                AND NOT EXISTS (
                    SELECT FROM pg_options_to_table(v.reloptions) o
                    WHERE o.option_name = 'security_invoker' AND o.option_value::boolean)
            ORDER BY 1""";

    @Override
    public String name() {
        return "views";
    }

    @Override
    public ProbeOutcome run(ProbeTarget target, ProbeSession session, FixtureRows fixtures) throws SQLException {
        List<String> open = session.names(
                READERS, target.sql(), String.join("\n", target.shared()), session.role(), session.role());
        return open.isEmpty()
                ? ProbeOutcome.held()
                : ProbeOutcome.broken(session.role() + " reads it through " + String.join(", ", open)
                        + ", with the privileges of its owner; create a view WITH (security_invoker ="
                        + " true); for a materialized view, or if all tenants may see its rows, state the"
                        + " reason with @Shared");
    }
}
