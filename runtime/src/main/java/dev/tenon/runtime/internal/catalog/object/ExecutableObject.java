package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A trigger, routine or event trigger of a live database, declared or not.
 *
 * @param kind the kind
 * @param at the object that a report names: the relation of a trigger, otherwise the object itself
 * @param on the table, view or partition of a trigger
 * @param name its name; that of a trigger has the schema of its relation
 * @param text its description in reports
 * @param drop the statement that drops it; empty if another object that stays depends on it
 */
public record ExecutableObject(
        Kind kind, ObjectPath at, Optional<QualifiedName> on, QualifiedName name, String text, List<String> drop) {

    /** The kind of an executable object. */
    public enum Kind {
        /** A trigger on a relation. */
        TRIGGER,
        /** A function that returns a trigger. */
        TRIGGER_FUNCTION,
        /** Any other function, procedure or aggregate. */
        ROUTINE,
        /** An event trigger of the database. */
        EVENT_TRIGGER
    }

    public ExecutableObject {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(text, "text");
        drop = List.copyOf(drop);
    }
}
