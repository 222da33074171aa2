package dev.tenon.schema.internal.generate;

import dev.tenon.schema.internal.diff.Change;
import dev.tenon.schema.internal.diff.ObjectDelta;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Acceptance tokens that also accept changes of objects under the names to which the migration renames them. */
final class MovedTokens {

    private MovedTokens() {}

    static Set<String> of(Set<String> accepted, List<Change> renames) {
        Set<String> all = new HashSet<>(accepted);
        for (Change change : renames) {
            if (change.delta() instanceof ObjectDelta.Rename rename) {
                String before = ":" + rename.path().display();
                String after = ":" + rename.after().display();
                for (String token : accepted) {
                    if (token.endsWith(before) || token.contains(before + ".")) {
                        all.add(token.replace(before, after));
                    }
                }
            }
        }
        return all;
    }
}
