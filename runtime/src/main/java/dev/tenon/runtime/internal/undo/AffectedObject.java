package dev.tenon.runtime.internal.undo;

import java.util.Objects;
import java.util.Set;

/**
 * An object that a statement creates or changes, by name.
 *
 * @param relation the name of the relation that it is part of; empty where it stands for itself
 * @param name its own name
 */
record AffectedObject(String relation, String name) {

    AffectedObject {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(name, "name");
    }

    /** Something that stands for itself. */
    static AffectedObject alone(String name) {
        return new AffectedObject("", name);
    }

    /** Whether a statement with these words may be about it. */
    boolean isIn(Set<String> words) {
        return words.contains(name) && (relation.isEmpty() || words.contains(relation));
    }

    /** Whether both may be the same thing, of which one may be named with its relation and one without. */
    boolean mayBe(AffectedObject other) {
        return name.equals(other.name)
                && (relation.isEmpty() || other.relation.isEmpty() || relation.equals(other.relation));
    }
}
