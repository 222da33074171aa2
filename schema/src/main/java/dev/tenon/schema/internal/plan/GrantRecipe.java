package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.ddl.GrantDdl;
import dev.tenon.schema.internal.diff.GrantChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.List;

/** Plans changes of privileges. GRANT and REVOKE lock no table. */
final class GrantRecipe implements GrantChange.Cases<List<PlannedStatements>> {

    @Override
    public List<PlannedStatements> grant(GrantChange.GrantPrivilege change) {
        return new StatementCollector(change)
                .unlocked(phase(change.on()), GrantDdl.grant(change.on(), change.grant()))
                .list();
    }

    @Override
    public List<PlannedStatements> revoke(GrantChange.RevokePrivilege change) {
        return new StatementCollector(change)
                .unlocked(phase(change.on()), GrantDdl.revoke(change.on(), change.grant()))
                .list();
    }

    private static Phase phase(ObjectPath on) {
        return on.kind() == ObjectPath.Kind.SCHEMA ? Phase.SERVER : Phase.SECURITY;
    }
}
