package dev.tenon.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a compilation leaves in the class output: what these classes need of the database.
 *
 * @param schema the schema that the classes describe
 * @param hints how to get there
 * @param entities the binary name of the class behind each table and enum type, so that a later partial compilation
 *     finds those that it does not compile
 */
public record CompiledSnapshot(Schema schema, Hints hints, Map<QualifiedName, String> entities) {

    /** Where it lies in the class output. */
    public static final String RESOURCE = "META-INF/tenon/schema.json";

    public CompiledSnapshot {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(hints, "hints");
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
    }
}
