package dev.tenon.schema.internal.diff;

import dev.tenon.schema.Grant;
import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Privilege;
import java.util.ArrayList;
import java.util.List;

/** Finds the changes of privileges on one object. Privileges are granted and revoked individually. */
final class GrantDiff {

    private GrantDiff() {}

    static void add(ObjectPath on, List<Grant> before, List<Grant> after, List<Change> changes) {
        KeyedDiff<Grant> diff = KeyedDiff.of(before, after);
        diff.added().forEach(added -> changes.add(new GrantChange.GrantPrivilege(on, added)));
        for (KeyedDiff.Pair<Grant> pair : diff.kept()) {
            List<Privilege> given = without(pair.after(), pair.before());
            List<Privilege> taken = without(pair.before(), pair.after());
            if (!given.isEmpty()) {
                changes.add(new GrantChange.GrantPrivilege(
                        on, new Grant(pair.after().grantee(), given)));
            }
            if (!taken.isEmpty()) {
                changes.add(new GrantChange.RevokePrivilege(
                        on, new Grant(pair.after().grantee(), taken)));
            }
        }
        diff.removed().forEach(removed -> changes.add(new GrantChange.RevokePrivilege(on, removed)));
    }

    private static List<Privilege> without(Grant grant, Grant other) {
        List<Privilege> left = new ArrayList<>(grant.privileges());
        left.removeAll(other.privileges());
        return left;
    }
}
