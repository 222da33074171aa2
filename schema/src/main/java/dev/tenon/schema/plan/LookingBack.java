package dev.tenon.schema.plan;

import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Table;
import dev.tenon.schema.diff.PolicyLookups;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tables that go together although the policies of each look at the other, so that PostgreSQL lets neither go first. Such a
 * policy is closed before: it lets nobody see a row any more, and looks at nothing.
 */
final class LookingBack {

    private static final Optional<String> NOBODY = Optional.of("false");

    private final PlanContext context;

    LookingBack(PlanContext context) {
        this.context = context;
    }

    /** Whether the policy of a table that goes looks at another that goes, from which a policy leads back to the table. */
    boolean is(QualifiedName table, Policy policy) {
        Deque<QualifiedName> open = new ArrayDeque<>(PolicyLookups.of(policy));
        open.remove(table);
        Set<QualifiedName> seen = new HashSet<>();
        while (!open.isEmpty()) {
            QualifiedName next = open.remove();
            Optional<Table> goes = context.before().table(next).filter(each -> !stays(next));
            if (goes.isPresent() && seen.add(next)) {
                for (Policy other : goes.get().policies()) {
                    open.addAll(PolicyLookups.of(other));
                }
            }
        }
        return seen.contains(table);
    }

    /** The policy without a row that it lets pass. */
    static Policy closed(Policy policy) {
        return new Policy(
                policy.name(),
                policy.command(),
                policy.permissive(),
                policy.roles(),
                policy.using().flatMap(sql -> NOBODY),
                policy.check().flatMap(sql -> NOBODY));
    }

    private boolean stays(QualifiedName table) {
        return context.after().table(table).isPresent();
    }
}
