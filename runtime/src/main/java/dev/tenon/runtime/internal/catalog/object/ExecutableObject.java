package dev.tenon.runtime.internal.catalog.object;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A trigger, routine or event trigger of a live database, which a snapshot names or does not.
 *
 * @param kind what it is
 * @param at what a report says that it is about: the relation of a trigger, else the object itself
 * @param on the table, view or partition that a trigger is on
 * @param name its name; that of a trigger is in the schema of its relation
 * @param text what a report calls it
 * @param drop the statement that drops it; empty where something else needs it that stays
 */
public record ExecutableObject(
        Kind kind, ObjectPath at, Optional<QualifiedName> on, QualifiedName name, String text, List<String> drop) {

    /** What it is. */
    public enum Kind {
        /** A trigger on a relation. */
        TRIGGER,
        /** A function that is only for triggers. */
        TRIGGER_FUNCTION,
        /** Any other function, procedure or aggregate. */
        ROUTINE,
        /** A trigger of the database. */
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
