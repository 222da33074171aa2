package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.internal.diff.GrantChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import dev.tenon.schema.internal.sql.GrantSql;
import java.util.List;

/** Plans changes of privileges. GRANT and REVOKE lock no table. */
final class GrantRecipe implements GrantChange.Cases<List<PlannedStatements>> {

    @Override
    public List<PlannedStatements> grant(GrantChange.GrantPrivilege change) {
        return new StatementCollector(change)
                .unlocked(phase(change.on()), GrantSql.grant(change.on(), change.grant()))
                .list();
    }

    @Override
    public List<PlannedStatements> revoke(GrantChange.RevokePrivilege change) {
        return new StatementCollector(change)
                .unlocked(phase(change.on()), GrantSql.revoke(change.on(), change.grant()))
                .list();
    }

    private static Phase phase(ObjectPath on) {
        return on.kind() == ObjectPath.Kind.SCHEMA ? Phase.SERVER : Phase.SECURITY;
    }
}
