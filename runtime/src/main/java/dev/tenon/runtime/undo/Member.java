package dev.tenon.runtime.undo;

import java.util.Objects;
import java.util.Set;

/**
 * An object that a statement creates or changes, by name.
 *
 * @param relation the name of the relation that it is part of; empty where it stands for itself
 * @param name its own name
 */
record Member(String relation, String name) {

    Member {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(name, "name");
    }

    /** Something that stands for itself. */
    static Member alone(String name) {
        return new Member("", name);
    }

    /** Whether a statement with these words may be about it. */
    boolean isIn(Set<String> words) {
        return words.contains(name) && (relation.isEmpty() || words.contains(relation));
    }

    /** Whether both may be the same thing, of which one may be named with its relation and one without. */
    boolean mayBe(Member other) {
        return name.equals(other.name)
                && (relation.isEmpty() || other.relation.isEmpty() || relation.equals(other.relation));
    }
}
