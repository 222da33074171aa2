package dev.tenon.schema.internal.simulation;

import dev.tenon.schema.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Renames objects of the simulated catalogs, and moves them to other schemas, as the server does. */
final class ObjectRenaming {

    private final CatalogRegistry registry;

    ObjectRenaming(CatalogRegistry registry) {
        this.registry = registry;
    }

    /** Gives an object another name; its members, and the parts that follow it, get theirs. */
    void rename(CatalogObject object, CatalogName name, CatalogName after) throws RefusedEffectException {
        boolean member = name.namespace().ofMembers();
        String simple = member ? after.member() : after.owner().name();
        String schema = member ? "" : after.owner().schema();
        List<CatalogName> names = object.names().stream()
                .map(each -> renamed(each, simple, schema))
                .toList();
        List<CatalogObject> owned = List.copyOf(registry.members(object.name().owner()));
        boolean owner = !object.name().namespace().ofMembers()
                && object.type() != ObjectType.INDEX
                && object.type() != ObjectType.ROUTINE;
        registry.move(object, names);
        if (!object.existing()) {
            object.dependents().forEach(edge -> edge.from().follow(name, after));
        }
        if (owner && !owned.isEmpty()) {
            QualifiedName was = name.owner();
            // An enum type and a sequence may have the same name; only labels belong to the type.
            boolean ofType = name.namespace() == CatalogNamespace.TYPE;
            for (CatalogObject each : owned) {
                if (ofType != (each.name().namespace() == CatalogNamespace.LABEL)) {
                    continue;
                }
                registry.move(
                        each,
                        each.names().stream()
                                .map(own -> own.namespace().ofMembers()
                                                && own.owner().equals(was)
                                        ? own.withOwner(after.owner())
                                        : own)
                                .toList());
            }
        }
        if (!member && !name.owner().schema().equals(schema)) {
            moveParts(object, schema);
        }
    }

    /** Indexes and owned sequences follow their table to another schema. */
    private void moveParts(CatalogObject table, String schema) throws RefusedEffectException {
        Set<CatalogObject> parts = new LinkedHashSet<>();
        table.dependents().forEach(edge -> parts.add(edge.from()));
        for (CatalogObject column : registry.members(table.name().owner())) {
            column.dependents().stream()
                    .filter(edge -> edge.type() == DependencyType.MEMBER)
                    .forEach(edge -> parts.add(edge.from()));
        }
        for (CatalogObject part : parts) {
            boolean follows = part.type() == ObjectType.INDEX
                    || part.type() == ObjectType.CONSTRAINT
                    || part.type() == ObjectType.SEQUENCE;
            if (follows) {
                registry.move(
                        part,
                        part.names().stream()
                                .map(name -> name.namespace() == CatalogNamespace.RELATION
                                        ? name.withOwner(new QualifiedName(
                                                schema, name.owner().name()))
                                        : name)
                                .toList());
            }
        }
    }

    private static CatalogName renamed(CatalogName name, String simple, String schema) {
        if (name.namespace().ofMembers()) {
            return new CatalogName(name.namespace(), name.owner(), simple);
        }
        return name.withOwner(new QualifiedName(schema.isEmpty() ? name.owner().schema() : schema, simple));
    }
}
