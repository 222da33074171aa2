package dev.tenon.runtime.internal.isolation.reach;

import dev.tenon.runtime.internal.isolation.session.FixtureException;
import dev.tenon.runtime.internal.isolation.session.ProbeSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * No setting that PostgreSQL gives the application's sessions, or lets them change, turns off what isolation rests on.
 */
final class SessionSettings implements ReachCheck {

    /** A default of {@code role} that the sessions can choose themselves is harmless. */
    private static final String DEFAULTS = """
            SELECT quote_ident(split_part(c, '=', 1)) || ' has a default for '
                || CASE s.setrole WHEN 0 THEN 'every role' ELSE pg_get_userbyid(s.setrole) END || ': '
                || substr(c, strpos(c, '=') + 1)
            FROM pg_db_role_setting s, unnest(s.setconfig) c
            WHERE s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
                AND (s.setrole = 0 OR s.setrole = ANY ($roles))
                AND CASE lower(split_part(c, '=', 1))
                    WHEN 'session_replication_role' THEN c !~* '=origin$'
                    WHEN 'lo_compat_privileges' THEN c !~* '=(off|false|no|0)$'
                    WHEN 'role' THEN NOT EXISTS (
                        SELECT FROM pg_roles r WHERE r.oid = ANY ($roles) AND r.rolname = substr(c, strpos(c, '=') + 1))
                        AND c !~* '=none$'
                    ELSE lower(split_part(c, '=', 1)) IN ('session_authorization', 'allow_system_table_mods',
                        'session_preload_libraries', 'local_preload_libraries', 'dynamic_library_path')
                    END
            ORDER BY 1""";

    private static final String CHANGEABLE = """
            SELECT a.grantee || E'\\n' || 'may change the parameter ' || p.parname || ' ('
                || a.privilege_type || ')'
            FROM pg_parameter_acl p CROSS JOIN LATERAL aclexplode(p.paracl) a
            WHERE (a.grantee = 0 OR a.grantee = ANY ($roles))
                AND NOT (a.privilege_type = 'SET' AND (p.parname ~ '^(log_|track_|trace_|debug_|auto_explain[.]|pg_stat_statements[.])'
                    OR p.parname IN ('deadlock_timeout', 'lc_messages', 'commit_delay', 'compute_query_id', 'max_stack_depth',
                        'temp_file_limit', 'wal_compression', 'update_process_title', 'backtrace_functions')))
            ORDER BY 1""";

    private static final String LOGIN_TRIGGERS = """
            SELECT 'event trigger ' || quote_ident(e.evtname) || ' runs ' || e.evtfoid::regprocedure || ' at the begin of every session'
            FROM pg_event_trigger e
            WHERE e.evtevent = 'login' AND e.evtenabled <> 'D'
                AND NOT (e.oid = ANY ($triggers) AND e.evtfoid = ANY ($routines))
            ORDER BY 1""";

    private static final String RESET = "SELECT set_config($setting, NULL, true)";

    private static final String OWN_DEFAULT = "SELECT 'set' WHERE current_setting($setting, true) <> ''";

    private static final String SERVER_DEFAULT = """
            SELECT 'session_replication_role is ' || reset_val || ' for every session'
            FROM pg_settings WHERE name = 'session_replication_role' AND reset_val <> 'origin' AND source <> 'session'
            UNION ALL
            SELECT 'lo_compat_privileges is on: every role can read and write all large objects'
            FROM pg_settings WHERE name = 'lo_compat_privileges' AND reset_val = 'on'""";

    @Override
    public String name() {
        return "session-settings";
    }

    @Override
    public List<ReachFinding> find(ReachQueries catalogs) throws SQLException {
        List<ReachFinding> findings = new ArrayList<>(ReachFinding.leaks(
                catalogs.texts(DEFAULTS), "ALTER ROLE or ALTER DATABASE … RESET it, the application does not need it"));
        findings.addAll(ReachFinding.leaks(
                catalogs.paths(CHANGEABLE), "REVOKE it: with such a parameter, checks can be turned off"));
        findings.addAll(ReachFinding.leaks(catalogs.texts(SERVER_DEFAULT), "change the configuration of the server"));
        findings.addAll(ReachFinding.leaks(
                catalogs.texts(LOGIN_TRIGGERS), "it could name a tenant; declare it with @SqlObject, or drop it"));
        if (hasServerDefault(catalogs)) {
            findings.addAll(ReachFinding.leaks(
                    List.of(catalogs.session().setting() + " has a value at the begin of a session"),
                    "remove it from the configuration of the server, and from the options of the connection"));
        }
        return findings;
    }

    /** A reset returns to the value of the begin of the session. It must not be tried on a setting that has no value yet. */
    private static boolean hasServerDefault(ReachQueries catalogs) throws SQLException {
        ProbeSession session = catalogs.session();
        if (session.isSettingUnset()) {
            return false;
        }
        try {
            return session.inSavepoint(() -> {
                catalogs.texts(RESET);
                return !catalogs.texts(OWN_DEFAULT).isEmpty();
            });
        } catch (FixtureException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
