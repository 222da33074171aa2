package dev.tenon.schema.internal.plan;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.Schema;
import dev.tenon.schema.SqlObject;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import dev.tenon.schema.internal.sql.parse.ReferencedNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the views, rules and routines with a parsed body that rest on a key: by a GROUP BY that selects other columns
 * of a table with its primary key, or by an ON CONFLICT that names a constraint.
 */
final class KeyDependents {

    private final DependencyGraph graph;

    /** The views, rules and parsed routines, with the names in their SQL, which is read once. */
    private final Map<ObjectPath, ReferencedNames> readers = new LinkedHashMap<>();

    KeyDependents(Schema schema) {
        this.graph = DependencyGraph.of(schema);
        for (View view : schema.views()) {
            readers.put(ObjectPath.view(view.name()), ReferencedNames.in(view.sql()));
        }
        for (SqlObject object : schema.objects()) {
            ReferencedNames names = ReferencedNames.in(object.create());
            boolean rule = CreateStatement.of(object.create())
                    .filter(made -> made.kind().equals("rule"))
                    .isPresent();
            if (rule || names.parsedBody()) {
                readers.put(ObjectPath.object(object.name()), names);
            }
        }
    }

    /** The objects that rest on the key, without their own dependents. */
    Set<ObjectPath> of(UniqueKey key) {
        Set<ObjectPath> found = new TreeSet<>();
        if (key.constraint().isPresent()) {
            ObjectPath table = ObjectPath.table(key.table());
            readers.forEach((path, names) -> {
                if (graph.of(path).contains(table) && rests(names, key)) {
                    found.add(path);
                }
            });
        }
        return found;
    }

    private static boolean rests(ReferencedNames names, UniqueKey key) {
        boolean groups =
                key.primary() && names.groups() && key.columns().stream().allMatch(names::mentions);
        return groups || (names.conflictsByName() && names.mentions(key.name()));
    }
}
