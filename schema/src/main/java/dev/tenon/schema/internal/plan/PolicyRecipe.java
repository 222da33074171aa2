package dev.tenon.schema.internal.plan;

import dev.tenon.schema.Policy;
import dev.tenon.schema.internal.ddl.PolicyDdl;
import dev.tenon.schema.internal.derive.TenantAdmission;
import dev.tenon.schema.internal.diff.PolicyChange;
import dev.tenon.schema.internal.plan.statement.Phase;
import dev.tenon.schema.internal.plan.statement.PlannedStatements;
import dev.tenon.schema.internal.plan.statement.StatementCollector;
import java.util.List;

/**
 * Plans changes of policies: in place if PostgreSQL can, otherwise replaced in one transaction, so that a policy is
 * always in force.
 */
final class PolicyRecipe implements PolicyChange.Cases<List<PlannedStatements>> {

    @Override
    public List<PlannedStatements> create(PolicyChange.Create change) {
        return new StatementCollector(change)
                .metadata(Phase.SECURITY, change.table(), PolicyDdl.create(change.table(), change.policy()))
                .list();
    }

    @Override
    public List<PlannedStatements> drop(PolicyChange.Drop change) {
        // Whoever loses the policy is at work until all else has changed.
        Phase phase = TenantAdmission.is(change.policy()) ? Phase.DROP_CONSTRAINTS : Phase.SECURITY;
        return new StatementCollector(change)
                .metadata(
                        phase,
                        change.table(),
                        PolicyDdl.drop(change.table(), change.policy().name()))
                .list();
    }

    @Override
    public List<PlannedStatements> replace(PolicyChange.Replace change) {
        if (alterable(change.before(), change.after())) {
            return new StatementCollector(change)
                    .metadata(Phase.SECURITY, change.table(), PolicyDdl.alter(change.table(), change.after()))
                    .list();
        }
        return new StatementCollector(change)
                .metadata(
                        Phase.SECURITY,
                        change.table(),
                        PolicyDdl.drop(change.table(), change.before().name()))
                .metadata(Phase.SECURITY, change.table(), PolicyDdl.create(change.table(), change.after()))
                .list();
    }

    /**
     * {@code ALTER POLICY} can change neither the command nor whether the policy is permissive, and cannot remove a
     * condition.
     */
    private static boolean alterable(Policy before, Policy after) {
        return before.command() == after.command()
                && before.permissive() == after.permissive()
                && before.using().isPresent() == after.using().isPresent()
                && before.check().isPresent() == after.check().isPresent();
    }
}
