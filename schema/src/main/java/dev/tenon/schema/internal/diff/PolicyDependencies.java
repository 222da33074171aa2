package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Policy;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The tables that a policy reads. PostgreSQL does not drop these tables, or their columns, while the policy exists.
 */
public final class PolicyDependencies {

    private PolicyDependencies() {}

    /** The USING and WITH CHECK conditions of a policy, as far as it has them. */
    public static Stream<String> conditions(Policy policy) {
        return Stream.concat(policy.using().stream(), policy.check().stream());
    }

    /** The names at table positions in the policy's conditions; some of them may not be tables. */
    public static Set<QualifiedName> of(Policy policy) {
        Set<QualifiedName> names = new TreeSet<>();
        conditions(policy).forEach(sql -> names.addAll(ReferencedNames.in(sql).relations()));
        return names;
    }
}
