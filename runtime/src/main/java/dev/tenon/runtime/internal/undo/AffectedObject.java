package dev.tenon.runtime.internal.undo;

import java.util.Objects;
import java.util.Set;

/**
 * An object that a statement creates or changes, by name.
 *
 * @param relation the name of its relation; empty for an object without one
 * @param name its own name
 */
record AffectedObject(String relation, String name) {

    AffectedObject {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(name, "name");
    }

    /** Creates an object without a relation. */
    static AffectedObject standalone(String name) {
        return new AffectedObject("", name);
    }

    /** Whether a statement with these names may use it. */
    boolean isNamedIn(Set<String> names) {
        return names.contains(name) && (relation.isEmpty() || names.contains(relation));
    }

    /** Whether both may be the same object; one name may lack the relation. */
    boolean mayEqual(AffectedObject other) {
        return name.equals(other.name)
                && (relation.isEmpty() || other.relation.isEmpty() || relation.equals(other.relation));
    }
}
