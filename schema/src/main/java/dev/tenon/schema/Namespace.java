package dev.tenon.schema;

import java.util.List;

/**
 * A PostgreSQL schema that holds objects of the model ({@code CREATE SCHEMA}); called namespace, as the catalogs do, to
 * tell it from the whole {@link Schema}.
 *
 * @param name the schema's name
 * @param grants who may use it
 */
public record Namespace(String name, List<Grant> grants) implements Named<String> {

    public Namespace {
        Normal.text("a schema's name", name);
        grants = Normal.sorted("grants", grants);
    }
}
