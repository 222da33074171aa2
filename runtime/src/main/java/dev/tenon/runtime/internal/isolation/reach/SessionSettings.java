package dev.tenon.runtime.internal.isolation.reach;

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
            WHERE a.grantee = 0 OR a.grantee = ANY ($roles)
            ORDER BY 1""";

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
        return findings;
    }
}
