package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The objects of the simulated catalogs by their names. No two objects have the same name. */
final class CatalogRegistry {

    private final Map<CatalogName, CatalogObject> objects = new HashMap<>();
    private final Map<QualifiedName, Set<CatalogObject>> members = new HashMap<>();
    private final Map<QualifiedName, Set<CatalogObject>> routines = new HashMap<>();

    boolean has(CatalogName name) {
        return objects.containsKey(name);
    }

    Set<CatalogName> names() {
        return Collections.unmodifiableSet(objects.keySet());
    }

    Optional<CatalogObject> object(CatalogName name) {
        return Optional.ofNullable(objects.get(name));
    }

    /** The object of the name, which must exist. */
    CatalogObject find(CatalogName name) throws RefusedEffectException {
        CatalogObject found = objects.get(name);
        if (found == null) {
            throw new RefusedEffectException(name + " does not exist");
        }
        return found;
    }

    /** The columns, constraints, policies and so on of a table, view or type. */
    Set<CatalogObject> members(QualifiedName owner) {
        return members.getOrDefault(owner, Set.of());
    }

    /** All routines of a name. */
    Set<CatalogObject> routines(QualifiedName name) {
        return routines.getOrDefault(name, Set.of());
    }

    /** Adds an object under its names. */
    void add(CatalogObject object) throws RefusedEffectException {
        take(object, object.names());
    }

    /** Gives an object other names. */
    void move(CatalogObject object, List<CatalogName> names) throws RefusedEffectException {
        remove(object);
        take(object, names);
        object.names(names);
    }

    private void take(CatalogObject object, List<CatalogName> names) throws RefusedEffectException {
        for (CatalogName name : names) {
            CatalogObject other = objects.get(name);
            if (other != null && other != object) {
                throw new RefusedEffectException(name + " already exists");
            }
        }
        for (CatalogName name : names) {
            objects.put(name, object);
            if (name.namespace().ofMembers()) {
                members.computeIfAbsent(name.owner(), any -> new LinkedHashSet<>())
                        .add(object);
            } else if (name.namespace() == CatalogNamespace.ROUTINE) {
                routines.computeIfAbsent(name.owner(), any -> new LinkedHashSet<>())
                        .add(object);
            }
        }
    }

    /** Frees the names of an object. */
    void remove(CatalogObject object) {
        for (CatalogName name : object.names()) {
            objects.remove(name, object);
            if (name.namespace().ofMembers()) {
                remove(members, name.owner(), object);
            } else if (name.namespace() == CatalogNamespace.ROUTINE) {
                remove(routines, name.owner(), object);
            }
        }
    }

    private static void remove(
            Map<QualifiedName, Set<CatalogObject>> objects, QualifiedName name, CatalogObject object) {
        Set<CatalogObject> found = objects.get(name);
        if (found != null) {
            found.remove(object);
        }
    }
}
