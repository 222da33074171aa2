package dev.tenon.schema.plan;

import dev.tenon.schema.Policy;
import dev.tenon.schema.diff.PolicyChange;
import dev.tenon.schema.sql.PolicySql;
import java.util.List;

/**
 * Plans changes of policies: in place if PostgreSQL can, otherwise replaced in one transaction, so that a policy is
 * always in force.
 */
final class PolicyRecipe implements PolicyChange.Cases<List<Fragment>> {

    @Override
    public List<Fragment> create(PolicyChange.Create change) {
        return new Fragments(change)
                .metadata(Phase.SECURITY, change.table(), PolicySql.create(change.table(), change.policy()))
                .list();
    }

    @Override
    public List<Fragment> drop(PolicyChange.Drop change) {
        return new Fragments(change)
                .metadata(
                        Phase.SECURITY,
                        change.table(),
                        PolicySql.drop(change.table(), change.policy().name()))
                .list();
    }

    @Override
    public List<Fragment> replace(PolicyChange.Replace change) {
        if (alterable(change.before(), change.after())) {
            return new Fragments(change)
                    .metadata(Phase.SECURITY, change.table(), PolicySql.alter(change.table(), change.after()))
                    .list();
        }
        return new Fragments(change)
                .metadata(
                        Phase.SECURITY,
                        change.table(),
                        PolicySql.drop(change.table(), change.before().name()))
                .metadata(Phase.SECURITY, change.table(), PolicySql.create(change.table(), change.after()))
                .list();
    }

    /** {@code ALTER POLICY} changes neither command nor kind, and cannot take a condition away. */
    private static boolean alterable(Policy before, Policy after) {
        return before.command() == after.command()
                && before.permissive() == after.permissive()
                && before.using().isPresent() == after.using().isPresent()
                && before.check().isPresent() == after.check().isPresent();
    }
}
