package dev.tenon.runtime.internal.verify;

import dev.tenon.runtime.verify.Difference;
import dev.tenon.schema.internal.diff.PolicyChange;
import java.util.List;

/** What is not right with row-level security policies. */
final class PolicyDifferences implements PolicyChange.Cases<List<Difference>> {

    @Override
    public List<Difference> create(PolicyChange.Create change) {
        return List.of(Difference.missing(change.path(), ""));
    }

    @Override
    public List<Difference> drop(PolicyChange.Drop change) {
        return List.of(Difference.unexpected(change.path(), ""));
    }

    @Override
    public List<Difference> replace(PolicyChange.Replace change) {
        return AttributeDiff.compare(change.path(), change.after(), change.before());
    }
}
