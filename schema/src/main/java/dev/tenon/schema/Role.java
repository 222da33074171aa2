package dev.tenon.schema;

/**
 * A role that the schema needs. Roles belong to the whole server, so Tenon creates a missing role without login and
 * never alters or drops one.
 *
 * @param name the role's name, for example {@code authenticated}
 */
public record Role(String name) implements Keyed<String> {

    public Role {
        Normalization.text("a role's name", name);
    }
}
