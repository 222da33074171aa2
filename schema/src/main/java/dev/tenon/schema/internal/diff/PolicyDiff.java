package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Policy;
import dev.tenon.schema.Table;
import java.util.List;

/** Finds the changes of a table's row-level security. */
final class PolicyDiff {

    private PolicyDiff() {}

    static void add(Table before, Table after, List<Change> changes) {
        if (before.rowSecurity() != after.rowSecurity()) {
            changes.add(new TableChange.SetRowSecurity(after.name(), before.rowSecurity(), after.rowSecurity()));
        }
        KeyedDiff<Policy> diff = KeyedDiff.of(before.policies(), after.policies());
        diff.added().forEach(added -> changes.add(new PolicyChange.Create(after.name(), added)));
        diff.kept().stream()
                .filter(pair -> !pair.before().equals(pair.after()))
                .forEach(pair -> changes.add(new PolicyChange.Replace(after.name(), pair.before(), pair.after())));
        diff.removed().forEach(removed -> changes.add(new PolicyChange.Drop(after.name(), removed)));
    }
}
