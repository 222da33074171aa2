package dev.tenon.schema.internal.rule.rules;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables of tenants that the views and routines of a schema read. */
final class TenantViewReads {

    private final Schema schema;
    private final DependencyGraph dependencies;

    TenantViewReads(Schema schema) {
        this.schema = schema;
        this.dependencies = DependencyGraph.of(schema);
    }

    /** The tables that the view reads directly. */
    List<QualifiedName> directly(View view) {
        return dependencies.of(ObjectPath.view(view.name())).stream()
                .filter(this::holdsTenants)
                .map(ObjectPath::owner)
                .toList();
    }

    /** The tables that the view reads, also through other views. */
    Set<QualifiedName> throughViews(View view) {
        return reachedFrom(ObjectPath.view(view.name()));
    }

    /** The tables on which a view or object depends, directly or through others. */
    Set<QualifiedName> reachedFrom(ObjectPath path) {
        Set<QualifiedName> tables = new TreeSet<>();
        Set<ObjectPath> seen = new HashSet<>();
        List<ObjectPath> open = new ArrayList<>(List.of(path));
        while (!open.isEmpty()) {
            ObjectPath next = open.remove(open.size() - 1);
            if (seen.add(next)) {
                open.addAll(dependencies.of(next));
                if (holdsTenants(next)) {
                    tables.add(next.owner());
                }
            }
        }
        return tables;
    }

    /** The tables as printed in a message. */
    static String listed(Collection<QualifiedName> tables) {
        return tables.stream().map(QualifiedName::display).collect(Collectors.joining(", "));
    }

    private boolean holdsTenants(ObjectPath path) {
        return path.kind() == ObjectPath.Kind.TABLE
                && schema.table(path.owner())
                        .filter(table -> table.tenantScope().tenantColumn().isPresent())
                        .isPresent();
    }
}
