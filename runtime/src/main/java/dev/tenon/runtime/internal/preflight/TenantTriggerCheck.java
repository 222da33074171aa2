package dev.tenon.runtime.internal.preflight;

import dev.tenon.runtime.fault.Fault;
import dev.tenon.runtime.fault.FaultCode;
import dev.tenon.runtime.internal.effect.EffectQuery;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.derive.TenantTrigger;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import dev.tenon.schema.internal.sql.quote.Identifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds roles that write a table, but may not read what its pending tenant trigger reads: their inserts would fail,
 * because the trigger runs with their privileges.
 */
final class TenantTriggerCheck {

    private final Map<QualifiedName, Set<QualifiedName>> read = new HashMap<>();
    private final Map<PendingStatement, CreateStatement> triggers = new LinkedHashMap<>();

    /** Notes the next statement. */
    void accept(PendingStatement next, StatementShape shape) {
        if (shape.kind() == StatementShape.Kind.ROUTINE) {
            CreateStatement.of(next.text())
                    .ifPresent(made -> read.put(
                            made.name(), ReferencedNames.in(next.text()).relations()));
        } else if (next.text().startsWith("CREATE TRIGGER")) {
            CreateStatement.of(next.text()).filter(TenantTrigger::is).ifPresent(made -> triggers.put(next, made));
        }
    }

    /** Returns a fault for each role and table. */
    List<Fault> faults(Connection connection) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<PendingStatement, CreateStatement> each : triggers.entrySet()) {
            QualifiedName table = each.getValue().on().orElseThrow();
            for (QualifiedName source : read.getOrDefault(TenantTrigger.function(table), Set.of())) {
                String name = Identifier.quote(source);
                for (String role : EffectQuery.column(
                        connection, RowSecurityQueries.WITHOUT_READ, Identifier.quote(table), name, name)) {
                    faults.add(each.getKey()
                            .fault(
                                    FaultCode.TENANT_UNREADABLE,
                                    0,
                                    "role " + role + " writes " + table.display() + ", but may not read "
                                            + source.display() + ", in which the trigger finds the tenant of a row",
                                    "run GRANT SELECT ON " + name + " TO " + Identifier.role(role)
                                            + ", or revoke its privileges on " + table.display()));
                }
            }
        }
        return faults;
    }
}
