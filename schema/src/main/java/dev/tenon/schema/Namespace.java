package dev.tenon.schema;

import java.util.List;

/**
 * A PostgreSQL schema that contains objects of the model ({@code CREATE SCHEMA}). It is called namespace, as in the
 * catalogs, to distinguish it from the whole {@link Schema}.
 *
 * @param name the schema's name
 * @param grants its privileges
 */
public record Namespace(String name, List<Grant> grants) implements Keyed<String> {

    public Namespace {
        Normalization.text("a schema's name", name);
        grants = Normalization.sorted("grants", grants);
    }
}
