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
 * @param share its share in a schema whose entities are in several modules
 */
public record CompiledSnapshot(
        Schema schema,
        MigrationHints hints,
        Map<QualifiedName, String> entities,
        Set<String> classes,
        ModuleShare share) {

    /** Its path in the class output. */
    public static final String RESOURCE = "META-INF/tenon/schema.json";

    public CompiledSnapshot {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(hints, "hints");
        Objects.requireNonNull(share, "share");
        entities = Collections.unmodifiableMap(new TreeMap<>(entities));
        classes = Collections.unmodifiableSet(new TreeSet<>(classes));
    }

    /** A compiled snapshot of one module without other classes. */
    public CompiledSnapshot(Schema schema, MigrationHints hints, Map<QualifiedName, String> entities) {
        this(schema, hints, entities, Set.of(), ModuleShare.ALONE);
    }

    /** The same schema with another share. */
    public CompiledSnapshot withShare(ModuleShare changed) {
        return new CompiledSnapshot(schema, hints, entities, classes, changed);
    }

    /** The binary names of all classes that the schema was read from. */
    public Set<String> allClasses() {
        Set<String> all = new TreeSet<>(classes);
        all.addAll(entities.values());
        return all;
    }

    /** The binary names of the classes that its own module declares. */
    public Set<String> ownClasses() {
        Set<String> own = allClasses();
        own.removeAll(share.inherited());
        return own;
    }
}
