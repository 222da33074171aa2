package dev.tenon.schema;

/**
 * An extension that must be installed ({@code CREATE EXTENSION}).
 *
 * @param name the extension, for example {@code vector}
 * @param schema the schema of its objects
 */
public record Extension(String name, String schema) implements Keyed<String> {

    public Extension {
        Normalization.text("an extension's name", name);
        Normalization.text("an extension's schema", schema);
    }
}
