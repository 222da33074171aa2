package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The catalogs of a database at one point of a migration. It refuses what PostgreSQL refuses: names that are taken,
 * objects that do not exist, and drops and changes that others depend on. It knows nothing of rows and privileges.
 */
public final class SimulatedCatalog {

    private final CatalogRegistry registry = new CatalogRegistry();
    private final DependencyResolver resolver = new DependencyResolver(registry);
    private final EffectApplication effects = new EffectApplication(registry, resolver);

    /** Adds objects that exist before the migration, without their dependencies. */
    public void declare(Collection<ObjectDefinition> definitions) throws RefusedEffectException {
        for (ObjectDefinition definition : definitions) {
            effects.add(definition, true);
        }
    }

    /** Adds the dependencies of declared objects. */
    public void connect(Collection<ObjectDefinition> definitions) throws RefusedEffectException {
        // A foreign key depends on a key of another object, which has its columns only when it is connected.
        List<ObjectDefinition> references = new ArrayList<>();
        for (ObjectDefinition definition : definitions) {
            if (definition.refersToKey()) {
                references.add(definition);
            } else {
                resolver.connect(registry.find(definition.name()), definition);
            }
        }
        for (ObjectDefinition definition : references) {
            resolver.connect(registry.find(definition.name()), definition);
        }
    }

    /** Adds further dependencies of connected objects, found by the names at this point. */
    void connectAlso(Map<CatalogObject, ObjectDefinition> definitions) throws RefusedEffectException {
        for (Map.Entry<CatalogObject, ObjectDefinition> each : definitions.entrySet()) {
            resolver.connectAlso(each.getKey(), each.getValue());
        }
    }

    /**
     * Changes the catalogs.
     *
     * @param effect the effect of a statement
     * @throws RefusedEffectException if the server would refuse the statement
     */
    public void apply(CatalogEffect effect) throws RefusedEffectException {
        effect.match(effects);
    }

    /**
     * Lets the following effects refuse expressions with names that exist only later or no more.
     *
     * @param target the catalogs after the migration
     * @param plan the effects of the migration, which may create objects that it drops again
     */
    public void expect(SimulatedCatalog target, Collection<CatalogEffect> plan) {
        Set<CatalogName> names = new HashSet<>(target.names());
        for (CatalogEffect effect : plan) {
            if (effect instanceof CatalogEffect.Create create) {
                names.add(create.object().name());
                names.addAll(create.object().otherNames());
            }
        }
        resolver.expect(names);
    }

    /** Whether an object has the name. */
    public boolean has(CatalogName name) {
        return registry.has(name);
    }

    /** The names in use. */
    Set<CatalogName> names() {
        return registry.names();
    }

    /** The object of the name. */
    Optional<CatalogObject> object(CatalogName name) {
        return registry.object(name);
    }

    /** The columns, constraints, policies and so on of a table, view or type. */
    Set<CatalogObject> members(QualifiedName owner) {
        return registry.members(owner);
    }

    /** The tables and views of which something was dropped or altered since the last call. */
    public Set<QualifiedName> takeTouched() {
        return effects.takeTouched();
    }
}
