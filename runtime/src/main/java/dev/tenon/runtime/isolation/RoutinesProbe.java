package dev.tenon.runtime.isolation;

import java.sql.SQLException;
import java.util.List;

/**
 * No routine that the application role may call reaches the table with the rights of somebody whom no policy binds, unless the
 * snapshot says why it may. What a routine does is seen by the table's name in its text; a trigger's is not called by anybody.
 */
final class RoutinesProbe implements Probe {

    private static final String CALLABLE = """
            SELECT p.oid::regprocedure || ' of ' || pg_get_userbyid(p.proowner)
            FROM pg_class t, pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            JOIN pg_roles o ON o.oid = p.proowner
            WHERE t.oid = ?::regclass AND p.prosecdef AND (o.rolsuper OR o.rolbypassrls)
                AND p.prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype)
                AND has_function_privilege(?, p.oid, 'EXECUTE') AND has_schema_privilege(?, n.oid, 'USAGE')
                AND NOT n.nspname || '.' || p.proname = ANY (string_to_array(?, E'\\n'))
                AND NOT EXISTS (
                    SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
                AND (p.prosrc ~* ('\\m' || regexp_replace(t.relname, '(\\W)', '\\\\\\1', 'g') || '\\M')
                    OR EXISTS (
                        SELECT FROM pg_depend d
                        WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                            AND d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid))
            ORDER BY 1""";

    @Override
    public String name() {
        return "routines";
    }

    @Override
    public Outcome run(Subject subject, Stage stage, Seeds seeds) throws SQLException {
        List<String> open =
                stage.texts(CALLABLE, subject.sql(), stage.role(), stage.role(), String.join("\n", subject.shared()));
        return open.isEmpty()
                ? Outcome.held()
                : Outcome.broken(stage.role() + " reaches it through " + String.join(", ", open)
                        + ", whom no policy binds; let it run with the rights of its caller (SECURITY INVOKER), or say in"
                        + " shared of its @SqlObject why all tenants may reach what it does");
    }
}
