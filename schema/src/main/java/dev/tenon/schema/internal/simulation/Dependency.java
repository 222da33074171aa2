package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.Objects;

/**
 * A dependency of an object on another one.
 *
 * @param on what it depends on
 * @param type what the dependency means for it
 * @param required whether it must exist; names that the lexer finds in SQL may be something else, and are ignored if
 *     nothing has them
 * @param expected whether it must exist if the new schema has it, because the name can hardly be something else
 */
public record Dependency(DependencyTarget on, DependencyType type, boolean required, boolean expected) {

    public Dependency {
        Objects.requireNonNull(on, "on");
        Objects.requireNonNull(type, "type");
    }

    /** The dependency of an object on its schema; the default schema need not be declared. */
    static Dependency onSchema(QualifiedName object) {
        return possible(CatalogName.schema(object.schema()), DependencyType.REFERENCE);
    }

    /** A dependency on something that must exist. */
    public static Dependency required(DependencyTarget on, DependencyType type) {
        return new Dependency(on, type, true, true);
    }

    /** A dependency on something if it exists. */
    public static Dependency possible(DependencyTarget on, DependencyType type) {
        return new Dependency(on, type, false, false);
    }

    /** A dependency on something if it exists, which it must once the new schema has it. */
    static Dependency expected(DependencyTarget on, DependencyType type) {
        return new Dependency(on, type, false, true);
    }
}
