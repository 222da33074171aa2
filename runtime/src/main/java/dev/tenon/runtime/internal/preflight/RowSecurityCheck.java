package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.RowSecurityStatement;
import dev.tenon.schema.internal.sql.parse.RowSecurityStatement.Kind;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds roles that work with existing tables and would see no row once a pending statement enables row-level security:
 * whoever has privileges on the rows, and is the role of no policy. Where security is forced, this concerns the owner,
 * too, if sessions work as the owner, or other roles read its views.
 */
final class RowSecurityCheck {

    private final Map<QualifiedName, PendingStatement> enabled = new LinkedHashMap<>();
    private final Map<QualifiedName, PendingStatement> forced = new LinkedHashMap<>();
    private final Map<QualifiedName, Set<String>> seeing = new LinkedHashMap<>();
    private final Map<QualifiedName, Set<String>> fenced = new LinkedHashMap<>();

    /** Notes the next statement. */
    void accept(PendingStatement next) {
        RowSecurityStatement.of(next.text()).ifPresent(statement -> {
            Kind kind = statement.kind();
            if (kind == Kind.ENABLE) {
                enabled.putIfAbsent(statement.table(), next);
            } else if (kind == Kind.FORCE) {
                forced.putIfAbsent(statement.table(), next);
            } else {
                (kind == Kind.PERMISSIVE_POLICY ? seeing : fenced)
                        .computeIfAbsent(statement.table(), any -> new TreeSet<>())
                        .addAll(statement.roles());
            }
        });
    }

    /** Returns a fault for each role and table. */
    List<Fault> faults(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<QualifiedName, PendingStatement> each : enabled.entrySet()) {
            String table = Identifier.quote(each.getKey());
            String roles = roles(seeing, each.getKey());
            for (String role : EffectQuery.column(connection, RowSecurityQueries.LOCKED_OUT, table, roles, roles)) {
                faults.add(lockedOut(each.getValue(), each.getKey(), role));
            }
            String fences = roles(fenced, each.getKey());
            for (String role : EffectQuery.column(connection, RowSecurityQueries.FENCED, table, roles, roles, fences)) {
                faults.add(each.getValue()
                        .fault(
                                FaultCode.ROLE_LOCKED_OUT,
                                0,
                                "role " + role + " has privileges of its own on "
                                        + each.getKey().display() + ", but inherits those of the application role "
                                        + fences.replace('\n', ',') + ", so it would see only rows of a tenant",
                                "revoke the application role from " + role
                                        + ", and let the version with tenants log in as a role of its own"));
            }
        }
        for (Map.Entry<QualifiedName, PendingStatement> each : forced.entrySet()) {
            owner(connection, each.getKey(), each.getValue(), faults);
        }
        return faults;
    }

    private void owner(Connection connection, QualifiedName table, PendingStatement statement, List<Fault> faults)
            throws SQLException {
        String name = Identifier.quote(table);
        String roles = roles(seeing, table);
        String fences = roles(fenced, table);
        for (String role :
                EffectQuery.column(connection, RowSecurityQueries.WORKING_OWNER, name, roles, roles, fences)) {
            faults.add(statement.fault(
                    FaultCode.ROLE_LOCKED_OUT,
                    0,
                    "sessions work as " + role + ", the owner of " + table.display()
                            + ", which would see no row once row-level security is forced",
                    "end these sessions, or admit the role with @Tenancy(admitted = \"" + role
                            + "\") in the stage before"));
        }
        for (String view :
                EffectQuery.column(connection, RowSecurityQueries.OWNERS_VIEWS, name, roles, roles, fences)) {
            faults.add(statement.fault(
                    FaultCode.ROLE_LOCKED_OUT,
                    0,
                    "view " + view + " reads " + table.display()
                            + " with the privileges of its owner, which would see no row once row-level security is"
                            + " forced",
                    "make the view security_invoker, or admit the owner of the table with @Tenancy(admitted = …)"));
        }
    }

    private static Fault lockedOut(PendingStatement statement, QualifiedName table, String role) {
        return statement.fault(
                FaultCode.ROLE_LOCKED_OUT,
                0,
                "role " + role + " has privileges on " + table.display()
                        + ", but would see no row once row-level security is enabled",
                "admit it with @Tenancy(admitted = \"" + role + "\"), or revoke the privileges");
    }

    private static String roles(Map<QualifiedName, Set<String>> of, QualifiedName table) {
        return String.join("\n", of.getOrDefault(table, Set.of()));
    }
}
