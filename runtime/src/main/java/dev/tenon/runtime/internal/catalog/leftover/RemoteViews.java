package dev.tenon.runtime.internal.catalog.leftover;

import dev.tenon.schema.ObjectPath;
import dev.tenon.schema.QualifiedName;
import dev.tenon.schema.Schema;
import dev.tenon.schema.View;
import dev.tenon.schema.internal.derive.DependencyGraph;
import dev.tenon.schema.internal.sql.parse.CreateStatement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds materialized views without data that read foreign tables. A new database would fill them when it creates them, and
 * so would need the other server.
 */
final class RemoteViews {

    private static final String FOREIGN_TABLE = "foreign table";

    private RemoteViews() {}

    /** Returns the schema without these views, and adds a leftover for each. */
    static Schema without(DatabaseContent content, Schema schema, LeftoverCollector leftovers) {
        Set<ObjectPath> unfilled = content.live().unmodelled().stream()
                .filter(each -> each.attribute().equals("rows"))
                .map(each -> each.at())
                .collect(Collectors.toSet());
        List<ObjectPath> foreign = schema.objects().stream()
                .filter(object -> CreateStatement.of(object.create())
                        .filter(made -> made.kind().equals(FOREIGN_TABLE))
                        .isPresent())
                .map(object -> ObjectPath.object(object.name()))
                .toList();
        if (unfilled.isEmpty() || foreign.isEmpty()) {
            return schema;
        }
        Set<ObjectPath> remote = DependencyGraph.of(schema).dependents(foreign);
        Set<QualifiedName> left = schema.views().stream()
                .filter(view -> remote.contains(ObjectPath.view(view.name())))
                .filter(view -> unfilled.contains(ObjectPath.view(view.name())))
                .peek(leftovers::remote)
                .map(View::name)
                .collect(Collectors.toSet());
        return schema.withViews(schema.views().stream()
                .filter(view -> !left.contains(view.name()))
                .toList());
    }
}
