package dev.tenon.schema;

/**
 * An extension that must be installed ({@code CREATE EXTENSION}).
 *
 * @param name the extension, for example {@code vector}
 * @param schema the schema of its objects
 */
public record Extension(String name, String schema) implements Named<String> {

    public Extension {
        Normal.text("an extension's name", name);
        Normal.text("an extension's schema", schema);
    }
}
