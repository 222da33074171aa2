package dev.tenon.runtime.internal.migrate;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.history.HistoryIntegrity;
import dev.tenon.runtime.internal.history.HistorySchema;
import dev.tenon.runtime.migrate.MigrationEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Checks, before anything is run with the migrator's privileges, that nobody else can decide what it means. The statements
 * of migrations and the expressions of users resolve names in {@code public}: whoever may create there can add a function
 * or operator that matches a call better than the built-in one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATTERNS">Usage Patterns of
 *     Schemas</a>
 */
final class TrustCheck {

    /**
     * Superusers, the migrator, the owner of the database, and the owner of the history or, without one, of most tables are
     * trusted, as are their members, who have their privileges anyway; so are declared roles, and roles that the migrator can
     * use if all their members are trusted. Who only administers a role, as who created it does, cannot use it. {@code
     * pg_has_role} would say that a superuser is a member of every role.
     */
    private static final String TRUSTED = """
            RECURSIVE own AS (
                SELECT oid FROM pg_roles WHERE rolname IN (session_user, current_user)
                UNION
                SELECT m.roleid FROM own JOIN pg_auth_members m ON m.member = own.oid
                WHERE coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true'
                    OR to_jsonb(m) ->> 'set_option' = 'true'),
            users AS (
                SELECT oid AS role, oid AS member FROM own
                UNION
                SELECT u.role, m.member FROM users u JOIN pg_auth_members m ON m.roleid = u.member),
            equal AS (
                SELECT r.oid FROM pg_roles r
                WHERE r.rolsuper OR r.rolname IN (session_user, current_user)
                    OR r.oid IN (SELECT datdba FROM pg_database WHERE datname = current_database())
                    OR r.oid = (
                        SELECT coalesce(min(c.relowner) FILTER (WHERE c.oid = to_regclass({'history'})),
                            mode() WITHIN GROUP (ORDER BY c.relowner))
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema'))
                UNION
                SELECT m.member FROM equal JOIN pg_auth_members m ON m.roleid = equal.oid
                WHERE m.admin_option OR coalesce(to_jsonb(m) ->> 'inherit_option', 'true') = 'true'
                    OR to_jsonb(m) ->> 'set_option' = 'true'),
            trusted AS (
                SELECT oid FROM own
                WHERE NOT EXISTS (SELECT FROM users u WHERE u.role = own.oid AND u.member <> own.oid
                    AND u.member NOT IN (SELECT oid FROM equal))
                UNION SELECT oid FROM equal
                UNION SELECT oid FROM pg_roles WHERE rolname = ANY (?))
            """;

    private static final String CREATORS = """
            SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
            FROM pg_namespace n CROSS JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
            WHERE n.nspname = 'public' AND a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner
                AND a.grantee NOT IN (SELECT oid FROM trusted)""";

    private static final String OVERLOADS = """
            SELECT 'function ' || p.oid::regprocedure || ' of ' || pg_get_userbyid(p.proowner)
            FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname = 'public' AND p.proowner NOT IN (SELECT oid FROM trusted)
                AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e')
                AND EXISTS (
                    SELECT FROM pg_proc o LEFT JOIN pg_depend e
                        ON e.classid = 'pg_proc'::regclass AND e.objid = o.oid AND e.deptype = 'e'
                    WHERE o.proname = p.proname AND o.oid <> p.oid
                        AND (o.pronamespace = 'pg_catalog'::regnamespace OR e.objid IS NOT NULL))
            UNION ALL
            SELECT 'operator ' || o.oid::regoperator || ' of ' || pg_get_userbyid(o.oprowner)
            FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
            WHERE n.nspname = 'public' AND o.oprowner NOT IN (SELECT oid FROM trusted)
                AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e')""";

    /** The three questions in one round trip: the kind of an answer, and the answer. */
    private static final String ANSWERS = "WITH " + TRUSTED + "SELECT 'creator', x.* FROM (" + CREATORS
            + ") x UNION ALL SELECT 'overload', x.* FROM (" + OVERLOADS + ") x UNION ALL SELECT 'violation', x.* FROM ("
            + HistoryIntegrity.VIOLATIONS + ") x ORDER BY 1, 2";

    private TrustCheck() {}

    /**
     * Checks the database.
     *
     * @param schema the schema of the history
     * @param trusted who else may create; decides whether others are refused
     * @param events receives what is not refused
     * @throws dev.tenon.runtime.fault.FaultException if others can decide what a statement means, or what the history says
     */
    static void run(
            HistorySchema schema, Connection connection, TrustedCreators trusted, Consumer<MigrationEvent> events)
            throws SQLException {
        Map<String, List<String>> answers = answers(schema, connection, trusted);
        List<Fault> risks = risks(answers);
        List<Fault> faults = new ArrayList<>(trusted.required() ? risks : List.of());
        List<String> foreign = answers.getOrDefault("violation", List.of());
        if (!foreign.isEmpty()) {
            faults.add(new Fault(
                    FaultCode.HISTORY_FOREIGN,
                    "the schema " + schema.name() + " is not the migrator's alone: " + String.join(", ", foreign),
                    "revoke the privileges, and drop what Tenon has not created"));
        }
        if (!faults.isEmpty()) {
            throw Fault.joined(faults).exception();
        }
        risks.stream()
                .filter(risk -> !trusted.required())
                .forEach(risk -> events.accept(new MigrationEvent.RiskFound(risk)));
    }

    private static List<Fault> risks(Map<String, List<String>> answers) {
        List<Fault> faults = new ArrayList<>();
        List<String> creators = answers.getOrDefault("creator", List.of());
        if (!creators.isEmpty()) {
            faults.add(new Fault(
                    FaultCode.SCHEMA_OPEN,
                    "in schema public, which the statements of migrations use, " + String.join(", ", creators)
                            + " may create functions that run with the privileges of the migrator",
                    creators.stream()
                                    .map(role -> "REVOKE CREATE ON SCHEMA public FROM " + role)
                                    .collect(Collectors.joining("; "))
                            + declaration(creators)));
        }
        List<String> overloads = answers.getOrDefault("overload", List.of());
        if (!overloads.isEmpty()) {
            faults.add(new Fault(
                    FaultCode.FOREIGN_OVERLOAD,
                    "in schema public, " + String.join(", ", overloads)
                            + ", could be called instead of the one that a statement means",
                    "drop it, or, if it is meant to be there, give it to the role of the migrations"));
        }
        return faults;
    }

    /** The application role and everyone cannot be declared as trusted. */
    private static String declaration(List<String> creators) {
        return creators.equals(List.of("PUBLIC"))
                ? ""
                : "; or declare roles that are trusted like the migrator: @Namespace(value = \"public\", creatableBy = …)";
    }

    private static Map<String, List<String>> answers(
            HistorySchema schema, Connection connection, TrustedCreators trusted) throws SQLException {
        Map<String, List<String>> answers = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(schema.sql(ANSWERS))) {
            query.setArray(
                    1, connection.createArrayOf("text", trusted.declared().toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    answers.computeIfAbsent(row.getString(1), kind -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        return answers;
    }
}
