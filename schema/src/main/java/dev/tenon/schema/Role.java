package dev.tenon.schema;

/**
 * A role that the schema relies on. Roles belong to the whole server, so Tenon creates a missing one without login
 * and never alters or drops one.
 *
 * @param name the role's name, for example {@code authenticated}
 */
public record Role(String name) implements Named<String> {

    public Role {
        Normal.text("a role's name", name);
    }
}
