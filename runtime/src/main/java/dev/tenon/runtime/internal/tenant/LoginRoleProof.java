package dev.tenon.runtime.internal.tenant;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.fault.FaultException;
import dev.tenon.schema.Tenancy;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Proves that the login role of a pool gains nothing when work resets its role: the role can act in the application role,
 * and neither it nor any other role that it can become reaches tenants' rows in another way.
 */
final class LoginRoleProof {

    /** The role of the proof has to be the login role, so the path is the only thing that is set. */
    private static final String PATH = "SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', true); ";

    /**
     * Roles that the login role has or can become; from PostgreSQL 16 on, it need not inherit from a role to become it.
     * A role with CREATEROLE could grant itself any other before 16.
     */
    private static final String ROLES = """
            WITH server AS (SELECT current_setting('server_version_num')::int AS version),
            login AS (SELECT oid, rolname, rolsuper FROM pg_roles WHERE rolname = session_user),
            app AS (SELECT oid, rolname FROM pg_roles WHERE rolname = ?),
            reached AS (
                SELECT r.* FROM login l JOIN pg_roles r ON pg_has_role(l.oid, r.oid, 'MEMBER') WHERE NOT l.rolsuper),
            tenants AS (
                SELECT c.oid, c.oid::regclass::text AS name, c.relowner, n.nspowner, quote_ident(n.nspname) AS schema
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.oid = to_regclass(?) OR EXISTS (
                    SELECT FROM app, pg_policy p, unnest(p.polroles) applies
                    WHERE p.polrelid = c.oid AND applies <> 0 AND pg_has_role(app.oid, applies, 'USAGE')))
            """;

    private static final String MEMBERSHIP = """
            SELECT l.rolname, a.rolname IS NOT NULL,
                coalesce(l.rolsuper OR pg_has_role(l.oid, a.oid, CASE WHEN NOT ? THEN 'USAGE'
                    WHEN s.version >= 160000 THEN 'SET' ELSE 'MEMBER' END), false),
                format(CASE WHEN s.version < 160000 AND ? THEN 'GRANT %2$I TO %1$I; ALTER ROLE %1$I NOINHERIT'
                    WHEN s.version < 160000 THEN 'GRANT %2$I TO %1$I; ALTER ROLE %1$I INHERIT'
                    WHEN ? THEN 'GRANT %2$I TO %1$I WITH INHERIT FALSE, SET TRUE'
                    ELSE 'GRANT %2$I TO %1$I WITH INHERIT TRUE' END, l.rolname, ?::text)
            FROM server s, login l LEFT JOIN app a ON true""";

    private static final String GAINS = """
            , inheriting AS (
                SELECT l.oid FROM login l, app a WHERE pg_has_role(l.oid, a.oid, 'USAGE')),
            gains (rank, gain, remedy) AS (
                SELECT 1, 'it is a superuser', format('connect as a role of its own: CREATE ROLE %2$I LOGIN NOINHERIT'
                    ' PASSWORD ''…''; GRANT %1$I TO %2$I', a.rolname, 'the_application')
                FROM login l, app a WHERE l.rolsuper
                UNION ALL
                SELECT 2, format('%s has %s', CASE r.oid WHEN l.oid THEN 'it' ELSE 'its role ' || quote_ident(r.rolname) END,
                        attribute.name),
                    CASE WHEN r.oid IN (l.oid, a.oid) THEN format('ALTER ROLE %I NO%s', r.rolname, attribute.name)
                        ELSE format('REVOKE %I FROM %I', r.rolname, l.rolname) END
                FROM server s, login l, app a, reached r CROSS JOIN LATERAL (VALUES ('SUPERUSER', r.rolsuper),
                    ('BYPASSRLS', r.rolbypassrls), ('REPLICATION', r.rolreplication),
                    ('CREATEROLE', r.rolcreaterole AND s.version < 160000)) AS attribute (name, held)
                WHERE attribute.held
                UNION ALL
                SELECT 3, format('it can use %I', r.rolname), format('REVOKE %I FROM %I', r.rolname, l.rolname)
                FROM login l, reached r
                WHERE r.rolname IN ('pg_read_all_data', 'pg_write_all_data', 'pg_read_server_files',
                    'pg_write_server_files', 'pg_execute_server_program')
                UNION ALL
                SELECT 4, format('%s owns %s', CASE r.oid WHEN l.oid THEN 'it' ELSE 'its role ' || quote_ident(r.rolname)
                        END, owned.name),
                    CASE WHEN r.oid IN (l.oid, a.oid) THEN format('ALTER %s OWNER TO the_migrator', owned.name)
                        ELSE format('REVOKE %I FROM %I', r.rolname, l.rolname) END
                FROM login l, app a, reached r JOIN (
                        SELECT relowner AS owner, 'TABLE ' || name AS name FROM tenants
                        UNION SELECT nspowner, 'SCHEMA ' || schema FROM tenants) AS owned ON owned.owner = r.oid
                UNION ALL
                SELECT 5, CASE WHEN l.oid = a.oid THEN 'it is the application role itself'
                        ELSE 'it inherits the privileges of ' || quote_ident(a.rolname) END,
                    CASE WHEN l.oid = a.oid THEN format('connect as a role of its own: CREATE ROLE %2$I LOGIN NOINHERIT'
                            ' PASSWORD ''…''; GRANT %1$I TO %2$I', a.rolname, 'the_application')
                        WHEN s.version < 160000 THEN format('ALTER ROLE %I NOINHERIT', l.rolname)
                        ELSE (SELECT string_agg(format('GRANT %I TO %I WITH INHERIT FALSE, SET TRUE', via.rolname, l.rolname),
                                '; ') FROM pg_auth_members m JOIN pg_roles via ON via.oid = m.roleid
                            WHERE m.member = l.oid AND (to_jsonb(m) ->> 'inherit_option')::boolean
                            AND pg_has_role(via.oid, a.oid, 'USAGE')) END
                FROM server s, login l JOIN inheriting USING (oid), app a WHERE ? AND NOT l.rolsuper
                UNION ALL
                SELECT 6, format('%s has %s on %s', CASE r.oid WHEN l.oid THEN 'it' ELSE 'its role '
                        || quote_ident(r.rolname) END, string_agg(p.name, ', '), t.name),
                    CASE WHEN r.oid = l.oid THEN format('REVOKE ALL ON %s FROM %I', t.name, r.rolname)
                        ELSE format('REVOKE %I FROM %I', r.rolname, l.rolname) END
                FROM login l, app a, reached r, tenants t,
                    unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) AS p (name)
                WHERE NOT pg_has_role(a.oid, r.oid, 'MEMBER')
                    AND (has_table_privilege(r.oid, t.oid, p.name)
                        OR p.name IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                            AND has_any_column_privilege(r.oid, t.oid, p.name))
                    AND CASE WHEN ? AND r.oid = l.oid
                        THEN NOT EXISTS (SELECT FROM inheriting) AND NOT has_table_privilege('public', t.oid, p.name)
                        ELSE NOT has_table_privilege(a.oid, t.oid, p.name)
                            AND NOT (p.name IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                                AND has_any_column_privilege(a.oid, t.oid, p.name)) END
                GROUP BY r.oid, r.rolname, l.oid, l.rolname, t.name
                UNION ALL
                SELECT 7, format('the policy %I on %s applies to it', p.polname, t.name),
                    CASE WHEN r.oid = l.oid THEN format('DROP POLICY %I ON %s', p.polname, t.name)
                        ELSE format('REVOKE %I FROM %I', r.rolname, l.rolname) END
                FROM login l, app a, reached r, tenants t JOIN pg_policy p ON p.polrelid = t.oid
                WHERE p.polpermissive AND NOT pg_has_role(a.oid, r.oid, 'MEMBER')
                    AND EXISTS (SELECT FROM unnest(p.polroles) applies
                        WHERE applies <> 0 AND pg_has_role(r.oid, applies, 'USAGE')
                        AND NOT pg_has_role(a.oid, applies, 'USAGE')))
            SELECT gain, remedy FROM gains ORDER BY rank, gain LIMIT 4""";

    private final Tenancy tenancy;
    private final boolean switching;

    /**
     * Creates the proof.
     *
     * @param switching whether transactions switch to the application role; otherwise the login role inherits from it
     */
    LoginRoleProof(Tenancy tenancy, boolean switching) {
        this.tenancy = tenancy;
        this.switching = switching;
    }

    /**
     * Proves it for the login role of a connection in its own transaction.
     *
     * @throws FaultException with {@code TN651} if the login role cannot act in the application role, {@code TN654} if it
     *     can do more
     */
    void prove(Connection connection) throws SQLException {
        String login = membership(connection);
        List<String> gains = new ArrayList<>();
        List<String> remedies = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(PATH + ROLES + GAINS)) {
            bindRoles(query);
            query.setBoolean(3, switching);
            query.setBoolean(4, switching);
            try (ResultSet rows = second(query)) {
                while (rows.next()) {
                    gains.add(rows.getString(1));
                    remedies.add(rows.getString(2));
                }
            }
        }
        if (!gains.isEmpty()) {
            throw new Fault(
                            FaultCode.TENANT_LOGIN_PRIVILEGED,
                            "the login role " + login + " reaches tenants' tables without the policies of "
                                    + tenancy.role() + ", so that work could leave its tenant by RESET ROLE: "
                                    + String.join("; ", gains),
                            "let the owner run: "
                                    + String.join(
                                            "; ", remedies.stream().distinct().toList()),
                            Map.of("login", login))
                    .exception();
        }
    }

    private String membership(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(PATH + ROLES + MEMBERSHIP)) {
            bindRoles(query);
            query.setBoolean(3, switching);
            query.setBoolean(4, switching);
            query.setBoolean(5, switching);
            query.setString(6, tenancy.role());
            try (ResultSet row = second(query)) {
                row.next();
                String login = row.getString(1);
                if (!row.getBoolean(2)) {
                    throw refused("the role does not exist", "apply the migrations, which create it");
                }
                if (!row.getBoolean(3)) {
                    throw refused(
                            "the login role " + login + " is not a member of it",
                            "let the owner run: " + row.getString(4));
                }
                return login;
            }
        }
    }

    private void bindRoles(PreparedStatement query) throws SQLException {
        query.setString(1, tenancy.role());
        query.setString(2, Identifier.quote(tenancy.root()));
    }

    private static ResultSet second(PreparedStatement query) throws SQLException {
        query.execute();
        query.getMoreResults();
        return query.getResultSet();
    }

    private FaultException refused(String why, String remedy) {
        return new Fault(
                        FaultCode.TENANT_REFUSED,
                        "this connection cannot act as a tenant in role " + tenancy.role() + ": " + why,
                        remedy)
                .exception();
    }
}
