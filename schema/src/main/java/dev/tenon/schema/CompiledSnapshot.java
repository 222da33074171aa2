package dev.tenon.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The schema that compiled classes need, which the processor writes to the class output.
 *
 * @param schema the schema that the classes describe
 * @param hints how to migrate to it
 * @param entities the binary name of the class of each table, view and enum type, so that a later partial compilation
 *     finds the classes that it does not compile
 * @param classes the binary names of other classes that the schema was read from, for the same purpose
 */
public record CompiledSnapshot(
        Schema schema, MigrationHints hints, Map<QualifiedName, String> entities, Set<String> classes) {

    /** Its path in the class output. */
    public static final String RESOURCE = "META-INF/tenon/schema.json";

    public CompiledSnapshot {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(hints, "hints");
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
        classes = Collections.unmodifiableSet(new TreeSet<>(classes));
    }

    /** A compiled snapshot without other classes. */
    public CompiledSnapshot(Schema schema, MigrationHints hints, Map<QualifiedName, String> entities) {
        this(schema, hints, entities, Set.of());
    }
}
